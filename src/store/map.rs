//! A handful of values by name. The few drafts of a person need no tree: one costs some ten kilobytes of program for
//! each kind of value, a sorted list a few hundred bytes.

use std::borrow::Borrow;
use std::ops::Index;

/// Values by name, sorted by name, each name once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K: Borrow<str>, V> Map<K, V> {
    /// The value under this name.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().find(|(key, _)| key.borrow() == name).map(|(_, value)| value)
    }

    /// True when there is a value under this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Puts a value under a name, in place of what was there.
    pub fn insert(&mut self, key: K, value: V) {
        let place = self.0.iter().position(|(there, _)| there.borrow() >= key.borrow()).unwrap_or(self.0.len());
        match self.0.get_mut(place) {
            Some((there, old)) if (*there).borrow() == key.borrow() => *old = value,
            _ => self.0.insert(place, (key, value)),
        }
    }

    /// Names and values, by name.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Map<K, V> {
        Map(vec![])
    }
}

impl<K: Borrow<str>, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Map<K, V> {
        let mut map = Map::default();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

impl<K: Borrow<str>, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(pairs: [(K, V); N]) -> Map<K, V> {
        pairs.into_iter().collect()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Borrow<str>, V> Index<&str> for Map<K, V> {
    type Output = V;

    fn index(&self, name: &str) -> &V {
        let place = self.0.iter().position(|(key, _)| key.borrow() == name);
        &self.0[place.unwrap_or(self.0.len())].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_names_in_order_and_each_once() {
        let map = Map::from([("b", 1), ("a", 2), ("b", 3)]);
        assert_eq!(map.iter().copied().collect::<Vec<_>>(), [("a", 2), ("b", 3)]);
        assert_eq!((map["b"], map.get("c")), (3, None));
    }
}
