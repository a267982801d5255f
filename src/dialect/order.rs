//! Whether a line tells somebody to do something: "Book the hall", "Réserver la salle", "Saal buchen".
//!
//! Told by the shape of the line alone, for places where not every line is an action. Chinese lines show no such shape and are never
//! taken for orders; a missed order costs less than a false one.

use super::name::lexicon::{Lexicon, Part};
use super::name::{is_east_asian, phrase_at, word_at};
use super::numbering;
use super::sentence::{
    Use, behind_promise, can, ends_as_infinitive, ends_as_order, is_elided, opens_as_duty, opens_as_order, orders_in_the_middle,
};

/// Most words that lead up to an order.
const LONGEST_LEAD: usize = 5;
/// Most words in front of a German infinitive.
const LONGEST_OBJECT: usize = 6;

/// Whether `line` is put as an order.
pub fn is_order(line: &str) -> bool {
    is_order_by_ending(line) || is_english_order(line)
}

/// Whether any sentence of `line` is put as an order, and shows that by more than words that may be nouns as well.
pub fn orders_within(line: &str) -> bool {
    let orders =
        |sentence: &str| begins_as_order(sentence) || is_order_by_ending(sentence) || behind_lead(sentence).is_some_and(is_romance_order);
    sentences(line).any(orders) || orders_in_the_middle(line)
}

/// What stands behind a few words that lead up to it: "Pour la soutenance, [présenter l'objectif]".
fn behind_lead(sentence: &str) -> Option<&str> {
    let (lead, order) = sentence.split_once(", ")?;
    (lead.split_whitespace().count() <= LONGEST_LEAD && !lead.contains([':', '：'])).then(|| order.trim_start())
}

/// Whether `line` begins with a verb that tells somebody to do something: "ping the board", "添加图标". A preposition or a sign behind the
/// verb makes a noun of it: "Talk at the fair", "Call 1: Friday".
pub fn begins_as_order(line: &str) -> bool {
    let line = numbering::without_list_counter(line.trim_start());
    let mut words = line.split_whitespace();
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    // "Complete and publish the guide"
    let second = match second {
        Some("and" | "&" | "/") => words.next(),
        second => second,
    };
    let object = second.is_some_and(|second| {
        second.starts_with(|first: char| {
            first.is_alphabetic() || matches!(first, '"' | '“' | '@' | '\u{1}' | '$' | '#') || first.is_numeric()
        }) && !can(&second.to_lowercase(), Use::BehindNoun)
    });
    object && first.chars().all(|letter| letter.is_alphabetic() || letter == '-') && can(&first.to_lowercase(), Use::Orders)
        || opens_as_order(line)
}

/// Whether `line` begins with such a verb, where nothing but what somebody is to do can stand.
pub fn begins_with_imperative(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|first| can(&first.to_lowercase(), Use::Orders)) || opens_as_order(line.trim_start())
}

/// Whether `line` begins as whoever speaks promises something: "will ask", "I'll ask".
pub fn begins_as_promise(line: &str) -> bool {
    let Some(behind) = behind_promise(line) else { return false };
    let behind = behind.trim_start();
    // "will be late" promises nothing, nor does "to the left".
    word_at(behind, 0).is_some_and(|word| !Lexicon::get().is(word.of(behind), Part::NotWork)) || behind.starts_with(is_east_asian)
}

/// Whether `line` is a promise of whoever took the minutes or speaks: "Will ask the school".
pub fn promises_at_once(line: &str) -> bool {
    let Some((first, promised)) = line.split_once(' ') else { return false };
    can(&first.to_lowercase(), Use::PromisesAtOnce)
        && promised.starts_with(char::is_lowercase)
        && !tells(promised)
        && !can(promised.split_whitespace().next().unwrap_or_default(), Use::Unpromised)
        && begins_as_promise(line)
}

/// Whether a sentence of `line` says that something has to be done, by nobody in particular: "Il faut réserver la salle".
pub fn says_duty(line: &str) -> bool {
    sentences(line).any(opens_as_duty)
}

/// Whether `line` begins with the words that bind whoever is named before them: "needs to ask", "va demander".
pub fn is_bound(line: &str) -> bool {
    phrase_at(line.trim_start(), 0, Part::Auxiliary).is_some()
}

/// Whether `line` begins with the verb of what somebody does, and not of what somebody says.
pub fn begins_with_act(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.']);
    Lexicon::get().is(first, Part::Act)
}

/// Whether `line` begins with a verb of what somebody says or wishes: "presents the plan", "souhaite une réponse".
pub fn tells(line: &str) -> bool {
    can(line.split_whitespace().next().unwrap_or_default(), Use::Tells)
}

