//! From the words of a heading to the concepts it states (DIALECT 3).
//! A heading is stripped to its words, then read in several ways; the first reading that is known decides.
//! Nothing is guessed: a word glued or hyphenated to a concept word states something else.

use super::compound::{self, Front};
use super::concept::{Concept, Language};
use super::grammar::{Grammar, Role};
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::numbering::{bare, without_trail};
use super::script::{is_cjk, is_hangul, is_ornament};

/// A concept that words state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Match {
    /// What they are about.
    pub concept: Concept,
    /// Whose or of what, in lower case: "contact center" of "Contact center mission statement".
    pub scope: Option<String>,
    /// Whether a better word should be offered.
    pub nonstandard: bool,
    /// The language of the word, when it is a word of one language only.
    pub language: Option<Language>,
}

/// What a heading states.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HeadingReading {
    /// One concept, or several when the heading names several ("Mission and strategy"); empty for any other heading.
    pub matches: Vec<Match>,
    /// Whether the concept words are all of the heading: nothing in front narrows them and nothing follows.
    pub whole: bool,
    /// It names actions among other things ("Summary and next steps"), and so states no concept alone.
    pub also_actions: bool,
}

/// How much of a heading a word may be to state its concept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Reach {
    /// Also with a qualifier.
    Scoped,
    /// Alone.
    Whole,
    /// Not in a heading at all: as the label of a field.
    Label,
}

/// One meaning of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Term {
    pub(super) concept: Concept,
    pub(super) reach: Reach,
    pub(super) nonstandard: bool,
    pub(super) language: Option<Language>,
}

/// Words in front of a concept word beyond this many make a sentence of it.
const MOST_QUALIFIERS: usize = 4;

/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 120;

/// Reads headings and labels with the words of all languages.
pub(super) struct Reader<'v> {
    pub(super) terms: &'v Lexicon<Term>,
    pub(super) grammar: &'v Grammar,
}

