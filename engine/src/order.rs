//! Sorting by numbers. Every sort in the engine goes through one instance of the standard one, because each further
//! instance would cost the page about 10 KB of code.

/// Sorts by four numbers, the first one first; equal items keep their order.
pub fn by<T: Copy>(items: &mut Vec<T>, key: impl Fn(&T) -> [u32; 4]) {
    let mut order: Vec<([u32; 4], u32)> = items.iter().zip(0..).map(|(item, at)| (key(item), at)).collect();
    order.sort_unstable();
    *items = order.iter().filter_map(|&(_, at)| items.get(at as usize).copied()).collect();
}

#[cfg(test)]
mod tests {
    #[test]
    fn sorts_by_the_first_number_that_differs_and_else_keeps_the_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')].to_vec();
        super::by(&mut items, |&(number, _)| [0, number, 0, 0]);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
