//! Eight bytes of a text at a time, as one number whose lowest byte is the first: small letters and the ends of words are found in a few
//! steps instead of eight times as many. Only ASCII is known here; to any other byte nothing is done, and it belongs to no word.

/// The highest bit of every byte.
const HIGHEST: u64 = 0x8080_8080_8080_8080;

/// The eight bytes of `text` from byte `at`; behind its end they are 0.
pub(super) fn load(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => rest.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// A number for a word, the same in every run: most words are one or two multiplications long. Hashes for speed and not against attack.
pub(super) fn hash(word: &[u8]) -> u64 {
    let mixed = |hash: u64, at: usize| (hash.rotate_left(5) ^ load(word, at)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..word.len()).step_by(8).fold(word.len() as u64, mixed).rotate_left(26)
}

/// How many bytes of `text` from byte `at` are ASCII before the first that is not.
pub(super) fn ascii_length(text: &[u8], at: usize) -> usize {
    let mut length = 0;
    loop {
        let beyond = load(text, at + length) & HIGHEST;
        if beyond != 0 {
            return length + beyond.trailing_zeros() as usize / 8;
        }
        if at + length + 8 >= text.len() {
            return text.len() - at;
        }
        length += 8;
    }
}

/// The same bytes with small letters for capitals.
pub(super) fn small(eight: u64) -> u64 {
    eight | within(eight, b'A', b'Z') >> 2
}

/// How many letters an ASCII `text` has, and how many of them stand in words that begin with a small one.
pub(super) fn letters(text: &[u8]) -> (u32, u32) {
    let (mut letters, mut running) = (0, 0);
    // Whether the byte before belongs to a word, and whether to one that begins small.
    let (mut in_word, mut in_small) = (0, 0);
    for at in (0..text.len()).step_by(8) {
        let eight = load(text, at);
        let word = (!(ascii_within(eight, b'\t', b'\r') | ascii_within(eight, b' ', b' ')) & HIGHEST) >> 7;
        let little = ascii_within(eight, b'a', b'z') >> 7;
        let starts = word & !(word << 8 | in_word) & little | word & in_small;
        // Adding to the first byte of a word carries through to its end.
        let all = word * 0xFF;
        let of_small = all & !all.wrapping_add(starts);
        // The bit that makes a letter small makes no letter of anything else.
        let letter = ascii_within(eight | every(0x20), b'a', b'z') >> 7;
        letters += ones(letter);
        running += ones(letter & of_small);
        (in_word, in_small) = (word >> 56, of_small >> 56 & 1);
    }
    (letters, running)
}

/// How many of the bytes, each 0 or 1, are 1.
fn ones(bytes: u64) -> u32 {
    (bytes.wrapping_mul(0x0101_0101_0101_0101) >> 56) as u32
}

/// How many of the bytes, which must be [`small`], are letters or figures before the first that is neither.
pub(super) fn word_length(small: u64) -> usize {
    let other = !(within(small, b'a', b'z') | within(small, b'0', b'9')) & HIGHEST;
    other.trailing_zeros() as usize / 8
}

/// The first `length` bytes, of which there may be eight at most; 0 for the others.
pub(super) fn first(eight: u64, length: usize) -> u64 {
    if length < 8 { eight & ((1 << (8 * length)) - 1) } else { eight }
}

/// The highest bit of each byte that is ASCII from `low` to `high`.
fn within(eight: u64, low: u8, high: u8) -> u64 {
    ascii_within(eight & !HIGHEST, low, high) & !eight
}

/// The same where all bytes are known to be ASCII.
fn ascii_within(eight: u64, low: u8, high: u8) -> u64 {
    let from_low = eight + every(0x80 - low);
    let above_high = eight + every(0x7F - high);
    from_low & !above_high & HIGHEST
}

/// Eight times `byte`.
const fn every(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::{first, load, small, word_length};

    #[test]
    fn words_are_measured_in_small_letters() {
        for (text, word) in [
            ("Plan: a", "plan"),
            ("O2-Z9", "o2"),
            ("", ""),
            (" x", ""),
            ("Communication", "communic"),
            ("@[`{/:", ""),
            ("Maß", "ma"),
            ("AZaz09é", "azaz09"),
        ] {
            let eight = small(load(text.as_bytes(), 0));
            let length = word_length(eight);
            assert_eq!(length, word.len(), "{text}");
            assert_eq!(first(eight, length), load(word.as_bytes(), 0), "{text}");
        }
    }
}
