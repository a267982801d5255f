//! Whether a line tells somebody to do something: "Book the hall", "Réserver la salle", "Saal buchen".
//!
//! Told by the shape of the line alone, for places where not every line is an action. Chinese lines show no such shape and are never
//! taken for orders; a missed order costs less than a false one.

use super::name::lexicon::{Lexicon, Part};
use super::sentence::{Use, can, ends_as_infinitive, ends_as_order, is_elided};

/// Whether `line` is put as an order.
pub fn is_order(line: &str) -> bool {
    is_order_by_ending(line) || is_english_order(line)
}

/// Whether the ending of a word shows that `line` is put as an order. English verbs show nothing: many of them are nouns as well.
pub fn is_order_by_ending(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', ';', ',', '!', '。']);
    ends_as_order(line) || is_romance_order(line) || is_german_order(line)
}

/// `Book the hall`: a word that can be a verb, and what it is done to.
fn is_english_order(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    first.is_ascii() && Lexicon::get().is(first, Part::Common) && can(&second.to_lowercase(), Use::BehindImperative)
}

/// `Réserver la salle`: an infinitive, and what it is done to.
fn is_romance_order(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let low = second.to_lowercase();
    let whole = low.split('\'').next().unwrap_or_default();
    first.len() > 4 && ends_as_infinitive(first) && (can(whole, Use::BehindInfinitive) || is_elided(&low))
}

/// `Saal buchen`, `Angebot bei Firma Lang einholen`: a noun, and an infinitive at the end.
fn is_german_order(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some((last, before)) = words.split_last() else { return false };
    let infinitive =
        last.starts_with(char::is_lowercase) && last.chars().all(char::is_alphabetic) && last.len() > 5 && last.ends_with("en");
    infinitive
        && words.len() <= 7
        && before.first().is_some_and(|word| word.starts_with(char::is_uppercase))
        && !before.iter().any(|word| can(word, Use::Reports))
}

#[cfg(test)]
mod tests {
    use super::is_order;

    #[test]
    fn orders() {
        for (line, orders) in [
            ("Book the hall", true),
            ("Send a note to the council", true),
            ("Réserver la salle", true),
            ("Préparer l'ordre du jour", true),
            ("Enviar o convite até sexta", true),
            ("Pintar la sala", true),
            ("Saal buchen", true),
            ("Angebot bei der Stadt einholen", true),
            ("Other teams had no news", false),
            ("The pilot went well", false),
            ("Die Kosten sind gestiegen", false),
            ("Le budget est voté", false),
            ("Nice talk", false),
            ("", false),
        ] {
            assert_eq!(is_order(line), orders, "{line}");
        }
    }
}
