//! Two texts to the edits between them: whole runs of lines, so that the rest of the document, and the cursor in it, stay.

use super::view::View;
use crate::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use tower_lsp::ls_types::TextEdit;

/// The edits that make `new` of the text of `view`, which is `old`.
pub(super) fn edits(view: &View<'_>, old: &str, new: &str) -> Vec<TextEdit> {
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let starts = |lines: &[&str]| {
        let mut starts = vec![0];
        for line in lines {
            starts.push(starts[starts.len() - 1] + line.len());
        }
        starts
    };
    let (old_starts, new_starts) = (starts(&old_lines), starts(&new_lines));
    let operations = capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines);
    let changed = operations.iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    changed
        .map(|operation| {
            let (from, to) = (operation.old_range(), operation.new_range());
            let span = Span::new(old_starts[from.start], old_starts[from.end]);
            view.edit(span, &new[new_starts[to.start]..new_starts[to.end]])
        })
        .collect()
}
