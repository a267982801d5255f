//! A list item as a fix sees it: its marker, where its own words end, and how lines nested under it begin.

use super::bench::Sheet;
use super::line;
use crate::finding::Edit;
use crate::markdown::{BlockKind, Blocks};
use crate::text::Span;

/// The innermost item around a place.
pub(super) struct Item<'d> {
    /// What stands before the marker on its line.
    pub(super) lead: &'d str,
    /// `-`, `1.`
    pub(super) marker: &'d str,
    /// White space behind the marker.
    pub(super) gap: &'d str,
    /// Made of `•`: nothing can be nested in it.
    pub(super) pasted: bool,
    /// First byte of the marker.
    pub(super) start: usize,
    /// The byte behind its own words.
    pub(super) words_end: usize,
    /// The byte behind everything nested in it.
    pub(super) end: usize,
    /// What stands before the marker of the first item nested in it, and that marker.
    pub(super) nested: Option<(&'d str, &'d str)>,
    /// It is the first item of its list.
    pub(super) is_first: bool,
    /// How many items its list has.
    pub(super) siblings: usize,
    /// The numbers of the items behind it, where the items of its list count on; else none.
    pub(super) later: Vec<Span>,
    /// Every item of its list has the same number: Markdown counts.
    pub(super) uncounted: bool,
    /// Nothing but its own words belongs to it.
    pub(super) is_plain: bool,
}

/// The innermost list item that holds `place`.
pub(super) fn around<'d>(sheet: &Sheet<'d>, place: Span) -> Option<Item<'d>> {
    let (base, blocks) = sheet.blocks(place.start as usize)?;
    let at = place.start.checked_sub(base as u32)?;
    let inner = Span { start: at, end: at + place.len() as u32 };
    let holds = |index: usize| blocks.block(index).span.covers(inner);
    let item = (0..blocks.len()).rfind(|&index| blocks.block(index).kind == BlockKind::Item && holds(index))?;
    let list = (0..item).rev().find(|&list| is_list(&blocks, list) && blocks.block(list).end as usize > item)?;
    let pasted = matches!(blocks.block(list).kind, BlockKind::List { pasted: true, .. });
    let own = blocks.first_paragraph(item);
    let start = base + blocks.block(item).span.start as usize;
    let start = start + (sheet.text[start..].len() - sheet.text[start..].trim_start_matches([' ', '\t']).len());
    let (marker, gap) = marked(sheet.text, start);
    let own_end = own.map_or(blocks.block(item).span.end, |own| blocks.block(own).span.end);
    let end = base + blocks.block(item).span.end as usize;
    let numbers: Vec<Span> =
        blocks.children(list).filter_map(|sibling| number(sheet.text, base + blocks.block(sibling).span.start as usize)).collect();
    let read = |number: &Span| sheet.of(*number).parse::<usize>().unwrap_or_default();
    let counts_on = numbers.windows(2).all(|pair| read(&pair[0]) + 1 == read(&pair[1]));
    let nested = blocks.children(item).find(|&child| is_list(&blocks, child)).and_then(|list| blocks.children(list).next());
    Some(Item {
        lead: &sheet.text[line::start(sheet.text, start)..start],
        marker,
        gap,
        pasted,
        start,
        words_end: trimmed_end(sheet.text, start, base + own_end as usize),
        end: trimmed_end(sheet.text, start, end),
        nested: nested.map(|nested| {
            let start = base + blocks.block(nested).span.start as usize;
            let start = start + (sheet.text[start..].len() - sheet.text[start..].trim_start_matches([' ', '\t']).len());
            (&sheet.text[line::start(sheet.text, start)..start], marked(sheet.text, start).0)
        }),
        is_first: blocks.children(list).next() == Some(item),
        siblings: blocks.children(list).count(),
        uncounted: numbers.len() > 1 && numbers.windows(2).all(|pair| read(&pair[0]) == read(&pair[1])),
        later: numbers.into_iter().filter(|number| counts_on && number.start as usize > start).collect(),
        is_plain: blocks.children(item).count() <= 1,
    })
}

