//! Typed views of JSON: what is looked at is read, and nothing before. What has another shape is empty.

use std::marker::PhantomData;
use std::slice;

use crate::store::json::Json;

/// What a JSON value can be seen as.
pub trait View<'l> {
    /// The value as such.
    fn of(json: &'l Json) -> Self;
}

impl<'l> View<'l> for &'l Json {
    fn of(json: &'l Json) -> &'l Json {
        json
    }
}

impl<'l> View<'l> for &'l str {
    #[inline(never)]
    fn of(json: &'l Json) -> &'l str {
        match json {
            Json::Text(text) => text,
            _ => "",
        }
    }
}

impl<'l> View<'l> for u32 {
    #[inline(never)]
    fn of(json: &'l Json) -> u32 {
        match json {
            Json::Number(Some(number)) => u32::try_from(*number).unwrap_or(u32::MAX),
            _ => 0,
        }
    }
}

impl<'l> View<'l> for u8 {
    fn of(json: &'l Json) -> u8 {
        u8::try_from(u32::of(json)).unwrap_or(u8::MAX)
    }
}

/// A list, value by value.
#[derive(Clone, Debug)]
pub struct List<'l, T>(slice::Iter<'l, Json>, PhantomData<T>);

impl<'l, T: View<'l>> View<'l> for List<'l, T> {
    fn of(json: &'l Json) -> List<'l, T> {
        List(items(json).iter(), PhantomData)
    }
}

impl<'l, T: View<'l>> Iterator for List<'l, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next().map(T::of)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'l, T: View<'l>> ExactSizeIterator for List<'l, T> {}

#[inline(never)]
fn items(json: &Json) -> &[Json] {
    match json {
        Json::List(list) => list,
        _ => &[],
    }
}

/// A field of an object. The compiler leaves out empty texts and lists.
#[inline(never)]
pub fn field<'l>(json: &'l Json, name: &str) -> &'l Json {
    const ABSENT: &Json = &Json::Null;
    match json {
        Json::Object(fields) => fields.iter().find(|(field, _)| field == name).map_or(ABSENT, |(_, value)| value),
        _ => ABSENT,
    }
}

/// Makes a type for each kind of object, with a method for each of its fields.
macro_rules! views {
    ($l:lifetime, $($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<$l>(&$l Json);

        impl<$l> $name<$l> {
            $($(#[$says])*
            pub fn $field(self) -> $type {
                View::of(field(self.0, stringify!($field)))
            })*
        }

        impl<$l> View<$l> for $name<$l> {
            fn of(json: &$l Json) -> $name<$l> {
                $name(json)
            }
        }
    )*};
}
pub(super) use views;
