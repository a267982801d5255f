//! The `[sentences]` tables of the vocabularies: small words that tell whether a sentence asks, orders or reports, and where it ends.
//! All languages at once, because documents mix them. Words are kept and asked for in small letters.

use crate::dialect::reading::shipped;
use crate::dialect::script::is_cjk;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can do in a sentence.
#[derive(Clone, Copy, Debug)]
#[repr(u16)]
pub(crate) enum Use {
    /// Begins a question: "who", "wie".
    Asks = 1,
    /// A verb that begins a question where no other word asks: "should", "gibt".
    AsksAsVerb = 1 << 1,
    /// Begins what an imperative is about: "[book] the [hall]".
    BehindImperative = 1 << 2,
    /// Begins what an infinitive is about: "[réserver] la [salle]".
    BehindInfinitive = 1 << 3,
    /// Verbs of a sentence that reports, in a language that orders by infinitives: "wurde".
    Reports = 1 << 4,
    /// Says nothing about a topic, long as it is: "about".
    Fills = 1 << 5,
    /// Short forms whose full stop ends no sentence: "e.g".
    Short = 1 << 6,
    /// The same, in front of a number only: "no".
    ShortBeforeNumber = 1 << 7,
    /// Tells somebody to do something as the first word of a sentence, and hardly ever is a noun there: "ping", "envoyer".
    Orders = 1 << 8,
    /// A verb of what people say, not of what they are going to do: "presents".
    Tells = 1 << 9,
    /// May follow an infinitive that ends an order: "[Küche fragen] wegen".
    BehindInfinitiveAtEnd = 1 << 10,
    /// Makes a noun of the word in front, which could be an imperative: "[talk] at".
    BehindNoun = 1 << 11,
    /// Speaks to the reader: "your".
    Addresses = 1 << 12,
    /// Goes on with the question before it: "[Is there a van?] preferably".
    Continues = 1 << 13,
    /// A promise of whoever speaks, whose name was left out: "will [ask]".
    PromisesAtOnce = 1 << 14,
    /// Nothing that anybody promises, behind such a word: "[will] need".
    Unpromised = 1 << 15,
}

/// The table of one language. Plain lists are one string with white space between the words.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct SentenceWords {
    asking: &'static str,
    asking_verbs: &'static str,
    opinions: Vec<&'static str>,
    orders: Vec<&'static str>,
    order_openings: Vec<&'static str>,
    orders_within: Vec<&'static str>,
    imperatives: &'static str,
    telling_verbs: &'static str,
    to_be_done: Vec<&'static str>,
    participles: Vec<&'static str>,
    frames: Vec<&'static str>,
    framed_participles: Vec<&'static str>,
    impersonal: Vec<&'static str>,
    impersonal_openings: Vec<&'static str>,
    impersonal_endings: Vec<&'static str>,
    not_to_be_done: Vec<&'static str>,
    promises: Vec<&'static str>,
    elided_promises: &'static str,
    unpromised: &'static str,
    futures: Vec<&'static str>,
    not_futures: Vec<&'static str>,
    behind_nouns: &'static str,
    addresses: &'static str,
    continuing: &'static str,
    whether: Vec<&'static str>,
    common_promises: Vec<&'static str>,
    duty_openings: Vec<&'static str>,
    past: Vec<&'static str>,
    not_past: Vec<&'static str>,
    reports: Vec<&'static str>,
    duties: Vec<&'static str>,
    behind_imperatives: &'static str,
    infinitives: Vec<&'static str>,
    behind_infinitives: &'static str,
    behind_infinitives_at_end: &'static str,
    elisions: Vec<&'static str>,
    reporting_verbs: &'static str,
    fillers: &'static str,
    short: &'static str,
    short_before_numbers: &'static str,
}

/// Whether `word`, in small letters, can do this.
pub(crate) fn can(word: &str, what: Use) -> bool {
    USES.get(word).is_some_and(|uses| uses & what as u16 != 0)
}

/// Whether `text` ends in words that look like a question and state an opinion: ではないか。
pub(crate) fn states_opinion(text: &str) -> bool {
    !text.is_ascii() && listed(|table| &table.opinions).any(|opinion| text.ends_with(opinion))
}

/// Whether `text` says that something is still to be decided: "decide which hall", 使うかどうか.
pub(crate) fn leaves_open(text: &str) -> bool {
    let text = text.to_lowercase();
    listed(|table| &table.whether).any(|phrase| text.contains(phrase))
}

/// Whether `text` begins as those who speak promise something together: "we will ask", "vamos a preguntar".
pub(crate) fn promises_together(text: &str) -> bool {
    begins_with(text, &TOGETHER)
}

