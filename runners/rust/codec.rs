//! How values of a program's types are read and written.
//!
//! The traits are chosen by the exact type: a type of the program's own is plain data only if it is one of the task's
//! records, for which the glue implements them.

use crate::wire::{give_up, Reader, Writer};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::convert::TryFrom;
use std::hash::{BuildHasher, Hash};

pub trait FromWire: Sized {
    fn read(reader: &mut Reader) -> Self;

    /// A list of such values; bytes are one.
    fn read_list(reader: &mut Reader) -> Vec<Self> {
        // A plain loop: adaptors would be compiled anew with every program.
        let count = reader.items();
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(Self::read(reader));
        }
        list
    }
}

pub trait ToWire {
    fn write(&self, writer: &mut Writer);

    fn write_list(items: &[Self], writer: &mut Writer)
    where
        Self: Sized,
    {
        write_items('L', items.len(), items.iter(), writer);
    }
}

fn write_items<'a, T: ToWire + 'a>(tag: char, count: usize, items: impl Iterator<Item = &'a T>, writer: &mut Writer) {
    if writer.enters(tag, count) {
        for item in items {
            item.write(writer);
        }
        writer.leaves();
    }
}

fn write_pairs<'a, K: ToWire + 'a, V: ToWire + 'a>(
    count: usize,
    pairs: impl Iterator<Item = (&'a K, &'a V)>,
    writer: &mut Writer,
) {
    if writer.enters('M', count) {
        for (key, value) in pairs {
            key.write(writer);
            value.write(writer);
        }
        writer.leaves();
    }
}

fn read_pairs<K: FromWire, V: FromWire, M: FromIterator<(K, V)>>(reader: &mut Reader) -> M {
    reader.expect(b"M", "a map");
    (0..reader.count()).map(|_| (K::read(reader), V::read(reader))).collect()
}

// MARK: - Scalars

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl FromWire for $type {
            fn read(reader: &mut Reader) -> Self {
                let number = reader.integer();
                <$type>::try_from(number)
                    .unwrap_or_else(|_| panic!("the argument {} does not fit in {}", number, stringify!($type)))
            }
        }
        impl ToWire for $type {
            fn write(&self, writer: &mut Writer) {
                writer.integer(self);
            }
        }
    )*};
}

integers!(i8 i16 i32 i64 i128 isize u16 u32 u64 u128 usize);

impl FromWire for u8 {
    fn read(reader: &mut Reader) -> Self {
        u8::try_from(reader.integer()).unwrap_or_else(|_| panic!("the argument does not fit in u8"))
    }

    fn read_list(reader: &mut Reader) -> Vec<u8> {
        reader.body().to_vec()
    }
}

impl ToWire for u8 {
    fn write(&self, writer: &mut Writer) {
        writer.integer(self);
    }

    fn write_list(items: &[u8], writer: &mut Writer) {
        writer.binary(items);
    }
}

macro_rules! reals {
    ($($type:ty)*) => {$(
        impl FromWire for $type {
            fn read(reader: &mut Reader) -> Self {
                reader.real() as $type
            }
        }
        impl ToWire for $type {
            fn write(&self, writer: &mut Writer) {
                writer.real(f64::from(*self));
            }
        }
    )*};
}

reals!(f32 f64);

impl FromWire for bool {
    fn read(reader: &mut Reader) -> Self {
        match reader.tag() {
            b'T' => true,
            b'F' => false,
            _ => give_up("an argument is not a truth value as the signature promises"),
        }
    }
}

impl ToWire for bool {
    fn write(&self, writer: &mut Writer) {
        writer.raw(if *self { b"T" } else { b"F" });
    }
}

impl ToWire for char {
    fn write(&self, writer: &mut Writer) {
        writer.opaque("char");
    }
}

impl FromWire for String {
    fn read(reader: &mut Reader) -> Self {
        reader.text().to_string()
    }
}

/// Texts inside of other values; they are never freed.
impl FromWire for &'static str {
    fn read(reader: &mut Reader) -> Self {
        Box::leak(String::read(reader).into_boxed_str())
    }
}

impl ToWire for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl ToWire for str {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl ToWire for () {
    fn write(&self, writer: &mut Writer) {
        writer.raw(b"N");
    }
}

// MARK: - Containers

impl<T: ToWire + ?Sized> ToWire for &T {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }
}

impl<T: ToWire + ?Sized> ToWire for Box<T> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }
}

impl<T: FromWire> FromWire for Box<T> {
    fn read(reader: &mut Reader) -> Self {
        Box::new(T::read(reader))
    }
}

