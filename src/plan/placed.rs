//! Elements with the places of their chunks. What is kept of a chunk counts from its start, so that an edit before it moves nothing.

use crate::text::Span;

/// An element with the place of its chunk: spans become the document's.
#[derive(Debug)]
pub struct Placed<'d, T> {
    /// Number of the chunk.
    pub chunk: usize,
    /// First byte of the chunk.
    pub base: usize,
    /// The element.
    pub it: &'d T,
}

// Derived, they would ask the same of the element, which is only pointed at.
impl<T> Clone for Placed<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Placed<'_, T> {}

impl<T> Placed<'_, T> {
    /// A span of the element, counted from the start of the document.
    pub fn at(&self, span: Span) -> Span {
        span.shifted(self.base)
    }
}

impl<T> std::ops::Deref for Placed<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.it
    }
}
