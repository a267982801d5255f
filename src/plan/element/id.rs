//! Ids: where they are defined and where they are mentioned.

use super::Role;
use crate::text::Span;

/// Where an id is defined (DIALECT 8).
#[derive(Clone, Debug)]
pub struct Definition {
    /// The id, such as `A1`.
    pub id: Box<str>,
    /// Its letters and digits.
    pub span: Span,
    /// What carries it.
    pub role: Role,
    /// The whole element that carries it: references inside are its own.
    pub whole: Span,
    /// The words of the element.
    pub text: Span,
}

/// Where an id is mentioned.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The id.
    pub id: Box<str>,
    /// Its letters and digits.
    pub span: Span,
    /// `other.md#A3` names its document.
    pub document: Option<Box<str>>,
}