impl Item<'_> {
    /// Its marker and its own words.
    pub(super) fn own(&self) -> Span {
        Span::new(self.start, self.words_end.max(self.start))
    }

    /// What lines nested in the item begin with.
    pub(super) fn indent(&self) -> String {
        if let Some((lead, _)) = self.nested
            && lead.trim_matches([' ', '\t', '>']).is_empty()
            && lead.len() > self.lead.len()
        {
            return lead.to_owned();
        }
        let mut indent = blank(self.lead);
        if self.gap.starts_with('\t') && self.marker.len() < 4 {
            // A tab leads as far as the marker and the tab behind it do.
            return indent + "\t";
        }
        indent.extend(std::iter::repeat_n(' ', self.marker.len()));
        match self.gap {
            gap if gap.contains('\t') => indent.push('\t'),
            gap if (1..=4).contains(&gap.len()) => indent.push_str(gap),
            _ => indent.push(' '),
        }
        indent
    }

    /// The bullet of a list nested in the item: as one that is there, else as its own.
    pub(super) fn bullet(&self) -> &str {
        [self.nested.map_or("", |(_, marker)| marker), self.marker]
            .into_iter()
            .find(|marker| matches!(*marker, "-" | "*" | "+"))
            .unwrap_or("-")
    }

    /// Counts the items behind it on by `more`.
    pub(super) fn pushed_on(&self, text: &str, more: usize) -> Vec<Edit> {
        let counted = |number: &Span| Some(Edit::replace(*number, (number.of(text).parse::<usize>().ok()? + more).to_string()));
        self.later.iter().filter_map(counted).collect()
    }

    /// A first item nested in it that says `words`.
    pub(super) fn nest(&self, text: &str, words: &str) -> Edit {
        let ending = line::ending(text, self.start);
        Edit::insert(self.words_end, format!("{ending}{}{} {words}", self.indent(), self.bullet()))
    }

    /// The beginning of the `later`th item behind it in the same list.
    pub(super) fn beside(&self, later: usize) -> String {
        let digits = self.marker.trim_end_matches(['.', ')']);
        let marker = match digits.parse::<usize>() {
            Ok(number) if !self.uncounted => format!("{}{}", number + later, &self.marker[digits.len()..]),
            _ => self.marker.to_owned(),
        };
        format!("{}{marker}{}", blank(self.lead), if self.gap.is_empty() { " " } else { self.gap })
    }
}

/// The number that the item at byte `start` begins with.
fn number(text: &str, start: usize) -> Option<Span> {
    let rest = &text[start..];
    let start = start + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let digits = text[start..].find(|sign: char| !sign.is_ascii_digit()).unwrap_or(0);
    (digits > 0).then(|| Span::new(start, start + digits))
}

/// `lead` without the markers of outer items that stand on the same line; the marks of block quotes stay.
fn blank(lead: &str) -> String {
    lead.chars().map(|it| if matches!(it, ' ' | '\t' | '>') { it } else { ' ' }).collect()
}

/// The marker at byte `at` and the white space behind it.
fn marked(text: &str, at: usize) -> (&str, &str) {
    let line = &text[at..line::end(text, at)];
    let width = line.find([' ', '\t', '\u{3000}', '\u{a0}']).unwrap_or(line.len());
    let gap = line[width..].len() - line[width..].trim_start_matches([' ', '\t']).len();
    (&line[..width], &line[width..width + gap])
}

fn is_list(blocks: &Blocks<'_>, index: usize) -> bool {
    matches!(blocks.block(index).kind, BlockKind::List { .. })
}

/// The end of `start..end` without white space.
fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    start + text.get(start..end).map_or(0, |inside| inside.trim_end().len())
}
