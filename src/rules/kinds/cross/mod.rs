//! Checks that look beyond the document: links to others, the series it is part of, what others say of the same thing.

pub(super) mod broken_link;
