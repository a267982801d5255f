//! A place in a text, read forwards one folded character at a time; copied instead of rewound.
//! Folding makes full-width figures and marks half-width and every white space a space, so that no reader needs to know of them.

/// A place between two characters of `text`.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// A run of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    /// Its value; meaningless above nine figures, which no date has.
    pub(super) value: u32,
    /// How many figures.
    pub(super) digits: usize,
}

impl Number {
    /// As a day, a month or a two-figure year.
    pub(super) fn short(self) -> Option<i8> {
        (self.digits <= 2).then_some(self.value as i8)
    }

    /// As a year that a plan may speak of.
    pub(super) fn year(self) -> Option<i16> {
        (self.digits == 4 && (1900..=2199).contains(&self.value)).then_some(self.value as i16)
    }
}

impl<'t> Cursor<'t> {
    /// At byte `at`, which is moved back to the start of its character if it is inside one.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        Self { text, at }
    }

    /// Byte offset.
    pub(super) fn at(self) -> usize {
        self.at
    }

    /// What follows, as it stands.
    pub(super) fn rest(self) -> &'t str {
        &self.text[self.at..]
    }

    /// What stands before, as it stands.
    pub(super) fn before(self) -> &'t str {
        &self.text[..self.at]
    }

    /// The next character, folded.
    pub(super) fn peek(self) -> Option<char> {
        match self.text.as_bytes().get(self.at)? {
            byte if byte.is_ascii() => Some(fold(*byte as char)),
            _ => self.rest().chars().next().map(fold),
        }
    }

    /// The next character, folded and small.
    pub(super) fn peek_small(self) -> Option<char> {
        match self.text.as_bytes().get(self.at)? {
            byte @ b' '..=b'~' => Some(byte.to_ascii_lowercase() as char),
            _ => self.peek().map(fold_case),
        }
    }

    /// The next two characters, folded.
    pub(super) fn two(self) -> (Option<char>, Option<char>) {
        (self.peek(), self.step().peek())
    }

    /// One character on; stays at the end.
    pub(super) fn step(self) -> Self {
        let width = match self.text.as_bytes().get(self.at) {
            None => 0,
            Some(byte) if byte.is_ascii() => 1,
            Some(_) => self.rest().chars().next().map_or(0, char::len_utf8),
        };
        Self { at: self.at + width, ..self }
    }

    /// Behind `wanted`, if it comes next.
    pub(super) fn behind(self, wanted: char) -> Option<Self> {
        (self.peek() == Some(wanted)).then(|| self.step())
    }

    /// Behind one of `wanted`.
    pub(super) fn behind_any(self, wanted: &[char]) -> Option<Self> {
        self.peek().filter(|next| wanted.contains(next)).map(|_| self.step())
    }

    /// The next three characters, folded and small; `'\0'` behind the end.
    pub(super) fn three(self) -> [char; 3] {
        if let Some([a, b, c, ..]) = self.text.as_bytes().get(self.at..)
            && a.is_ascii()
            && b.is_ascii()
            && c.is_ascii()
        {
            return [*a, *b, *c].map(|byte| fold_case(byte as char));
        }
        let mut chars = self.rest().chars().map(fold_case);
        [(); 3].map(|()| chars.next().unwrap_or('\0'))
    }

    /// Behind any white space.
    pub(super) fn spaces(mut self) -> Self {
        while self.peek() == Some(' ') {
            self = self.step();
        }
        self
    }

    /// Behind any white space if it is `allowed`.
    pub(super) fn spaces_if(self, allowed: bool) -> Self {
        if allowed { self.spaces() } else { self }
    }

    /// A run of figures and the place behind it.
    pub(super) fn number(self) -> Option<(Number, Self)> {
        let (mut number, mut cursor) = (Number { value: 0, digits: 0 }, self);
        while let Some(figure) = cursor.peek().and_then(|c| c.to_digit(10)) {
            number = Number { value: number.value.wrapping_mul(10).wrapping_add(figure), digits: number.digits + 1 };
            cursor = cursor.step();
        }
        (number.digits > 0).then_some((number, cursor))
    }

    /// A number in figures or in kanji, `十三`, `二〇二六`, and the place behind it.
    pub(super) fn count(self) -> Option<(Number, Self)> {
        self.number().or_else(|| self.kanji())
    }

    /// Figures one by one, or tens and ones up to 99.
    fn kanji(self) -> Option<(Number, Self)> {
        let (mut number, mut cursor, mut tens) = (Number { value: 0, digits: 0 }, self, false);
        while let Some(sign) = cursor.peek() {
            match (kanji_figure(sign), sign) {
                (Some(figure), _) if tens => number = Number { value: number.value / 10 * 10 + figure, digits: 2 },
                (Some(figure), _) => {
                    number = Number { value: number.value.wrapping_mul(10).wrapping_add(figure), digits: number.digits + 1 }
                }
                (None, '十') if number.digits <= 1 && !tens => {
                    number = Number { value: if number.digits == 0 { 10 } else { 10 * number.value }, digits: 2 };
                    tens = true;
                }
                _ => break,
            }
            cursor = cursor.step();
        }
        (number.digits > 0).then_some((number, cursor))
    }

    /// Whether a word or a number may begin here: not inside a word, a version, a path, an amount, a clock time.
    pub(super) fn starts_clean(self) -> bool {
        let mut before = self.before().chars().rev().map(fold);
        match before.next() {
            None => true,
            Some('#' | '$' | '€' | '£' | '@' | '+' | '&' | '=' | '\\' | '_') => false,
            Some('-' | '/' | '.') => !before.next().is_some_and(is_word),
            Some(':') => !before.next().is_some_and(|c| c.is_ascii_digit()),
            Some('\'') => !before.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => !is_word(c),
        }
    }

    /// Whether a date may end here. A clock time may be glued on with `T`; a slug, an id, a file name may not.
    pub(super) fn ends_clean(self) -> bool {
        match self.two() {
            (Some('T' | 't'), Some(next)) => next.is_ascii_digit(),
            (Some('%' | '\\'), _) => false,
            (Some('-' | '_' | '/' | '.' | ':'), next) | (next, _) => !next.is_some_and(is_word),
        }
    }

    /// Whether the thought ends here: the end, or a mark that is no word.
    pub(super) fn ends_clause(self) -> bool {
        !self.spaces().peek().is_some_and(char::is_alphanumeric)
    }
}

fn kanji_figure(sign: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find_map(|(figure, value)| (figure == sign).then_some(value)).or((sign == '零').then_some(0))
}

/// Whether the character is a kanji that numbers begin with.
pub(super) fn is_kanji_figure(sign: char) -> bool {
    sign >= '〇' && (sign == '十' || kanji_figure(sign).is_some())
}

/// Half-width, any white space as a space, any apostrophe as `'`.
pub(super) fn fold(c: char) -> char {
    match c {
        ' '..='~' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2019}' | '\u{02BC}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ if c < '\u{3001}' && c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Folded and small.
pub(super) fn fold_case(c: char) -> char {
    let c = fold(c);
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        '\u{2E80}'.. => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether the folded character belongs to a word that spaces delimit. Kanji, kana and Hangul do not.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c < '\u{2E80}' && c.is_alphanumeric() && c != 'º' && c != 'ª' }
}