impl Reader<'_> {
    /// The concepts that the heading `text` states.
    pub(super) fn heading(&self, text: &str) -> HeadingReading {
        let folded = fold(text);
        let heading = bare(folded.as_str(), self.grammar);
        if heading.is_empty() {
            return HeadingReading::default();
        }
        let leading = before_separator(heading);
        let plain = [(Some(heading), Reach::Whole), (unbracketed(heading), Reach::Whole), (bracket(heading), Reach::Whole)];
        let led = [(leading, Reach::Scoped), (leading.and_then(unbracketed), Reach::Scoped), (leading.and_then(bracket), Reach::Scoped)];
        for (words, reach) in plain.into_iter().chain(led) {
            if let Some(found) = words.and_then(|words| self.equal(words, reach)) {
                return HeadingReading { matches: vec![found], whole: true, also_actions: false };
            }
        }
        let led = leading.map(|leading| unbracketed(leading).unwrap_or(leading));
        for words in [unbracketed(heading).or(Some(heading)), led].into_iter().flatten() {
            let (matches, whole) = self.listed(words);
            if !matches.is_empty() {
                let also_actions = matches.len() > 1 && matches.iter().any(|found| found.concept == Concept::Actions);
                return HeadingReading { matches, whole, also_actions };
            }
            if let Some(found) = self.qualified(words) {
                return HeadingReading { matches: vec![found], whole: false, also_actions: false };
            }
        }
        let acts = |words: &str| self.equal(words, Reach::Scoped).filter(|found| found.concept == Concept::Actions);
        if let Some(found) = quoted(heading).and_then(acts) {
            return HeadingReading { matches: vec![found], whole: false, also_actions: false };
        }
        let plain = unbracketed(heading).unwrap_or(heading);
        let acts_in = |part: &str| acts(part).is_some() || self.acts_qualified(part);
        let also_actions = self.outer_parts(plain).is_some_and(|parts| parts.into_iter().any(acts_in)) || self.acts_qualified(plain);
        HeadingReading { also_actions, ..HeadingReading::default() }
    }

    /// "actions post-séminaire", "tareas del equipo": Romance languages narrow a word from behind. What is done is no action, nor is what
    /// may be English: "Actions API".
    fn acts_qualified(&self, words: &str) -> bool {
        let mut parts = words.splitn(2, ' ');
        let (Some(first), Some(qualifier)) = (parts.next(), parts.next()) else { return false };
        let narrowed = |term: &Term| term.language.is_none_or(|language| language.writing().narrows_from_behind);
        let terms = || self.terms.get(first).iter().filter(|term| term.concept == Concept::Actions && term.reach == Reach::Scoped);
        let joins = |word: &str| self.grammar.is(word, Role::Preposition) || self.grammar.is(word, Role::Determiner);
        let is_clear = || terms().all(narrowed) || !qualifier.is_ascii() || qualifier.split(' ').next().is_some_and(joins);
        qualifier.split(' ').count() <= 3 && !self.grammar.is_over(qualifier) && terms().any(narrowed) && is_clear()
    }

    /// What stands before the first "and", and behind the last one.
    fn outer_parts<'a>(&self, words: &'a str) -> Option<[&'a str; 2]> {
        let (end, _) = self.grammar.separator(words)?;
        let mut rest = words;
        while let Some((_, end)) = self.grammar.separator(rest) {
            rest = &rest[end..];
        }
        Some([words[..end].trim(), rest.trim()])
    }

    /// The concept that a label states, preferring `wanted` where its words can mean more than one.
    pub(super) fn label(&self, text: &str, wanted: Option<Concept>) -> Option<Match> {
        if text.len() > LONGEST_LABEL {
            return None;
        }
        let folded = fold(text);
        let label = bare(folded.as_str(), self.grammar);
        if label.is_empty() || label.split(' ').count() > MOST_QUALIFIERS {
            return None;
        }
        let terms = |words: &str| {
            let terms = self.terms.get(words);
            terms.iter().find(|term| Some(term.concept) == wanted).or(terms.first()).copied()
        };
        let plain = self.without_determiners(label);
        [Some(label), unbracketed(label), Some(plain)].into_iter().flatten().find_map(|words| terms(words).map(|term| term.found(None)))
    }

    /// The concept whose word equals `words`, but for determiners and for spaces between CJK words.
    fn equal(&self, words: &str, reach: Reach) -> Option<Match> {
        self.term(words, reach)
            .or_else(|| self.term(self.without_determiners(words), reach))
            .or_else(|| squeezed(words).and_then(|words| self.term(&words, reach)))
            .map(|term| term.found(None))
    }

    fn term(&self, words: &str, reach: Reach) -> Option<Term> {
        self.terms.get(words).iter().find(|term| term.reach <= reach).copied()
    }

    /// `words` behind "our" or "the".
    fn without_determiners<'a>(&self, words: &'a str) -> &'a str {
        words.split_once(' ').filter(|(first, _)| self.grammar.is(first, Role::Determiner)).map_or(words, |(_, rest)| rest)
    }

    fn narrows_nothing(&self, word: &str) -> bool {
        self.grammar.is(word, Role::NotScope)
            || self.grammar.is(word, Role::Determiner)
            || word.bytes().all(|byte| !byte.is_ascii_alphabetic() && byte.is_ascii())
    }

    /// The concept of words with a qualifier in front or a complement behind.
    fn qualified(&self, words: &str) -> Option<Match> {
        let read = self.behind_qualifier(words).or_else(|| self.behind_joiner(words));
        read.or_else(|| self.in_compound(words)).or_else(|| self.before_preposition(words)).or_else(|| self.before_number(words))
    }

    /// "todos W6-1", "tasks KW 49", "actions 12/3": what is to be done, and when. "Action 3" is one of several.
    fn before_number(&self, words: &str) -> Option<Match> {
        let when = |words: &str| {
            let last = words.rsplit(' ').next().unwrap_or(words);
            let parts =
                last.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| part.ends_with(|end: char| end.is_ascii_digit()));
            let is_set = last.len() < words.len()
                && words.starts_with(char::is_alphabetic)
                && last.starts_with(|first: char| first.is_ascii_digit());
            is_set && parts.clone().count() == 1 || parts.count() > 1
        };
        let spaces = words.rmatch_indices(' ').take(2).map(|(at, _)| (&words[..at], &words[at + 1..]));
        spaces.filter(|(_, behind)| when(behind)).find_map(|(synonym, _)| {
            let term = self.term(synonym, Reach::Scoped).filter(|term| term.concept == Concept::Actions)?;
            Some(term.found(None))
        })
    }

    /// コンタクトセンター戦略, 2026年度目標: a synonym with a unit or a period right in front.
    fn in_compound(&self, words: &str) -> Option<Match> {
        compound::fronts(words, self.grammar).find_map(|(front, synonym)| {
            let scope = match front {
                Front::Period => None,
                Front::Unit(unit) => Some(unit.to_owned()),
            };
            Some(self.term(synonym, Reach::Scoped)?.found(scope))
        })
    }

    /// "contact center mission": qualifier words, then all of a synonym.
    fn behind_qualifier(&self, words: &str) -> Option<Match> {
        let spaces = words.match_indices(' ').take(MOST_QUALIFIERS);
        for (at, _) in spaces {
            let (qualifier, synonym) = (&words[..at], &words[at + 1..]);
            let Some(term) = self.term(synonym, Reach::Scoped) else { continue };
            return self.qualifies(qualifier, synonym).then(|| term.found(self.scope(qualifier)));
        }
        None
    }

    /// Whether `qualifier` may stand in front of `synonym` without making the heading about something else.
    fn qualifies(&self, qualifier: &str, synonym: &str) -> bool {
        if self.grammar.is(qualifier, Role::NotScope) {
            return true; // "summary of"
        }
        let stops =
            |word: &str| word.ends_with([',', ';', ':', '!', '?', '/', '"', '(', ')']) || matches!(word, "-" | "–" | "—" | "|" | "*");
        let alien = |(place, word): (usize, &str)| {
            stops(word) || self.grammar.is(word, Role::NotQualifier) || place > 0 && self.grammar.is(word, Role::Determiner) // "define the mission"
        };
        let last = qualifier.rsplit(' ').next().unwrap_or(qualifier);
        let lookalike = || {
            let pair = [last, synonym].join(" ");
            self.grammar.is(&pair, Role::Lookalike)
        };
        !qualifier.split(' ').enumerate().any(alien) && !self.grammar.is(last, Role::Conjunction) && !lookalike()
    }

    /// ミッション behind の, 使命 behind 的, 목적 behind 의.
    fn behind_joiner(&self, words: &str) -> Option<Match> {
        if words.is_ascii() {
            return None;
        }
        words.char_indices().filter(|&(at, letter)| at > 0 && self.grammar.joins_scope(letter)).find_map(|(at, letter)| {
            let synonym = words[at + letter.len_utf8()..].trim_start();
            let term =
                self.term(synonym, Reach::Scoped).or_else(|| squeezed(synonym).and_then(|words| self.term(&words, Reach::Scoped)))?;
            Some(term.found(self.scope(&words[..at])))
        })
    }

    /// "questions for your team": a synonym, then a preposition.
    fn before_preposition(&self, words: &str) -> Option<Match> {
        let mut spaces = words.match_indices(' ').map(|(at, _)| at).peekable();
        while let Some(at) = spaces.next() {
            let rest = &words[at + 1..];
            let next = spaces.peek().map_or(rest, |&end| &words[at + 1..end]);
            let elided = next.split_once('\'').map(|(preposition, _)| preposition);
            if !self.grammar.is(next, Role::Preposition) && !elided.is_some_and(|word| self.grammar.is(word, Role::Preposition)) {
                continue;
            }
            let head = &words[..at];
            let Some(term) = self.term(self.without_determiners(head), Reach::Scoped) else { return self.behind_qualifier(head) };
            if next == "to" {
                return Some(term.found(None)); // "questions to ask"
            }
            let whom =
                if elided.is_some() { rest.split_once('\'').map_or(rest, |(_, whom)| whom) } else { rest.get(next.len()..).unwrap_or("") };
            return Some(term.found(self.scope(whom.trim())));
        }
        None
    }

    /// "mission and strategy": several concepts, if every part states one; and whether every part is nothing but its word.
    fn listed(&self, words: &str) -> (Vec<Match>, bool) {
        let mut matches: Vec<Match> = Vec::new();
        let mut whole = true;
        let mut rest = words;
        loop {
            let separator = self.grammar.separator(rest);
            let part = rest[..separator.map_or(rest.len(), |(start, _)| start)].trim();
            let equal = if part.len() < words.len() { self.equal(part, Reach::Whole) } else { None };
            whole &= equal.is_some();
            let Some(found) = equal.or_else(|| self.qualified(part)).filter(|_| part.len() < words.len()) else {
                return (Vec::new(), false);
            };
            if !matches.iter().any(|known| known.concept == found.concept) {
                matches.push(found);
            }
            match separator {
                Some((_, end)) => rest = &rest[end..],
                None => return (matches, whole),
            }
        }
    }

    /// What is left of a qualifier without the words that narrow nothing.
    fn scope(&self, qualifier: &str) -> Option<String> {
        let whole = qualifier.trim();
        if self.narrows_nothing(whole) {
            return None;
        }
        let words = whole.split(' ').filter(|word| !word.is_empty() && !self.narrows_nothing(word));
        let scope = words.collect::<Vec<_>>().join(" ");
        let scope = scope.strip_suffix("'s").or(scope.strip_suffix('의').filter(|_| whole.contains('의'))).unwrap_or(&scope).trim();
        (!scope.is_empty() && !self.narrows_nothing(scope)).then(|| scope.to_owned())
    }
}

