//! The questions that documents of a kind shall ask, as the pages of rules list them: what a new document begins with.

use super::catalogue::Catalogue;
use super::page::split;
use crate::dialect::concept::{Kind, Language};
use toml::{Table, Value};

/// The questions of every set that documents of `kind` owe, in the words of `language`.
pub fn questions_to_ask(kind: Kind, language: Language) -> Vec<String> {
    let pages = Catalogue::shipped_pages().iter().filter(|(_, text)| text.contains("kind = \"require-question\""));
    let declared = pages.filter_map(|(_, text)| split(text).ok()?.0.parse::<Table>().ok());
    declared.flat_map(|page| of_page(&page, kind, language)).collect()
}

fn of_page(page: &Table, kind: Kind, language: Language) -> Vec<String> {
    let check = page.get("check");
    let owes = |set: &str| {
        let kinds = check.and_then(|check| check.get("sets")?.get(set)?.as_array());
        kinds.into_iter().flatten().any(|owing| owing.as_str() == Some(kind.word()))
    };
    let questions = check.and_then(|check| check.get("questions")?.as_array());
    let owed = questions.into_iter().flatten().filter(|question| question.get("set").and_then(Value::as_str).is_some_and(owes));
    owed.filter_map(|question| Some(question.get("text")?.get(language.word())?.as_str()?.to_owned())).collect()
}
