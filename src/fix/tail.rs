//! The end of a section: where lines go that come behind everything that stands in it.

use super::bench::Sheet;
use super::{block, line};
use crate::finding::Edit;
use crate::markdown::BlockKind;
use crate::plan::{Placed, Section};

/// Where the own text of `section` ends: the start of the line behind it.
pub(super) fn of(sheet: &Sheet<'_>, section: &Placed<'_, Section>) -> usize {
    let (heading, body) = (section.at(section.heading), section.at(section.body));
    block::behind(sheet.text, heading.end as usize, body.end.max(heading.end) as usize)
}

/// Puts `lines` at the end of `section`, behind a blank line. New items of a list that the section ends with go on with it: a blank
/// line would pull all its items apart.
pub(super) fn insert(sheet: &Sheet<'_>, section: &Placed<'_, Section>, lines: &[String]) -> Edit {
    let at = of(sheet, section);
    if lines.iter().all(|line| goes_on(sheet, at, line)) {
        let end = at - line::ending_before(sheet.text, at).map_or(0, str::len);
        let ending = line::ending(sheet.text, end);
        return Edit::insert(end, lines.iter().flat_map(|line| [ending, line]).collect::<String>());
    }
    block::insert(sheet.text, at, lines)
}

/// Whether `line` begins an item of the list that ends before byte `at`.
fn goes_on(sheet: &Sheet<'_>, at: usize, line: &str) -> bool {
    let Some((base, blocks)) = at.checked_sub(1).and_then(|last| sheet.blocks(last)) else { return false };
    let Some(last) = blocks.top().take_while(|&block| base + (blocks.block(block).span.start as usize) < at).last() else { return false };
    let block = blocks.block(last);
    let Some(bullet) = line.chars().next().filter(|bullet| matches!(bullet, '-' | '*' | '+')) else { return false };
    // Before a section that begins without a heading of its own, the list ends where its text does.
    let ends_here = sheet.text.get(base + block.span.end as usize..at).is_none_or(|between| between.trim().is_empty());
    let items = sheet.of(block.span.shifted(base)).trim_end();
    let is_loose = items.lines().any(|line| line.trim().is_empty());
    matches!(block.kind, BlockKind::List { pasted: false, .. }) && ends_here && items.starts_with(bullet) && !is_loose
}