/// Whether `text` begins by saying that something has to be done: "il faut", "hay que".
pub(crate) fn opens_as_duty(text: &str) -> bool {
    begins_with(text, &DUTIES)
}

/// Phrases by their first letter, in small letters: nearly every line begins with none of them.
type Openings = HashMap<char, Vec<&'static str>>;

static TOGETHER: LazyLock<Openings> = LazyLock::new(|| openings(|table| &table.common_promises));
static DUTIES: LazyLock<Openings> = LazyLock::new(|| openings(|table| &table.duty_openings));

fn openings(list: fn(&SentenceWords) -> &Vec<&'static str>) -> Openings {
    let mut openings = Openings::new();
    for phrase in listed(list) {
        if let Some(first) = phrase.chars().next() {
            openings.entry(first).or_default().push(phrase);
        }
    }
    openings
}

fn begins_with(text: &str, openings: &Openings) -> bool {
    let first = text.chars().next().and_then(|first| first.to_lowercase().next());
    let Some(phrases) = first.and_then(|first| openings.get(&first)) else { return false };
    // Only where words are not set off by spaces does a phrase end anywhere.
    let ends = |phrase: &str, rest: &str| rest.starts_with(' ') || phrase.ends_with(is_cjk) && !rest.is_empty();
    phrases.iter().any(|phrase| behind_opening(text, phrase).is_some_and(|rest| ends(phrase, rest)))
}

/// What stands behind `phrase`, which is in small letters, if `text` begins with it in letters of either size.
fn behind_opening<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let is_next = |wanted: char| rest.next().is_some_and(|letter| letter == wanted || letter.to_lowercase().eq([wanted]));
    phrase.chars().all(is_next).then_some(rest.as_str())
}

/// Whether `text` ends as an order does where its ending shows that: 정하기.
pub(crate) fn ends_as_order(text: &str) -> bool {
    !text.is_ascii() && listed(|table| &table.orders).any(|ending| text.ends_with(ending))
}

/// Whether `text` begins as an order does where no space sets the verb off: 添加.
pub(crate) fn opens_as_order(text: &str) -> bool {
    !text.is_ascii() && listed(|table| &table.order_openings).any(|opening| text.starts_with(opening))
}

/// Whether a short `text` holds a verb of changing something, where verbs do not show how they are meant: 前端添加图标.
pub(crate) fn orders_in_the_middle(text: &str) -> bool {
    const LONGEST: usize = 40;
    !text.is_ascii() && text.chars().count() <= LONGEST && listed(|table| &table.orders_within).any(|verb| text.contains(verb))
}

/// A frame holds no more words.
const LONGEST_FRAME: usize = 15;

/// Whether `text` says that something is to be done, and not by whom: "the funds are to be deposited", "la liste sera envoyée", "der Termin
/// wird gesucht".
pub(crate) fn says_to_be_done(text: &str) -> bool {
    shipped().iter().map(|words| &words.sentences).any(|table| {
        let is_participle = |word: &str| {
            let ends = |ending: &&'static str| word.len() > ending.len() && word.ends_with(*ending);
            word.starts_with(char::is_lowercase) && table.framed_participles.iter().any(ends)
        };
        let mut frames = table.frames.iter().filter_map(|verb| text.find(verb).map(|at| &text[at + verb.len()..]));
        frames.any(|inside| inside.split(|sign: char| !sign.is_alphabetic()).take(LONGEST_FRAME).any(is_participle))
            || table.to_be_done.iter().any(|phrase| {
                text.match_indices(phrase).any(|(at, _)| {
                    let said = text[..at + phrase.len()].trim_end();
                    if table.not_to_be_done.iter().any(|other| said.ends_with(other)) {
                        return false;
                    }
                    let next = text[at + phrase.len()..].split_whitespace().next().unwrap_or_default();
                    let next = next.trim_end_matches(|sign: char| !sign.is_alphabetic());
                    table.participles.iter().any(|ending| next.len() > ending.len() + 2 && next.ends_with(ending))
                })
            })
    })
}

/// Whether `text` tells what is done from now on, and by nobody in particular: "se utilizarán tarjetas", "on utilisera". A subject that is
/// an everyday word of another language must begin its clause: not "post it on Jira".
pub(crate) fn tells_practice(text: &str) -> bool {
    let tells = |said: &str, next: &str, begins: bool, table: &SentenceWords| {
        let subjects = table.impersonal.iter().chain(table.impersonal_openings.iter().filter(|_| begins));
        subjects.into_iter().any(|subject| said.eq_ignore_ascii_case(subject))
            && table.impersonal_endings.iter().any(|ending| next.ends_with(ending))
    };
    text.split([',', ';', ':', '.', '(']).any(|clause| {
        let words = clause.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphabetic()));
        let pairs = words.clone().zip(words.skip(1)).enumerate();
        pairs
            .filter(|(_, (_, next))| next.starts_with(char::is_lowercase))
            .any(|(number, (said, next))| shipped().iter().any(|words| tells(said, next, number == 0, &words.sentences)))
    })
}

