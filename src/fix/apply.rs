//! Edits to text: which fixes go together in one pass, what becomes of the text, and where its bytes have gone.

use crate::finding::{Edit, Fix};
use crate::text::Span;
use std::collections::BTreeMap;

/// `text` after `edits`, which lie in it, sorted and not overlapping. Edits of other documents and edits that lie badly are left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut new = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits.iter().filter(|edit| edit.path.is_none()) {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let Some(kept) = text.get(at..start).filter(|_| text.is_char_boundary(end)) else { continue };
        new.push_str(kept);
        new.push_str(&edit.text);
        at = end;
    }
    new.push_str(&text[at..]);
    new
}

/// The places that the fixes of one pass have taken.
#[derive(Default)]
pub(super) struct Taken {
    /// End and owner of each place by its start. Owner: a single line that may be followed by others of its kind.
    places: BTreeMap<u32, (u32, Option<String>)>,
}

impl Taken {
    /// Takes the places of `fix`, a fix of rule `code`, unless one of them is taken already: touching is overlapping, so that no fix
    /// depends on the order of the others. Only single lines that one rule inserts at one place stand below each other.
    pub(super) fn take(&mut self, code: &str, fix: &Fix) -> bool {
        let owner = stackable(fix).then(|| code.to_owned());
        let free = |edit: &Edit| match self.places.range(..=edit.span.end).next_back() {
            Some((start, (end, other))) => *end < edit.span.start || owner.is_some() && other == &owner && *start == edit.span.start,
            None => true,
        };
        if !fix.edits.iter().all(free) {
            return false;
        }
        self.places.extend(fix.edits.iter().map(|edit| (edit.span.start, (edit.span.end, owner.clone()))));
        true
    }
}

/// One insertion of one whole line.
fn stackable(fix: &Fix) -> bool {
    let [edit] = fix.edits.as_slice() else { return false };
    let breaks = edit.text.trim_matches(['\n', '\r']).contains(['\n', '\r']);
    edit.span.is_empty() && !breaks && edit.text.starts_with(['\n', '\r'])
}

/// Where the bytes of a text went when it was edited.
pub(super) struct Moves<'e> {
    edits: &'e [Edit],
}

impl<'e> Moves<'e> {
    /// `edits` as they were applied: sorted, of one document.
    pub(super) fn new(edits: &'e [Edit]) -> Self {
        Self { edits }
    }

    /// What was put in, as spans of the new text.
    pub(super) fn inserted(&self) -> Vec<Span> {
        let mut gained = 0_i64;
        self.edits
            .iter()
            .map(|edit| {
                let start = (i64::from(edit.span.start) + gained) as usize;
                gained += gain(edit);
                Span::new(start, start + edit.text.len())
            })
            .collect()
    }

    /// Where `span` of the old text lies in the new one, with everything put in inside it or at its ends.
    pub(super) fn widest(&self, span: Span) -> Span {
        let start = self.before(span.start);
        Span::new(start, self.behind(span.end).max(start))
    }

    /// The new place of byte `at`, before anything put in there.
    fn before(&self, at: u32) -> usize {
        let mut gained = 0;
        for edit in self.edits.iter().take_while(|edit| edit.span.start < at) {
            if edit.span.end > at {
                return (i64::from(edit.span.start) + gained) as usize;
            }
            gained += gain(edit);
        }
        (i64::from(at) + gained) as usize
    }

    /// The new place of byte `at`, behind anything put in there.
    fn behind(&self, at: u32) -> usize {
        let mut gained = 0;
        for edit in self.edits.iter().take_while(|edit| edit.span.start < at || edit.span == Span::empty(at as usize)) {
            if edit.span.end > at {
                return (i64::from(edit.span.start) + gained) as usize + edit.text.len();
            }
            gained += gain(edit);
        }
        (i64::from(at) + gained) as usize
    }
}

fn gain(edit: &Edit) -> i64 {
    edit.text.len() as i64 - edit.span.len() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Applicability::Safe;

    #[test]
    fn edits_change_nothing_else() {
        let edits = [Edit::insert(0, "<"), Edit::replace(Span::new(2, 4), "—"), Edit::delete(Span::new(5, 6)), Edit::insert(7, ">")];
        assert_eq!(apply("äbcdef", &edits), "<ä—df>");
    }

    #[test]
    fn overlapping_fixes_wait() {
        let fix = |edits: &[(usize, usize, &str)]| {
            Fix::new(Safe, "", edits.iter().map(|&(start, end, text)| Edit::replace(Span::new(start, end), text)).collect())
        };
        let mut taken = Taken::default();
        assert!(taken.take("A", &fix(&[(3, 5, "x"), (9, 9, "y")])));
        for (other, free) in [((0, 2, ""), true), ((5, 6, ""), false), ((4, 4, "z"), false), ((9, 9, "z"), false), ((6, 8, ""), true)] {
            assert_eq!(taken.take("B", &fix(&[other])), free, "{other:?}");
        }
        assert!(taken.take("C", &fix(&[(20, 20, "\n- one")])));
        assert!(taken.take("C", &fix(&[(20, 20, "\n- two")])), "lines of one rule stand below each other");
        assert!(!taken.take("D", &fix(&[(20, 20, "\n- three")])));
    }

    #[test]
    fn bytes_can_be_followed() {
        let edits = [Edit::insert(2, "xxx"), Edit::delete(Span::new(6, 8))];
        let moves = Moves::new(&edits);
        assert_eq!(moves.inserted(), [Span::new(2, 5), Span::new(9, 9)]);
        assert_eq!(moves.widest(Span::new(8, 10)), Span::new(9, 11));
        assert_eq!(moves.widest(Span::new(0, 2)), Span::new(0, 5));
        assert_eq!(moves.widest(Span::new(3, 5)), Span::new(6, 8));
    }
}
