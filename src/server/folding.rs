//! What can be folded, and how a selection grows: front matter, sections, tables, entries.

use super::desk::Desk;
use super::view::View;
use crate::text::Span;
use tower_lsp::ls_types::*;

/// `textDocument/foldingRange`
pub(super) fn ranges(desk: &Desk, uri: &Uri) -> Option<Vec<FoldingRange>> {
    let view = desk.view(uri)?;
    let mut folds: Vec<FoldingRange> = spans(&view).into_iter().filter_map(|span| fold(&view, span)).collect();
    folds.sort_by_key(|fold| (fold.start_line, fold.end_line));
    folds.dedup_by_key(|fold| fold.start_line);
    Some(folds)
}

/// `textDocument/selectionRange`
pub(super) fn selections(desk: &Desk, params: &SelectionRangeParams) -> Option<Vec<SelectionRange>> {
    let view = desk.view(&params.text_document.uri)?;
    let all = spans(&view);
    Some(params.positions.iter().map(|&position| selection(&view, &all, view.offset(position))).collect())
}

/// The line, then everything around it from the inside out.
fn selection(view: &View<'_>, all: &[Span], at: usize) -> SelectionRange {
    let holds = |span: &Span| span.start as usize <= at && at <= span.end as usize;
    let mut around: Vec<Span> = all.iter().copied().filter(holds).collect();
    around.push(view.line(at));
    around.push(Span::new(0, view.text().len()));
    around.sort_by_key(|span| span.len());
    around.dedup();
    // Each must lie in the next one.
    let mut chain: Vec<Span> = Vec::new();
    for span in around {
        if chain.last().is_none_or(|last| span.covers(*last)) {
            chain.push(span);
        }
    }
    let outermost = SelectionRange { range: view.range(Span::new(0, view.text().len())), parent: None };
    chain
        .into_iter()
        .rev()
        .skip(1)
        .fold(outermost, |parent, span| SelectionRange { range: view.range(span), parent: Some(Box::new(parent)) })
}

/// Everything that reads as one piece.
fn spans(view: &View<'_>) -> Vec<Span> {
    let plan = view.plan();
    let mut spans = vec![plan.front.span];
    let headings: Vec<_> = plan.sections().filter(|section| section.level > 0).collect();
    for (number, section) in headings.iter().enumerate() {
        let next = headings[number + 1..].iter().find(|next| next.level <= section.level);
        let end = next.map_or(plan.len, |next| view.line(next.at(next.heading).start as usize).start as usize);
        let start = view.line(section.at(section.heading).start as usize).start as usize;
        spans.push(without_blank_end(view, Span::new(start, end.max(start))));
    }
    spans.extend(plan.tables().map(|table| table.at(table.span)));
    spans.extend(plan.entries().map(|entry| entry.at(entry.whole)));
    spans.extend(plan.fields().map(|field| field.at(field.place)));
    spans
}

fn without_blank_end(view: &View<'_>, span: Span) -> Span {
    let words = view.words(span);
    Span::new(span.start as usize, span.start as usize + words.trim_end().len())
}

fn fold(view: &View<'_>, span: Span) -> Option<FoldingRange> {
    let (start, end) = (view.position(span.start as usize).line, view.position(span.end as usize).line);
    (start < end).then(|| FoldingRange {
        start_line: start,
        end_line: end,
        kind: Some(FoldingRangeKind::Region),
        ..FoldingRange::default()
    })
}
