//! Makes characters visible that would act on a reader's screen instead of showing: control characters, ANSI sequences, bidi overrides.
//! Documents come from strangers, and messages quote them. One character stays one character, so columns keep their meaning.

use std::borrow::Cow;

/// Whether a terminal or a viewer would obey `c` instead of drawing it.
pub(super) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What stands for `c` on a screen. Tabs stay.
pub(super) fn visible_char(c: char) -> char {
    match c {
        '\t' => '\t',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\u{7f}' => '␡',
        c if acts(c) => '�',
        c => c,
    }
}

/// `text` on one line, with nothing in it that acts.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { visible_char(c) });
    Cow::Owned(shown.collect())
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_acts_on_the_screen() {
        for (raw, shown) in [
            ("plain, 計画 and é", "plain, 計画 and é"),
            ("\u{1b}[31mred", "␛[31mred"),
            ("two\nlines\tand a tab", "two lines and a tab"),
            ("bell\u{7} delete\u{7f} c1\u{9b}31m", "bell␇ delete␡ c1�31m"),
            ("owner \u{202e}nnA\u{202c}", "owner �nnA�"),
        ] {
            assert_eq!(visible(raw), shown);
        }
    }
}
