//! How long a text is: its sentences, its words, and its characters in scripts that write no spaces.
//! A full stop ends a sentence only where another can begin: not in `1.5`, `e.g. from`, `z. B. die`, `J. Smith`.

mod words;

use super::script::{is_cjk, is_hangul};
pub(crate) use words::{
    SentenceWords, Use, addresses_reader, behind_promise, can, ends_as_infinitive, ends_as_order, ends_as_report, is_elided, leaves_open,
    opens_as_duty, opens_as_order, orders_in_the_middle, promises_together, says_to_be_done, states_opinion, tells_practice,
    tells_what_was,
};

/// Measures of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Length {
    /// Sentences; the last one counts without a stop.
    pub sentences: usize,
    /// Words set off by spaces, those of Chinese and Japanese aside.
    pub words: usize,
    /// Han characters, kana and Hangul syllables.
    pub characters: usize,
}

/// Measures `text`, which may be wrapped over lines.
pub fn length(text: &str) -> Length {
    if text.is_ascii() {
        let words = text.split_whitespace().filter(|word| word.bytes().any(|byte| byte.is_ascii_alphanumeric())).count();
        return Length { sentences: sentences(text), words, characters: 0 };
    }
    let characters = text.chars().filter(|&letter| letter.is_alphabetic() && (is_cjk(letter) || is_hangul(letter))).count();
    let spaced = |word: &&str| word.chars().any(|letter| letter.is_alphanumeric() && (!is_cjk(letter) || is_hangul(letter)));
    let words = if characters * 2 > text.chars().filter(|letter| letter.is_alphabetic()).count() {
        0
    } else {
        text.split_whitespace().filter(spaced).count()
    };
    Length { sentences: sentences(text), words, characters }
}

/// Where the last sentence of `text` begins, in bytes; where a line is broken on purpose, one ends as well.
pub(crate) fn last_start(text: &str) -> usize {
    let stops = text.char_indices().filter(|&(_, sign)| is_stop(sign)).map(|(at, sign)| (at, at + sign.len_utf8()));
    let stop = stops.filter(|&(at, end)| end < text.len() && ends(text, at, end)).map(|(_, end)| end).next_back();
    let is_hard = |line: &str| line.ends_with("  ") || line.ends_with('\\');
    let hard = text.rmatch_indices('\n').find(|&(at, _)| is_hard(text[..at].trim_end_matches('\r'))).map(|(at, _)| at + 1);
    let start = stop.max(hard).unwrap_or_default();
    text.len() - text[start..].trim_start().len()
}

fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if !is_stop(sign) {
            continue;
        }
        let mut end = at + sign.len_utf8();
        // `?!`, `...`, and the `.?` and `??` that a lost character leaves behind are one end.
        while let Some(&(next, stop)) = signs.peek().filter(|(_, next)| is_stop(*next)) {
            end = next + stop.len_utf8();
            signs.next();
        }
        if has_words(&text[start..at]) && ends(text, at, end) {
            count += 1;
            start = end;
        }
    }
    count + usize::from(has_words(&text[start..]))
}

fn is_stop(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡')
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether the stops between `at` and `end` close a sentence.
fn ends(text: &str, at: usize, end: usize) -> bool {
    let stops = &text[at..end];
    if stops.contains(['。', '！', '？', '｡']) {
        return true;
    }
    let behind = text[end..].trim_start_matches(['"', '\'', '”', '’', '»', ')', '*', '_', ']']);
    let Some(next) = behind.chars().next() else { return true };
    if !next.is_whitespace() {
        // `place.?The`, `is??Is`: the space went with the lost character.
        return stops.len() > 1 && stops.ends_with('?') && next.is_uppercase() || is_cjk(next) && !is_hangul(next);
    }
    let first = behind.chars().find(|letter| letter.is_alphanumeric());
    let opens = first.is_none_or(|letter| letter.is_uppercase() || letter.is_numeric() || is_cjk(letter) || is_hangul(letter));
    opens && !(stops == "." && is_short(&text[..at], first.is_some_and(char::is_numeric)))
}

/// Whether the last word of `text` is a short form or an initial.
fn is_short(text: &str, before_number: bool) -> bool {
    let word = text.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '*' | '_')).next().unwrap_or_default();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(|letter| letter.is_alphabetic() && letter != 'I' && !is_cjk(letter) && !is_hangul(letter))
        && letters.next().is_none();
    let word = word.to_lowercase();
    initial || can(&word, Use::Short) || before_number && can(&word, Use::ShortBeforeNumber)
}

#[cfg(test)]
mod tests {
    use super::{Length, leaves_open, length, opens_as_duty, tells_practice};

    #[test]
    fn sentences_end_where_another_can_begin() {
        for (text, sentences) in [
            ("", 0),
            ("One.", 1),
            ("One without a stop", 1),
            ("One. Two! Three? Four", 4),
            ("By 2030 a visit takes 1.5 hours at most, e.g. from the door to the bus stop. Nurses go home.", 2),
            ("Smith Inc. Works well. So does J. Smith with Dr. Who.", 2),
            ("Wir helfen, z. B. Familien. Und d. h. Allen.", 2),
            ("addressed a vision.?The practice.?In essence", 3),
            ("know what it is??Is there a vision? Is there a foundation??", 3),
            ("Wait... what?! Really", 2),
            ("He said \"no.\" She left.", 2),
            ("version 2.0.1 of node.js runs", 1),
            ("子どもが一人で来られる病院にする。職員も定時に帰る。", 2),
            ("우리 가게는 거실이 된다. 누구나 쉬어 간다. 손님은 다시 온다.", 3),
            ("我们开办夜校。我们成立于一九八七年！好吗？", 3),
            ("Un lugar. ¿Para quién? Para ti.", 3),
            ("One\nwrapped. Two\nlines.", 2),
        ] {
            assert_eq!(length(text).sentences, sentences, "{text}");
        }
    }

    #[test]
    fn words_and_characters_are_those_of_their_scripts() {
        assert_eq!(length("We keep 40,000 homes warm – always."), Length { sentences: 1, words: 6, characters: 0 });
        assert_eq!(length("我们开办夜校。"), Length { sentences: 1, words: 0, characters: 6 });
        assert_eq!(length("  "), Length::default());
    }

    #[test]
    fn practices_are_told_of_nobody() {
        for (text, tells) in [
            ("Las mesas se usarán por turnos", true),
            ("On utilisera la grande salle", true),
            ("À partir de mai, on fermera à 18 h", true),
            ("Man sollte früher beginnen", true),
            ("Post the list on Jira", false),
            ("Put the speech on camera", false),
        ] {
            assert_eq!(tells_practice(text), tells, "{text}");
        }
    }

    #[test]
    fn phrases_begin_with_letters_of_either_size() {
        for text in ["É preciso pintar a porta", "é preciso pintar", "Il faut une scène", "WE NEED TO paint it", "需要刷门"] {
            assert!(opens_as_duty(text), "{text}");
        }
        for text in ["É", "Éclairer la scène", "Il faute", "ſ", "İl faut une scène"] {
            assert!(!opens_as_duty(text), "{text}");
        }
        for text in ["Decidir qué sala", "Décider si la porte reste ouverte", "Whether to paint it", "Entscheiden, ob wir malen"] {
            assert!(leaves_open(text), "{text}");
        }
    }
}
