//! The keys that phrases are found by: their first bytes as a number, in one spelling. A word and a stem have different ones.

use crate::dialect::beginning::{Sort, numbered};
use crate::dialect::normalise::is_space;

/// So many bytes of a phrase's first word are in its key.
pub(super) const WORD_KEY: usize = 7;

/// At most so many bytes of a stem are its key.
const STEM_KEY: usize = 4;

/// The bits of a word's key that are the word's.
pub(super) const FIRST_WORD: u64 = (1 << (8 * WORD_KEY)) - 1;

/// The first bytes of a word as a number.
pub(super) fn word_key(word: &[u8]) -> u64 {
    word.iter().take(WORD_KEY).rev().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase()))
}

/// What begins behind a word, in the byte that the key of a word leaves free; nothing at the end.
pub(super) fn next_key(behind: &[u8]) -> u64 {
    let next = behind.iter().find(|byte| !is_space(**byte));
    next.map_or(0, |&byte| key(&[byte]) << (8 * WORD_KEY))
}

/// The first bytes of a stem as a number; none behind a space or a number, which stand for many bytes of a text.
pub(super) fn stem_key(stem: &[u8]) -> u64 {
    let end = stem.iter().position(|byte| matches!(byte, b' ' | b'#')).map_or(stem.len(), |at| at + 1);
    key(&stem[..end.min(STEM_KEY)])
}

/// `bytes` as a number, in the one spelling that stems are compared in.
fn key(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |key, &byte| key << 8 | u64::from(plain(byte)))
}

/// The first four of eight bytes in the spelling of [`key`].
pub(super) fn plainly(eight: u64) -> u64 {
    let plain = |place: usize| u64::from(PLAIN[usize::from((eight >> (8 * place)) as u8)]) << (8 * place);
    plain(0) | plain(1) | plain(2) | plain(3)
}

/// How a byte is spelled in a key.
const fn plain(byte: u8) -> u8 {
    match byte {
        b'\t'..=b'\r' => b' ',
        b'0'..=b'9' => b'#',
        _ => byte.to_ascii_lowercase(),
    }
}

/// [`plain`] of every byte.
static PLAIN: [u8; 256] = {
    let mut all = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = plain(byte as u8);
        byte += 1;
    }
    all
};

/// Bytes of a key.
pub(super) fn key_length(key: u64) -> u32 {
    8 - key.leading_zeros() / 8
}

/// Notes `bit` in `beginnings` for all texts that begin with the bytes of `key`; right behind them only what `may_follow` does.
pub(super) fn begin(beginnings: &mut [u8], key: u64, may_follow: fn(Sort) -> bool, bit: u8) {
    let length = key_length(key) as usize;
    let bytes = key.to_le_bytes();
    let sorts = |place: usize| {
        let own = (place < length).then(|| Sort::of(bytes[place]));
        Sort::among(own).filter(move |&sort| place != length || may_follow(sort))
    };
    for first in sorts(0) {
        for second in sorts(1) {
            for third in sorts(2) {
                beginnings[numbered([first, second, third])] |= bit;
            }
        }
    }
}