impl Term {
    fn found(self, scope: Option<String>) -> Match {
        Match { concept: self.concept, scope, nonstandard: self.nonstandard, language: self.language }
    }
}

/// What a heading ends with in quotation marks: `… by "next step"`.
fn quoted(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(['"', '”', '»', '」', '“', ' ']);
    let open = inner.rfind(['"', '“', '«', '「', '„'])?;
    Some(inner[open..].trim_start_matches(|sign: char| !sign.is_alphanumeric())).filter(|inside| !inside.is_empty())
}

/// `text` without a trailing bracket: "action items" of "action items (ais)".
fn unbracketed(text: &str) -> Option<&str> {
    let open = last_bracket(text)?;
    Some(without_trail(&text[..open])).filter(|rest| !rest.is_empty())
}

/// What a trailing bracket holds.
fn bracket(text: &str) -> Option<&str> {
    let open = last_bracket(text)?;
    Some(text[open + 1..text.len() - 1].trim()).filter(|inside| !inside.is_empty())
}

/// Where the bracket that ends `text` begins.
fn last_bracket(text: &str) -> Option<usize> {
    let open = if text.ends_with(')') { '(' } else { '[' };
    text.ends_with([')', ']']).then(|| text.rfind(open)).flatten()
}

/// What stands before the first colon, dash or ornament.
fn before_separator(text: &str) -> Option<&str> {
    let spaced_dash = |at: usize| [" - ", " – ", " | "].iter().any(|dash| text[at..].starts_with(dash));
    let separates = |at: usize, letter: char| match letter {
        ':' => true,
        ' ' => spaced_dash(at),
        letter => !letter.is_ascii() && (matches!(letter, '—' | '―') || is_ornament(letter)),
    };
    let (at, _) = text.char_indices().find(|&(at, letter)| separates(at, letter))?;
    Some(without_trail(&text[..at])).filter(|rest| !rest.is_empty())
}

/// `words` without spaces and dots between CJK words, if there are such.
fn squeezed(words: &str) -> Option<String> {
    let loose = !words.is_ascii() && words.contains([' ', '・']) && words.chars().any(|letter| is_cjk(letter) && !is_hangul(letter));
    loose.then(|| words.chars().filter(|letter| !matches!(letter, ' ' | '・')).collect())
}
