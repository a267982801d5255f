//! What stands between a name and its work, and makes the name an owner: `:`, `-`, `to`, `will`, `asked Bo to`.

use super::OwnerForm;
use crate::{
    dialect::name::{
        Shape, is_east_asian,
        lexicon::{Lexicon, Part, Parts},
        people_at, phrase_among, phrase_at, skip_space, word_at,
    },
    dialect::sentence::is_future,
    text::Span,
};

/// What stands between the name and the work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum By {
    Colon,
    Dash,
    Comma,
    Auxiliary,
    Modal,
    Act,
    Asked(Span),
    /// "to" before a noun, or "to be done".
    Preposition,
}

impl By {
    pub(super) fn form(self) -> OwnerForm {
        match self {
            Self::Colon => OwnerForm::LeadingColon,
            Self::Dash => OwnerForm::LeadingDash,
            Self::Comma => OwnerForm::LeadingComma,
            Self::Asked(_) => OwnerForm::Asked,
            Self::Auxiliary | Self::Modal | Self::Act | Self::Preposition => OwnerForm::LeadingTo,
        }
    }
}

pub(crate) struct Follow {
    pub by: By,
    /// Where the work begins.
    pub end: usize,
}

/// What follows a name that ends at `end`, if it makes the name an owner.
pub(crate) fn follow(text: &str, end: usize) -> Option<Follow> {
    let at = skip_space(text, end);
    let rest = text.get(at..)?;
    let next = rest.chars().next()?;
    if let Some(behind) = colon(rest) {
        return Some(Follow { by: By::Colon, end: skip_space(text, at + behind) });
    }
    if next == ',' {
        let work = skip_space(text, at + 1);
        return is_imperative(text, work).then_some(Follow { by: By::Comma, end: work });
    }
    if at > end
        && let Some(behind) = dash(rest).or_else(|| slash(text, end, rest))
    {
        return Some(Follow { by: By::Dash, end: skip_space(text, at + behind) });
    }
    if is_east_asian(next) {
        let particle = phrase_at(text, at, Part::SubjectAfterHonorific).or_else(|| phrase_at(text, at, Part::Subject))?;
        return Some(Follow { by: By::Auxiliary, end: skip_space(text, particle.end as usize) });
    }
    if at == end {
        return None;
    }
    // "Mme Roux imprimera l'affiche"
    let Some((phrase, parts)) = phrase_among(text, at, Parts::of(&[Part::Auxiliary, Part::Asked, Part::Modal, Part::Act])) else {
        let promises = word_at(text, at).is_some_and(|word| word.shape == Shape::Lower && is_future(word.of(text)));
        return promises.then_some(Follow { by: By::Act, end: at });
    };
    let work = skip_space(text, phrase.end as usize);
    if parts.has(Part::Auxiliary) {
        let by = if is_work(text, phrase, work) { By::Auxiliary } else { By::Preposition };
        return Some(Follow { by, end: work });
    }
    if parts.has(Part::Asked) {
        let people = people_at(text, work)?;
        let asked_to = follow(text, people.end).filter(|follow| follow.by == By::Auxiliary)?;
        return Some(Follow { by: By::Asked(people.span()), end: asked_to.end });
    }
    if parts.has(Part::Modal) {
        return Some(Follow { by: By::Modal, end: work });
    }
    word_at(text, work).map(|_| Follow { by: By::Act, end: at })
}

/// Whether work for the named follows: not `Intro to the API`, not `Site to be moved`, not `Site will be moved`.
fn is_work(text: &str, auxiliary: Span, work: usize) -> bool {
    let to = auxiliary.len() <= 2;
    let Some(first) = word_at(text, work) else { return work < text.len() || !to };
    if to && Lexicon::get().is(first.of(text), Part::NotWork) {
        return false;
    }
    let passive = first.of(text) == "be"
        && word_at(text, skip_space(text, first.span.end as usize))
            .is_some_and(|next| next.of(text).ends_with("ed") || next.of(text).ends_with("en"));
    !passive && !text.trim_end_matches(['.', ' ']).ends_with(" werden")
}

/// Bytes of a colon that parts words, not of an address, a time or a path.
fn colon(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let colon = chars.next().filter(|c| matches!(c, ':' | '：'))?;
    let fits = match chars.next() {
        Some(c) => {
            colon == '：' || c.is_whitespace() || c.is_uppercase() || is_east_asian(c) || matches!(c, '\u{1}' | '"' | '[' | '(' | '*')
        }
        None => true,
    };
    fits.then(|| colon.len_utf8())
}

/// Bytes of a dash or an arrow with white space behind it.
pub(crate) fn dash(rest: &str) -> Option<usize> {
    let length = ["---", "--", "->", "=>", "-", "–", "—", "→", "―"].iter().find(|dash| rest.starts_with(**dash))?.len();
    rest[length..].starts_with(char::is_whitespace).then_some(length)
}

/// Bytes of a slash that parts an East Asian name from its work: `박재현 / 정리한다`. Elsewhere it stands between two names.
fn slash(text: &str, end: usize, rest: &str) -> Option<usize> {
    let parts = rest.starts_with("/ ") && text[..end].ends_with(is_east_asian);
    parts.then_some(1)
}

/// Whether an ordinary word in small letters begins at `at`, as an order does: `send`.
pub(super) fn is_imperative(text: &str, at: usize) -> bool {
    word_at(text, at).is_some_and(|word| {
        let parts = Lexicon::get().parts(word.of(text));
        word.shape == Shape::Lower && parts.has(Part::Common) && !parts.has(Part::NotWork)
    })
}
