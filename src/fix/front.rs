//! Keys of front matter: a new one at its end, or the value of one that is there. Front matter is made where there is none.

use super::bench::Sheet;
use super::line;
use crate::dialect::concept::HeadKey;
use crate::finding::Edit;
use crate::markdown::front_matter::{FaultKind, Value};

/// Sets `key` to `value`. `None` when it says something already, or when the front matter cannot be read to its end.
pub(super) fn set(sheet: &Sheet<'_>, key: HeadKey, value: &str) -> Option<Edit> {
    let front = &sheet.document.front;
    if front.faults.iter().any(|fault| matches!(fault.kind, FaultKind::Unclosed | FaultKind::Toml(_))) {
        return None;
    }
    let text = sheet.text;
    if let Some(entry) = front.get(key) {
        let end = entry.key.end as usize;
        let colon = end + text[end..line::end(text, end)].find(':')? + 1;
        return (entry.value == Value::Empty).then(|| Edit::insert(colon, format!(" {value}")));
    }
    if front.span.is_empty() {
        let at = front.body_offset;
        let ending = line::ending(text, at);
        let gap = if text[at..].is_empty() || line::is_blank(text, at) { "" } else { ending };
        return Some(Edit::insert(at, format!("---{ending}{}: {value}{ending}---{ending}{gap}", key.word())));
    }
    let fence = line::start(text, front.span.end as usize);
    let ending = line::ending(text, front.span.start as usize);
    if !front.span.of(text).starts_with('+') {
        return Some(Edit::insert(fence, format!("{}: {value}{ending}", key.word())));
    }
    // In TOML a key behind a table would be the table's.
    let inside = &text[front.span.start as usize..fence];
    let table = inside.match_indices(['\n', '\r']).map(|(at, _)| at + 1).find(|&at| inside[at..].starts_with('['));
    let at = table.map_or(fence, |at| front.span.start as usize + at);
    let is_date = value.parse::<jiff::civil::Date>().is_ok();
    let value = if is_date { value.to_owned() } else { format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")) };
    Some(Edit::insert(at, format!("{} = {value}{ending}", key.word())))
}
