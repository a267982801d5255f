//! Links between documents: the path that was meant, and the line by which the next document leads back.

use super::bench::{Bench, Sheet};
use super::front;
use super::title::Title;
use crate::dialect::concept::HeadKey;
use crate::finding::Applicability::{Choice, Safe};
use crate::finding::{Applicability, Edit, Finding, Fix};
use crate::plan::Source;
use crate::rules::{Lookup, Neighbours};
use crate::text::Span;
use std::sync::Arc;

/// X101: the path nearest to the one that leads nowhere.
pub(super) fn nearest(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let source = Source::Whole(sheet.text);
    let around = sheet.bench.index.around(sheet.bench.file, sheet.document, source);
    let link = sheet.document.document_links(source).into_iter().find(|link| link.place == finding.span);
    let Some((value, path)) = link.and_then(|link| Some((link.value, link.path?))) else { return Vec::new() };
    let Lookup::Missing { nearest: Some(nearest) } = around.look_up(&path) else { return Vec::new() };
    let bare = path.split_once('#').map_or(path.as_str(), |(bare, _)| bare);
    let Some(at) = sheet.of(value).find(bare) else { return Vec::new() };
    let span = Span::new(at, at + bare.len()).shifted(value.start as usize);
    vec![sheet.fix(Choice, Title::CHANGE, &[("name", &nearest)], vec![Edit::replace(span, nearest.as_str())])]
}

/// S103, M101: the front matter names the mission document that is near, if there is exactly one.
pub(super) fn mission(sheet: &Sheet<'_>, applicability: Applicability) -> Option<Fix> {
    let bench = sheet.bench;
    let file = bench.index.mission_near(bench.file)?;
    let written = bench.index.written(bench.file, &file);
    let edit = front::set(sheet, HeadKey::Mission, &written)?;
    Some(sheet.fix(applicability, Title::LINK, &[("name", &written)], vec![edit]))
}

/// X102: `previous:` in the next document, when it names none yet.
pub(super) fn lead_back(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    back(sheet, finding).into_iter().collect()
}

fn back(sheet: &Sheet<'_>, finding: &Finding) -> Option<Fix> {
    let (bench, source) = (sheet.bench, Source::Whole(sheet.text));
    let around = bench.index.around(bench.file, sheet.document, source);
    let link = sheet.document.document_links(source).into_iter().find(|link| link.key == HeadKey::Next && link.place == finding.span)?;
    let other = around.look_up(link.path.as_deref()?).document()?;
    if other.link(HeadKey::Previous).is_some_and(|back| !back.empty) {
        return None;
    }
    let (file, text) = bench.index.text_of(&other)?;
    let there = Bench { file: &file, ..*bench };
    let document = there.read(&text);
    let written = bench.index.written(bench.file, &file);
    let edit = front::set(&Sheet::new(&there, &text, &document), HeadKey::Previous, &written)?;
    let path: Arc<str> = Arc::from(other.path.as_str());
    Some(sheet.fix(Safe, Title::LEAD_BACK, &[("name", &other.path)], vec![edit.elsewhere(path)]))
}
