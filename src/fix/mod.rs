//! What mends a document: fixes for findings, edits applied to a text under the safety contract (DESIGN 8), files replaced whole.
//!
//! A fix is made when somebody asks for it and not while judging: it needs the text (how siblings are written, where a line ends), and
//! most judging is done for nobody who wants a fix. A finding is known again by its code and its span.
//!
//! Wiring, for whoever has files: make a [`Bench`] per document; [`mend`] a text, write what comes back with [`write::replace`], or
//! show it with [`diff::unified`]. Both take the same `Mended`, so a diff shows what is written. Whoever shows findings lets
//! [`fill`] put the fixes into them.

mod action;
mod apply;
mod area;
mod bench;
mod block;
mod body;
mod contract;
mod date;
pub mod diff;
mod element;
pub mod example;
mod field;
mod front;
mod gap;
mod grid;
mod habit;
mod head;
mod id;
mod item;
mod line;
mod link;
mod mend;
mod name;
mod objective;
mod offer;
mod pack;
mod person;
mod pillar;
mod question;
mod reference;
mod rehearsal;
mod repair;
mod section;
mod silence;
mod skeleton;
mod style;
mod table;
mod tail;
mod term;
mod title;
mod trial;
pub mod write;

pub use apply::apply;
pub use bench::{Bench, Sheet};
pub use mend::{Applied, Asked, Mended, NotConverged, Wanted, elsewhere, is_sound, mend, mend_rule};
pub use offer::{fill, fixes};
pub use rehearsal::Rehearsal;
pub use skeleton::skeleton;
pub use title::Title;
