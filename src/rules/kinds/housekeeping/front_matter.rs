//! H106: front matter that cannot be read, and values that cannot be what their key asks for.
//!
//! Other tools use the same keys with words of their own, so values are judged only where the document says that it is a plan.

use crate::dialect::concept::HeadKey;
use crate::dialect::date::{When, read_slot};
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::front_matter::{Entry, Fault, FaultKind, Value};
use crate::plan::is_no_name;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let front = &scene.document.front;
    found.extend(front.faults.iter().filter_map(|fault| of_fault(scene, fault)));
    if !scene.is_meant() {
        return;
    }
    for entry in &front.entries {
        let Some(key) = key(scene, entry) else { continue };
        let duplicate = front.faults.iter().any(|fault| fault.span == entry.key);
        if !duplicate {
            found.extend(of_value(scene, key, entry));
        }
    }
}

/// A key of another tool's that is given twice is that tool's affair.
fn of_fault(scene: &Scene<'_>, fault: &Fault) -> Option<Draft> {
    let draft = Draft::at(line(scene, fault.span));
    Some(match &fault.kind {
        FaultKind::Unclosed => draft.saying("unclosed"),
        FaultKind::NotAKey => draft,
        FaultKind::Toml(words) => draft.saying("toml").with("value", words),
        FaultKind::Duplicate => {
            let entries = &scene.document.front.entries;
            let again = entries.iter().find(|entry| entry.key == fault.span)?;
            let first = entries.iter().find(|entry| entry.name == again.name)?;
            key(scene, again)?;
            let draft = draft.saying("duplicate").with("name", scene.words(fault.span)).with("line", scene.line(first.key.start as usize));
            draft.related(line(scene, first.key), "given here")
        }
    })
}

fn key(scene: &Scene<'_>, entry: &Entry) -> Option<HeadKey> {
    HeadKey::from_word(&entry.name.replace(' ', "-")).or_else(|| scene.vocabulary.head_key(&entry.name))
}

fn of_value(scene: &Scene<'_>, key: HeadKey, entry: &Entry) -> Option<Draft> {
    let draft = Draft::at(line(scene, entry.key)).with("name", scene.words(entry.key));
    let cannot_be = |what: &str| Some(draft.clone().saying("type").naming("value", [what]));
    match (&entry.value, sort(key)) {
        (_, Sort::Anything) => None,
        (Value::Nested, _) => cannot_be("a map"),
        (Value::List(_), Sort::One | Sort::Date) => cannot_be("a list"),
        (Value::Scalar { text, .. }, Sort::Names) => is_no_name(text).then(|| draft.saying("type").with("value", text)),
        (Value::Scalar { text, .. }, Sort::Date) => {
            let empty = text.trim().is_empty() || placeholder::whole(text, Slot::Due);
            let is_date = matches!(read_slot(text, scene.order).map(|found| found.when), Some(When::Exact(_) | When::Coarse { .. }));
            (!empty && !is_date).then(|| draft.saying("date").quoting("value", text))
        }
        (Value::Empty | Value::List(_) | Value::Scalar { .. }, _) => None,
    }
}

/// What a key asks for.
enum Sort {
    One,
    Names,
    Date,
    Anything,
}

fn sort(key: HeadKey) -> Sort {
    match key {
        HeadKey::Kind | HeadKey::Status | HeadKey::Phase | HeadKey::Lang | HeadKey::Title => Sort::One,
        HeadKey::People | HeadKey::Owner | HeadKey::Sponsor => Sort::Names,
        HeadKey::Created | HeadKey::Reviewed | HeadKey::Start | HeadKey::End | HeadKey::Due => Sort::Date,
        _ => Sort::Anything,
    }
}

/// The line on which `span` begins, without the white space around it.
fn line(scene: &Scene<'_>, span: Span) -> Span {
    let end = scene.document.front.span.end.max(span.end);
    let before = scene.words(Span { start: 0, end: span.start });
    let start = before.rfind(['\n', '\r', '\u{feff}']).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let rest = scene.words(Span { start: start as u32, end });
    let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
    Span::new(0, length).trimmed(&rest[..length]).shifted(start)
}
