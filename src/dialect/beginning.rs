//! How a word begins, as one small number: its first three bytes, each by its sort. What the lists of words are asked for at every word
//! of every text is nearly always not in them, and one look into a table of beginnings tells so.
//!
//! A table may hold more than what is listed, never less: whoever fills it must name every sort that may stand in the text.

/// So many beginnings there are.
pub(super) const BEGINNINGS: usize = 1 << (3 * BITS);

/// Bits of a sort.
const BITS: usize = 5;

/// What sort of byte stands at a place: a letter, whatever its case, or one of a few kinds of others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sort(u8);

impl Sort {
    /// Nothing: the text is over.
    const END: Self = Self(0);
    /// A figure, or the sign that stands for a number in a list.
    const FIGURE: Self = Self(27);
    /// White space.
    const SPACE: Self = Self(28);
    /// Any other sign.
    const SIGN: Self = Self(29);
    /// No ASCII.
    pub(super) const BEYOND: Self = Self(30);

    /// Every sort.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Self::among(None)
    }

    /// The one that is known to stand at a place, or any.
    pub(super) fn among(known: Option<Self>) -> impl Iterator<Item = Self> {
        let (first, last) = known.map_or((Self::END, Self::BEYOND), |known| (known, known));
        (first.0..=last.0).map(Self)
    }

    /// The sort of a byte.
    pub(super) const fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Self(byte & 0x1F),
            b'0'..=b'9' | b'#' => Self::FIGURE,
            b' ' | b'\t'..=b'\r' => Self::SPACE,
            0x80.. => Self::BEYOND,
            _ => Self::SIGN,
        }
    }

    /// Whether it is an ASCII letter.
    pub(super) fn is_letter(self) -> bool {
        (1..=26).contains(&self.0)
    }
}

/// The sort of every byte.
static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::END; 256];
    let mut byte = 0;
    while byte < sorts.len() {
        sorts[byte] = Sort::of(byte as u8);
        byte += 1;
    }
    sorts
};

/// The number of how `text` begins, below [`BEGINNINGS`].
pub(super) fn beginning(text: &[u8]) -> usize {
    let sort = |byte: u8| SORTS[usize::from(byte)];
    match *text {
        [first, second, third, ..] => numbered([sort(first), sort(second), sort(third)]),
        [first, second] => numbered([sort(first), sort(second), Sort::END]),
        [first] => numbered([sort(first), Sort::END, Sort::END]),
        [] => 0,
    }
}

/// The number of a beginning of these sorts.
pub(super) fn numbered(sorts: [Sort; 3]) -> usize {
    sorts.iter().fold(0, |number, sort| number << BITS | usize::from(sort.0))
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, beginning};

    #[test]
    fn words_that_begin_alike_have_one_number() {
        for (one, other, alike) in [
            ("Deadline", "dead", true),
            ("by 2026", "by\t1", true),
            ("q3", "Q1", true),
            ("q", "Q", true),
            ("", "", true),
            ("by", "by ", false),
            ("de", "né", false),
            ("day", "due", false),
        ] {
            let numbers = [one, other].map(|text| beginning(text.as_bytes()));
            assert_eq!(numbers[0] == numbers[1], alike, "{one} {other}");
            assert!(numbers.iter().all(|number| *number < BEGINNINGS), "{one} {other}");
        }
    }
}
