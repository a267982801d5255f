//! "TODO" beside a name: "TODO FL: call the hall", "TODO (FL) call the hall", "FL TODO: …", "… (TODO FL, soon)", "… → TODO FL".
//!
//! The label alone keeps a place free, which is H101's; with a name it says who has to do what stands around it.

use crate::dialect::name::lexicon::Part;
use crate::dialect::name::{self, phrase_at};
use crate::dialect::owner::{Owner, OwnerForm};
use crate::plan::read::Reader;
use crate::text::Span;

/// Longest label with a name, in bytes.
const LONGEST: usize = 40;

/// A label with a name.
pub(super) struct ToDo {
    /// Who has to do it.
    pub(super) owner: Owner,
    /// The label and the name.
    pub(super) whole: Span,
}

/// The label with a name at either end of `text`.
pub(super) fn to_do(reader: &Reader<'_>, text: Span) -> Option<ToDo> {
    let words = reader.blocks.masked(text);
    // Nearly no line holds a word in capitals.
    if !words.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
        return None;
    }
    [front(words), behind(words)].into_iter().flatten().find_map(|whole| {
        let name = name_in(words, whole)?;
        let [name, whole] = [name, whole].map(|span| span.shifted(text.start as usize));
        let owner = Owner::Named { span: name, names: vec![name], form: OwnerForm::TrailingBracket, sure: true };
        Some(ToDo { owner, whole })
    })
}

/// What stands before the first colon, or as far as the first bracket goes.
fn front(words: &str) -> Option<Span> {
    let colon = words.find([':', '：']);
    let close = words.find([')', '）']).map(|at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    let end = [colon, close].into_iter().flatten().min().filter(|&at| at <= LONGEST)?;
    Some(Span::new(0, end).trimmed(words))
}

/// What stands in the bracket, or behind the arrow, that ends the words.
fn behind(words: &str) -> Option<Span> {
    let end = words.trim_end_matches([' ', '.', ')', '）', ']']).len();
    let start = words[..end].rfind(['(', '（', '[', '→', '>'])?;
    let start = start + words[start..].chars().next().map_or(1, char::len_utf8);
    let part = words[start..end].split([',', ';', '，']).next().unwrap_or_default();
    (part.len() <= LONGEST).then(|| Span::new(start, start + part.len()).trimmed(words))
}

/// The name that is all `whole` holds beside a label in capitals.
fn name_in(words: &str, whole: Span) -> Option<Span> {
    let inside = whole.of(words);
    let (first, last) = (inside.split_once(' ')?, inside.rsplit_once(' ')?);
    let is_label =
        |word: &str| word.chars().all(char::is_uppercase) && phrase_at(word, 0, Part::Label).is_some_and(|it| it.len() == word.len());
    let name = if is_label(first.0) {
        Span::new(whole.start as usize + first.0.len(), whole.end as usize)
    } else if is_label(last.1) {
        Span::new(whole.start as usize, whole.end as usize - last.1.len())
    } else {
        return None;
    };
    let name = name.trimmed(words);
    let brackets =
        [('(', ')'), ('（', '）')].into_iter().find(|&(open, close)| name.of(words).starts_with(open) && name.of(words).ends_with(close));
    let name =
        brackets.map_or(name, |(open, close)| Span::new(name.start as usize + open.len_utf8(), name.end as usize - close.len_utf8()));
    name::is_name(name.of(words)).then_some(name)
}
