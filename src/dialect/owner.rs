//! Who does it: the owner an item or a cell names, and how surely.
//!
//! Doubt is kept, not settled: a missed alarm costs a writer less than a false one, and only the whole document knows its people.

mod cell;
mod follow;
pub(crate) mod front;
mod handle;
pub(crate) mod inside;

pub use cell::owner_cell;
pub(crate) use handle::{handle_at, handles_in};

use super::name::{
    People, Trust,
    lexicon::{Lexicon, Part},
    people_in, phrase_at,
};
use super::placeholder::is_dash;
use crate::text::Span;

/// Who an item says does it. Spans are bytes of the item's text.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Owner {
    /// No sign of an owner.
    #[default]
    Nobody,
    /// A word that keeps the place free: `TBD`, `?`, `[name]`, `Help wanted`.
    Placeholder {
        /// The word.
        span: Span,
        /// Who is considered: `TBD (@ann or @bo)`.
        candidates: Vec<Span>,
    },
    /// Everybody, so nobody in particular.
    Collective {
        /// The word.
        span: Span,
        /// Whether it is said as an owner (`All: ...`) and not in passing (`We should ...`).
        sure: bool,
    },
    /// Persons, teams or roles.
    Named {
        /// From the first name to the last.
        span: Span,
        /// Each name, `@` included.
        names: Vec<Span>,
        /// How it is written.
        form: OwnerForm,
        /// Whether more than the shape of the words speaks for it.
        sure: bool,
    },
    /// Stands where a name could stand, but reads like ordinary words (`Draft: ...`): an owner only if [`Names`](super::name::Names) knows it.
    Doubtful {
        /// The words.
        span: Span,
        /// How it is written.
        form: OwnerForm,
    },
}

/// The ways to write an owner.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OwnerForm {
    /// `owner: Ann`, `[owner:: Ann]`, `担当：田中`.
    Key,
    /// `@ann send`, `send @ann`: a handle at either end.
    Handle,
    /// A handle in the middle.
    HandleInside,
    /// `Ann: send`.
    LeadingColon,
    /// `Ann to send`, `Ann will send`, `Ann sends`, `田中さんが送る`.
    LeadingTo,
    /// `Ann - send`.
    LeadingDash,
    /// `Ann, please send`.
    LeadingComma,
    /// `(Ann) send`, `[Ann] send`.
    Bracket,
    /// `**Ann** send`, `[Ann](url) send`.
    Emphasis,
    /// `send (Ann)`, `send [Ann]`.
    TrailingBracket,
    /// `send - Ann`, also between two dashes.
    TrailingDash,
    /// `Bo asked Ann to send`.
    Asked,
    /// `done by Ann`, `assigned to Ann`.
    By,
    /// `Minutes: Ann to send`: a clause of its own behind other words.
    Clause,
    /// The cell of an owner column.
    Cell,
    /// Not on the item itself: its parent, section or table names the owner.
    Inherited,
}

impl Owner {
    pub(crate) fn of_people(people: People, form: OwnerForm, said_by_form: bool) -> Self {
        let span = people.span();
        match people.trust {
            Trust::Doubtful => Self::Doubtful { span, form },
            trust => Self::Named { span, names: people.names, form, sure: said_by_form || trust == Trust::Said },
        }
    }

    /// The same owner, seen from a text that begins `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        let all = |spans: Vec<Span>| spans.into_iter().map(|span| span.shifted(offset)).collect();
        match self {
            Self::Nobody => Self::Nobody,
            Self::Placeholder { span, candidates } => Self::Placeholder { span: span.shifted(offset), candidates: all(candidates) },
            Self::Collective { span, sure } => Self::Collective { span: span.shifted(offset), sure },
            Self::Named { span, names, form, sure } => Self::Named { span: span.shifted(offset), names: all(names), form, sure },
            Self::Doubtful { span, form } => Self::Doubtful { span: span.shifted(offset), form },
        }
    }

    /// Each name, `@` included; none where nobody is named.
    pub fn names(&self) -> &[Span] {
        match self {
            Self::Named { names, .. } => names,
            _ => &[],
        }
    }

    /// How much is said, to choose between two readings of one text.
    pub(crate) fn weight(&self) -> u8 {
        match self {
            Self::Named { sure: true, .. } => 6,
            Self::Named { .. } => 5,
            Self::Collective { sure: true, .. } => 4,
            Self::Placeholder { .. } => 3,
            Self::Collective { .. } => 2,
            Self::Doubtful { .. } => 1,
            Self::Nobody => 0,
        }
    }

    /// The reading that says more; of equals the first.
    #[must_use]
    pub(crate) fn or_stronger(self, other: Self) -> Self {
        if other.weight() > self.weight() { other } else { self }
    }
}

/// What `span`, a slot that can only hold an owner, says: a name, everybody, or nobody yet. `None` when it holds other words.
pub(crate) fn owner_in(text: &str, span: Span, form: OwnerForm, said_by_form: bool) -> Option<Owner> {
    let span = span.trimmed(text);
    let words = span.of(text);
    let nobody = words.strip_prefix('@').is_some_and(|word| Lexicon::get().is(word, Part::Nobody));
    if nobody || is_placeholder(words) {
        return Some(Owner::Placeholder { span, candidates: Vec::new() });
    }
    if Lexicon::get().is(words.trim_start_matches('@'), Part::Everybody) {
        return Some(Owner::Collective { span, sure: true });
    }
    people_in(text, span).map(|people| Owner::of_people(people, form, said_by_form))
}

/// Whether some words of `text` say that nobody does it: "unassigned for now", "help wanted".
pub(crate) fn says_nobody(text: &str) -> bool {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts.into_iter().any(|start| phrase_at(text, start, Part::Nobody).is_some())
}

/// Whether the words, alone in a slot, say that nobody is known yet. Case does not matter, nor brackets around them.
pub(crate) fn is_placeholder(words: &str) -> bool {
    let words = words
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '<' | '>' | '{' | '}' | '(' | ')' | '（' | '）' | '_' | '.'));
    let parts = Lexicon::get().parts(words);
    !words.is_empty() && words.chars().all(|c| is_dash(c) || matches!(c, '?' | '？' | '…'))
        || parts.has(Part::Nobody)
        || parts.has(Part::Blank)
}