/// Whether the ending of a word shows that `line` is put as an order. English verbs show nothing: many of them are nouns as well.
pub fn is_order_by_ending(line: &str) -> bool {
    let line = without_remark(numbering::without_list_counter(line.trim().trim_end_matches(['.', ';', ',', '!', '。'])));
    ends_as_order(line) || is_romance_order(line) || german_clauses(line).any(is_german_order)
}

/// The whole, and its clauses: "Liste - noch keine, nach Anbietern suchen".
fn german_clauses(line: &str) -> impl Iterator<Item = &str> {
    let clauses = || line.split(", ").flat_map(|clause| clause.split(" - ")).flat_map(|clause| clause.split(" – "));
    let several = line.contains("en") && clauses().nth(1).is_some();
    std::iter::once(line).chain(clauses().filter(move |_| several))
}

/// Without the remark in brackets that ends `line`: "이름 정하기 (천천히)".
pub fn without_remark(line: &str) -> &str {
    let before = line.strip_suffix([')', '）']).and_then(|line| line.rfind(['(', '（']).map(|open| line[..open].trim_end()));
    before.filter(|before| !before.is_empty()).unwrap_or(line)
}

fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim_start_matches(['-', '–', '—', '>', '→', ' ', '*']);
    line.split_inclusive(['.', '!', '。', ';', '；', '：']).filter(|sentence| sentence.trim().len() > 2).map(str::trim)
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

/// `Saal buchen`, `Angebot bei Firma Lang einholen`, `Oase fragen wegen Besteck`: a noun, and an infinitive behind which at most a
/// preposition goes on.
fn is_german_order(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let infinitive = |word: &str| {
        let is_long = word.len() > 5 || can(word, Use::Orders);
        word.starts_with(char::is_lowercase) && word.chars().all(char::is_alphabetic) && is_long && word.ends_with("en")
    };
    // "Die Gäste kommen mit dem Bus" reports.
    let named = || words.first().is_some_and(|first| Lexicon::get().is(first, Part::Article));
    let ends = |at: usize| words.get(at + 1).is_none_or(|next| can(&next.to_lowercase(), Use::BehindInfinitiveAtEnd) && !named());
    let Some(at) = (1..words.len()).find(|&at| infinitive(words[at]) && ends(at)) else { return false };
    // "nach Anbietern suchen"
    let behind_preposition = || at > 1 && can(words[0], Use::BehindInfinitiveAtEnd) && words[1].starts_with(char::is_uppercase);
    at <= LONGEST_OBJECT
        && (words[0].starts_with(char::is_uppercase) || behind_preposition())
        && !words[..at].iter().any(|word| can(word, Use::Reports) || can(&word.to_lowercase(), Use::Reports))
}

#[cfg(test)]
mod tests {
    use super::{begins_as_order, begins_as_promise, is_order, orders_within, promises_at_once};

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

    #[test]
    fn orders_that_show_it_without_an_article() {
        for (line, orders) in [
            ("ping the board about the roof", true),
            ("a. Ressusciter le modèle", true),
            ("Hacer carteles para la fiesta", true),
            ("We have one van. Ask the school for another.", true),
            ("Nochmal Küche fragen wegen Besteck", true),
            ("Liste - bisher keine, nach Anbietern suchen", true),
            ("Webseite - Termin mit dem Verein ausmachen, bleibt offen", true),
            ("프로젝트 이름 정하기 (천천히)", true),
            ("添加好友申请", true),
            ("Neue Bilder auf die Seite laden", true),
            ("와이어 프레임 짜기", true),
            ("会場を予約する", true),
            ("Pour la fête, présenter les plans du toit", true),
            ("Ana, Bo: presentar los planos", false),
            ("Ping", false),
            ("Questions were asked", false),
            ("Die Gäste kommen mit dem Bus", false),
            ("Wir haben Bänke bekommen wegen des Festes", false),
            ("회의록 공유 완료 (지난주)", false),
        ] {
            assert_eq!(orders_within(line), orders, "{line}");
        }
        for (line, promises) in
            [("Will ask the school", true), ("Will need a van", false), ("Will Smith / school", false), ("Goodwill", false)]
        {
            assert_eq!(promises_at_once(line), promises, "{line}");
        }
        assert!(begins_as_order("talk to the mayor") && !begins_as_order("talks went well"));
    }

    #[test]
    fn promises_of_whoever_speaks() {
        for (line, promises) in [
            ("will reach out", true),
            ("I'll take a look", true),
            ("I will ask her", true),
            ("ich werde fragen", true),
            ("will be late", false),
            ("I agree", false),
            ("fine with me", false),
        ] {
            assert_eq!(begins_as_promise(line), promises, "{line}");
        }
    }
}
