//! Which question marks ask (DIALECT 5).
//!
//! A mark asks when a sentence ends there. A mark that stands alone or behind a slash, that a letter follows directly
//! (`first place.?The`, a query string), or that repeats the mark before it, does not.

use super::sentence::{Use, can, states_opinion};

/// The byte behind each sentence-ending question mark of `text`, in order. The Japanese `か。` counts as a mark.
pub fn marks(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    if memchr::memchr3(b'?', 0xEF, 0x8B, bytes).is_none() {
        return Vec::new();
    }
    let first_letter = text.find(|letter: char| letter.is_alphanumeric() || letter == '\u{1}').unwrap_or(text.len());
    let asks = |at: usize, mark: char, end: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        first_letter < at
            && !matches!(before, Some('?' | '？' | '/' | '.' | '!' | '('))
            && !before.is_none_or(|it| it.is_whitespace() && !french_space(text, at))
            && !is_glued(&text[end..])
            && !(mark == '?' && after.is_some_and(|next| next.is_alphanumeric() && next.is_ascii() || matches!(next, '=' | '&' | '/')))
    };
    // The marks beyond ASCII begin with one of two bytes.
    let marks = memchr::memchr3_iter(b'?', 0xEF, 0xE3, bytes).filter_map(|at| {
        let mark = text.get(at..)?.chars().next()?;
        let end = at + mark.len_utf8();
        let ends = match mark {
            '?' | '？' => asks(at, mark, end),
            '。' => text[..at].ends_with('か'),
            _ => false,
        };
        ends.then_some(end)
    });
    marks.collect()
}

/// Whether any question mark stands in `text`, asking or not.
pub fn has_mark(text: &str) -> bool {
    memchr::memchr2_iter(b'?', 0xEF, text.as_bytes()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(['?', '？'])))
}

/// `??Is`: two marks and a letter without a space are damage, not a question.
fn is_glued(behind: &str) -> bool {
    behind.strip_prefix('?').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// French sets a space before the mark: it asks when a word stands before that space.
fn french_space(text: &str, at: usize) -> bool {
    text[..at].trim_end().chars().next_back().is_some_and(|it| it.is_alphanumeric() || matches!(it, ')' | '»' | '"' | '”'))
}

/// Whether `text` begins with a word that asks, with or without a mark at its end.
pub fn begins_asking(text: &str) -> bool {
    can(&first_word(text).to_lowercase(), Use::Asks)
}

fn first_word(text: &str) -> &str {
    text.trim_start_matches(|it: char| !it.is_alphanumeric()).split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default()
}

/// Whether `text` only looks like a question and states an opinion: ではないか。
pub fn is_opinion(text: &str) -> bool {
    states_opinion(text.trim_end())
}

/// Letters of the longest small word before one that asks, and how many of these there may be.
const LONGEST_JOINER: usize = 4;
const MOST_JOINERS: usize = 2;

/// `sentence` behind the small words it begins with: "And who waters it?", "Und bis wann?"
fn behind_joiners(sentence: &str) -> &str {
    let mut rest = sentence;
    for _ in 0..MOST_JOINERS {
        let word = first_word(rest);
        if word.is_empty() || word.chars().count() > LONGEST_JOINER || begins_asking(rest) {
            break;
        }
        rest = rest.get(rest.find(word).unwrap_or(0) + word.len()..).unwrap_or_default();
    }
    rest
}

/// Whether `text` is built as a question: it begins with a word or a verb that asks, behind the name of a speaker or a small word if need
/// be.
pub fn is_built_as_question(text: &str) -> bool {
    if is_opinion(text) {
        return false;
    }
    let spoken = match text.split_once(':') {
        Some((speaker, said)) if speaker.len() <= 30 && !speaker.contains('?') => said,
        _ => text,
    };
    // The last sentence asks: "We got no answer. Who decides?"
    let end = spoken.trim_end_matches(|it: char| !it.is_alphanumeric()).len();
    let start = spoken[..end].rfind(['.', '!', '。', ';']).map_or(0, |at| at + 1);
    let sentence = spoken.get(start..).unwrap_or(spoken);
    let first = first_word(sentence);
    // "… may be cancelled due to holidays?" only doubts.
    let doubts =
        || sentence.get(sentence.find(first).unwrap_or(0) + first.len()..).is_some_and(|rest| rest.trim_start().starts_with("be "));
    let word = first.to_lowercase();
    can(&word, Use::Asks)
        || can(&word, Use::AsksAsVerb) && !doubts()
        || begins_asking(behind_joiners(sentence))
        || sentence.contains('¿')
        || !first.is_ascii() && first.chars().any(|it| it > '\u{2fff}')
}

/// Whether all of `text` is set in quotation marks: an example of a question, asked by nobody.
pub fn is_quoted(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    text.starts_with(['"', '“', '”', '„', '«', '「', '\'']) && text.ends_with(['"', '”', '“', '»', '」', '\''])
}

/// `text` without the number of the issue that it ends with: "Should there be a stand? #504".
pub fn without_issue(text: &str) -> &str {
    let number = text.trim_end_matches([']', ')']);
    let digits = number.trim_end_matches(|it: char| it.is_ascii_digit());
    let before = digits.strip_suffix('#').filter(|_| digits.len() < number.len());
    before.map_or(text, |before| before.trim_end_matches(['[', '(']).trim_end())
}

/// Whether `text` ends by asking, once closing quotes and a trailing parenthesis are set aside.
pub fn ends_asking(text: &str) -> bool {
    let mut rest = without_issue(text.trim_end());
    if rest.ends_with([')', '）'])
        && let Some(open) = rest.rfind(['(', '（'])
    {
        let before = rest[..open].trim_end();
        if !before.is_empty() {
            rest = before;
        }
    }
    let rest = rest.trim_end_matches(['"', '”', '’', '\'', '»', '*', '_', ' ', '」']);
    marks(rest).last() == Some(&rest.len())
}

#[cfg(test)]
mod tests {
    use super::{ends_asking, marks};

    #[test]
    fn marks_that_ask() {
        for (text, count) in [
            ("Is it current?", 1),
            ("Is it current? Are we sure?", 2),
            ("Matt / GitHub ID / ?", 0),
            ("see https://a.example/x?raw=true", 0),
            ("Do they know what it is??Is there a vision?", 1),
            ("in the first place.?The practice", 0),
            ("最新の状態か。同意か。", 2),
            ("なぜ存在するのか？", 1),
            ("Qui décide ?", 1),
            ("???", 0),
            ("Really?! Yes", 1),
            ("(obsolete?)", 1),
            ("?", 0),
        ] {
            assert_eq!(marks(text).len(), count, "{text}");
        }
    }

    #[test]
    fn endings() {
        for (text, asks) in [
            ("Who decides? (owner: Ann)", true),
            ("Who decides? Ann.", false),
            ("\"Who decides?\"", true),
            ("Who decides", false),
            ("それが最新の状態か。", true),
        ] {
            assert_eq!(ends_asking(text), asks, "{text}");
        }
    }
}
