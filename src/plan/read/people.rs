//! The people a chunk says were present. What they are called elsewhere in the document is then known to be a name.

use super::{Reader, items};
use crate::dialect::group::Group;
use crate::dialect::name;
use crate::markdown::BlockKind;
use crate::plan::section::Reading;
use crate::text::Span;

/// Those an attendance list names, and in minutes a line such as "Present: Ann, Bo".
pub(super) fn read(reader: &mut Reader<'_>) {
    let mut names: Vec<Box<str>> = Vec::new();
    for (section, body) in reader.plan.sections.iter().zip(&reader.bodies) {
        for &block in &body.blocks {
            if reader.is_list(block) && section.reading == Reading::Checklist {
                reader.blocks.children(block).for_each(|item| names.extend(present(reader, item)));
            }
            if reader.facts.minutes {
                attending(reader, block, &mut names);
            }
        }
    }
    reader.plan.people.extend(names);
}

/// Whom an item of an attendance list names: "Ann Lee (chair)"; "AL: Ann Lee" with initials that stand for her.
fn present(reader: &Reader<'_>, item: usize) -> Vec<Box<str>> {
    let Some(own) = items::own(reader, item) else { return Vec::new() };
    let words = reader.blocks.masked(own.place).trim();
    let ends = ['(', ',', '-', '–', '—', '/', ':', '（', '，', '@'];
    let first = words.split(ends).next().unwrap_or_default().trim();
    let initials = (2..=3).contains(&first.len()) && first.bytes().all(|letter| letter.is_ascii_uppercase());
    let meant = words[first.len()..].strip_prefix(':').filter(|_| initials).map(|rest| rest.split(ends).next().unwrap_or_default().trim());
    match meant.filter(|name| name::is_name(name)) {
        Some(name) => vec![first.into(), name.into()],
        None if name::is_name(first) => vec![first.into()],
        None => Vec::new(),
    }
}

/// Whom lines like "Present: Ann, Bo" and "참석자: 한동연 안요한" name, in a paragraph or the items of a list.
fn attending(reader: &Reader<'_>, block: usize, names: &mut Vec<Box<str>>) {
    let lines: Vec<Span> = match reader.blocks.block(block).kind {
        BlockKind::Paragraph => reader.lines(block),
        BlockKind::List { .. } => reader.blocks.children(block).filter_map(|item| items::own(reader, item)).map(|own| own.place).collect(),
        _ => return,
    };
    for line in lines {
        let words = reader.blocks.masked(line);
        let Some((label, listed)) = words.split_once([':', '：']).filter(|(label, _)| label.len() <= 40) else { continue };
        if !reader.facts.vocabulary.in_group(Group::AttendanceAndChecklists, label.trim()) {
            continue;
        }
        let several = listed.split(['、', '，', ',']).map(str::trim);
        let all_short = several.clone().count() > 1 && several.clone().all(is_short_east_asian);
        if all_short {
            names.extend(several.map(Into::into));
            continue;
        }
        for part in listed.split([',', '、', '，', ';', '；', '/']).map(str::trim) {
            // Names of East Asia need no more than a space between them.
            let spaced = part.split_whitespace().count() > 1 && part.split_whitespace().all(is_short_east_asian);
            let parts = if spaced { part.split_whitespace().collect() } else { vec![part] };
            names.extend(parts.into_iter().filter(|name| name::is_name(name) || spaced && is_short_east_asian(name)).map(Into::into));
        }
    }
}

/// As long as a name of East Asia, and written like one.
fn is_short_east_asian(word: &str) -> bool {
    (2..=4).contains(&word.chars().count()) && word.chars().all(name::is_east_asian)
}
