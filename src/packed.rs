//! Shipped TOML as `build.rs` packs it, so that nothing is parsed at start-up: texts stay where they lie in the program.
//!
//! A value is a letter and what it says: `s` text, `i` a whole number, `f` a fraction, `b` yes or no, `a` a list, `t` a table. Lengths
//! are numbers of seven bits a byte, the lowest first. What a writer wrote is never packed.

use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What `bytes` hold.
///
/// # Errors
/// When they hold something else: what `build.rs` accepted as TOML need not be what is asked for.
pub(crate) fn unpacked<T: Deserialize<'static>>(bytes: &'static [u8]) -> Result<T, Error> {
    T::deserialize(&mut Packed { rest: bytes })
}

/// What is still to be read.
struct Packed {
    rest: &'static [u8],
}

impl Packed {
    fn byte(&mut self) -> Result<u8, Error> {
        let (&byte, rest) = self.rest.split_first().ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(byte)
    }

    fn length(&mut self) -> Result<usize, Error> {
        let mut length = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(length)
    }

    fn eight(&mut self) -> Result<[u8; 8], Error> {
        let (&bytes, rest) = self.rest.split_first_chunk().ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<&'static str, Error> {
        let length = self.length()?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or_else(cut_off)?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(Error::custom)
    }
}

fn cut_off() -> Error {
    Error::custom("a packed value is cut off")
}

impl Deserializer<'static> for &mut Packed {
    type Error = Error;

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.byte()? {
            b's' => visitor.visit_borrowed_str(self.text()?),
            b'i' => visitor.visit_i64(i64::from_le_bytes(self.eight()?)),
            b'f' => visitor.visit_f64(f64::from_le_bytes(self.eight()?)),
            b'b' => visitor.visit_bool(self.byte()? != 0),
            b'a' => visitor.visit_seq(Several { left: self.length()?, of: self }),
            b't' => visitor.visit_map(Several { left: self.length()?, of: self }),
            other => Err(Error::custom(format_args!("no packed value begins with {other}"))),
        }
    }

    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'static>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        match self.byte()? {
            b's' => visitor.visit_enum(BorrowedStrDeserializer::new(self.text()?)),
            other => Err(Error::custom(format_args!("no word begins with {other}"))),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'static>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

/// The elements of a list, or the entries of a table.
struct Several<'p> {
    left: usize,
    of: &'p mut Packed,
}

impl Several<'_> {
    fn next(&mut self) -> Option<&mut Packed> {
        self.left = self.left.checked_sub(1)?;
        Some(self.of)
    }
}

impl SeqAccess<'static> for Several<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'static>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.next().map(|packed| seed.deserialize(packed)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl MapAccess<'static> for Several<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'static>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.next().map(|packed| seed.deserialize(BorrowedStrDeserializer::new(packed.text()?))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'static>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(&mut *self.of)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}