/// What stands behind the words by which whoever speaks promises something, if `text` begins with such: "will [ask]".
pub(crate) fn behind_promise(text: &str) -> Option<&str> {
    let behind = |promise: &'static str| {
        let head = text.get(..promise.len())?;
        // "To my mind" is no promise.
        let said = head == promise || promise.len() > 2 && head.eq_ignore_ascii_case(promise);
        let rest = &text[promise.len()..];
        (said && (rest.starts_with(' ') || !head.is_ascii() && !rest.is_empty())).then_some(rest)
    };
    listed(|table| &table.promises).filter_map(behind).min_by_key(|rest| rest.len())
}

/// Whether a word of `text` speaks to its reader: "Put your name here".
pub(crate) fn addresses_reader(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| !word.is_empty() && can(&word.to_lowercase(), Use::Addresses))
}

/// Whether `text` tells what was, in a script where the verb shows that by a sign of its own: 讨论了.
pub(crate) fn tells_what_was(text: &str) -> bool {
    let count = |signs: fn(&SentenceWords) -> &Vec<&'static str>| listed(signs).map(|sign| text.matches(sign).count()).sum::<usize>();
    !text.is_ascii() && count(|table| &table.past) > count(|table| &table.not_past)
}

/// Whether `text` ends as a report of what is over does, where its ending shows that: 논의함, 送りました. 해야 함 is a duty.
pub(crate) fn ends_as_report(text: &str) -> bool {
    !text.is_ascii()
        && listed(|table| &table.reports).any(|ending| text.ends_with(ending))
        && !listed(|table| &table.duties).any(|ending| text.ends_with(ending))
}

/// Whether `word` ends as an infinitive in a language that puts orders in that form.
pub(crate) fn ends_as_infinitive(word: &str) -> bool {
    listed(|table| &table.infinitives).any(|ending| word.ends_with(ending))
}

/// Whether `word` says by its ending what somebody will do: "imprimera", "enviarán". What will be or take place is no such word.
pub(crate) fn is_future(word: &str) -> bool {
    shipped().iter().map(|words| &words.sentences).any(|table| {
        let ends = |ending: &&'static str| word.len() > ending.len() + 2 && word.ends_with(*ending);
        table.futures.iter().any(ends) && !table.not_futures.contains(&word)
    })
}

/// Whether `word`, in small letters, begins with an article or preposition that is glued to it: "l'eau".
pub(crate) fn is_elided(word: &str) -> bool {
    listed(|table| &table.elisions).any(|elision| word.starts_with(elision))
}

fn listed(list: fn(&SentenceWords) -> &Vec<&'static str>) -> impl Iterator<Item = &'static str> {
    shipped().iter().flat_map(move |words| list(&words.sentences)).copied()
}

static USES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut uses = HashMap::new();
    for SentenceWords {
        asking,
        asking_verbs,
        behind_imperatives,
        behind_infinitives,
        reporting_verbs,
        fillers,
        short,
        short_before_numbers,
        imperatives,
        telling_verbs,
        elided_promises,
        unpromised,
        behind_infinitives_at_end,
        behind_nouns,
        addresses,
        continuing,
        ..
    } in shipped().iter().map(|words| &words.sentences)
    {
        for (list, what) in [
            (asking, Use::Asks),
            (asking_verbs, Use::AsksAsVerb),
            (behind_imperatives, Use::BehindImperative),
            (behind_infinitives, Use::BehindInfinitive),
            (reporting_verbs, Use::Reports),
            (fillers, Use::Fills),
            (short, Use::Short),
            (short_before_numbers, Use::ShortBeforeNumber),
            (imperatives, Use::Orders),
            (telling_verbs, Use::Tells),
            (elided_promises, Use::PromisesAtOnce),
            (unpromised, Use::Unpromised),
            (behind_infinitives_at_end, Use::BehindInfinitiveAtEnd),
            (behind_nouns, Use::BehindNoun),
            (addresses, Use::Addresses),
            (continuing, Use::Continues),
        ] {
            for word in list.split_whitespace() {
                *uses.entry(word).or_default() |= what as u16;
            }
        }
    }
    uses
});