impl<T: FromWire> FromWire for Option<T> {
    fn read(reader: &mut Reader) -> Self {
        if reader.peek() != b'N' {
            return Some(T::read(reader));
        }
        reader.tag();
        None
    }
}

impl<T: ToWire> ToWire for Option<T> {
    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.raw(b"N"),
        }
    }
}

impl<T: FromWire> FromWire for Vec<T> {
    fn read(reader: &mut Reader) -> Self {
        T::read_list(reader)
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        T::write_list(self, writer);
    }
}

impl<T: ToWire> ToWire for [T] {
    fn write(&self, writer: &mut Writer) {
        T::write_list(self, writer);
    }
}

impl<T: FromWire, const N: usize> FromWire for [T; N] {
    fn read(reader: &mut Reader) -> Self {
        let items = T::read_list(reader);
        let count = items.len();
        <[T; N]>::try_from(items).unwrap_or_else(|_| panic!("a list of {} items does not fit in an array", count))
    }
}

impl<T: ToWire, const N: usize> ToWire for [T; N] {
    fn write(&self, writer: &mut Writer) {
        T::write_list(self, writer);
    }
}

impl<T: FromWire> FromWire for VecDeque<T> {
    fn read(reader: &mut Reader) -> Self {
        T::read_list(reader).into()
    }
}

impl<T: ToWire> ToWire for VecDeque<T> {
    fn write(&self, writer: &mut Writer) {
        write_items('L', self.len(), self.iter(), writer);
    }
}

impl<T: FromWire + Ord> FromWire for BTreeSet<T> {
    fn read(reader: &mut Reader) -> Self {
        (0..reader.items()).map(|_| T::read(reader)).collect()
    }
}

impl<T: ToWire> ToWire for BTreeSet<T> {
    fn write(&self, writer: &mut Writer) {
        write_items('E', self.len(), self.iter(), writer);
    }
}

impl<T: FromWire + Hash + Eq, S: BuildHasher + Default> FromWire for HashSet<T, S> {
    fn read(reader: &mut Reader) -> Self {
        (0..reader.items()).map(|_| T::read(reader)).collect()
    }
}

impl<T: ToWire, S> ToWire for HashSet<T, S> {
    fn write(&self, writer: &mut Writer) {
        write_items('E', self.len(), self.iter(), writer);
    }
}

impl<K: FromWire + Ord, V: FromWire> FromWire for BTreeMap<K, V> {
    fn read(reader: &mut Reader) -> Self {
        read_pairs(reader)
    }
}

impl<K: ToWire, V: ToWire> ToWire for BTreeMap<K, V> {
    fn write(&self, writer: &mut Writer) {
        write_pairs(self.len(), self.iter(), writer);
    }
}

impl<K: FromWire + Hash + Eq, V: FromWire, S: BuildHasher + Default> FromWire for HashMap<K, V, S> {
    fn read(reader: &mut Reader) -> Self {
        read_pairs(reader)
    }
}

impl<K: ToWire, V: ToWire, S> ToWire for HashMap<K, V, S> {
    fn write(&self, writer: &mut Writer) {
        write_pairs(self.len(), self.iter(), writer);
    }
}

macro_rules! tuples {
    ($($count:literal: $($part:ident $index:tt)*;)*) => {$(
        impl<$($part: FromWire),*> FromWire for ($($part,)*) {
            fn read(reader: &mut Reader) -> Self {
                let count = reader.items();
                if count != $count {
                    panic!("a list of {} items does not fit in a tuple", count);
                }
                ($($part::read(reader),)*)
            }
        }
        impl<$($part: ToWire),*> ToWire for ($($part,)*) {
            fn write(&self, writer: &mut Writer) {
                if writer.enters('U', $count) {
                    $(self.$index.write(writer);)*
                    writer.leaves();
                }
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}

/// Implements the traits for one of the task's records: `record!(Point, x, y)`.
#[macro_export]
macro_rules! record {
    ($type:ident $(, $field:ident)*) => {
        impl $crate::codec::FromWire for $type {
            fn read(_reader: &mut $crate::wire::Reader) -> Self {
                _reader.record();
                $(let $field = { _reader.text(); $crate::codec::FromWire::read(_reader) };)*
                $type { $($field),* }
            }
        }
        impl $crate::codec::ToWire for $type {
            fn write(&self, writer: &mut $crate::wire::Writer) {
                let names: &[&str] = &[$(stringify!($field)),*];
                if writer.enters_record(stringify!($type), names.len()) {
                    $(
                        writer.text(stringify!($field));
                        $crate::codec::ToWire::write(&self.$field, writer);
                    )*
                    writer.leaves();
                }
            }
        }
        $crate::plain_argument!($type);
    };
}
