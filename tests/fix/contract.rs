//! The safety contract (DESIGN 8) over documents of all sorts: each fix alone, all safe ones, all that insert structure.

use crate::promises::{broken, unprepared};
use crate::sources::{Source, as_others_save_it, corpus, documents, page_examples, stories, without_each_section};
use crate::workshop::Workshop;
use planlint::dialect::concept::{Kind, Language};
use planlint::dialect::vocabulary::Vocabulary;
use planlint::fix::{Mended, Wanted, skeleton};

/// What goes wrong when a document is mended.
fn faults(shop: &Workshop, name: &str, text: &str) -> Vec<String> {
    let mut faults = shop.try_each(name, text);
    for wanted in [Wanted::Safe, Wanted::Scaffold] {
        match mended_twice(shop, name, text, wanted) {
            Err(fault) => faults.push(fault),
            Ok(once) => {
                faults.extend(once.dropped.iter().map(|dropped| format!("{wanted:?} drops {} {}", dropped.code, dropped.title)));
                faults.extend(broken(text, &once).into_iter().map(|fault| format!("{wanted:?}: {fault}")));
            }
        }
    }
    faults
}

/// The document mended once, when mending it twice makes no difference.
pub(crate) fn mended_twice(shop: &Workshop, name: &str, text: &str, wanted: Wanted) -> Result<Mended, String> {
    let once = shop.mend(name, text, wanted).map_err(|error| format!("{wanted:?}: {error}"))?;
    match shop.mend(name, &once.text, wanted) {
        Ok(twice) if twice.text == once.text => Ok(once),
        Ok(twice) => Err(format!("{wanted:?} goes on with {:?}", twice.applied)),
        Err(error) => Err(format!("{wanted:?} the second time: {error}")),
    }
}

fn check(documents: impl IntoIterator<Item = Source>) {
    let shop = Workshop::new();
    let mut report = String::new();
    for (name, text) in documents {
        let found = faults(&shop, &name, &text);
        if !found.is_empty() {
            report += &format!("=== {name}\n{text}\n");
            found.iter().for_each(|fault| report += &format!("--- {fault}\n"));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn examples_of_pages() {
    check(page_examples());
}

#[test]
fn documents_of_these_tests() {
    check(documents());
}

#[test]
fn documents_without_one_of_their_sections() {
    check(documents().into_iter().flat_map(|(name, text)| without_each_section(&text).into_iter().map(move |text| (name.clone(), text))));
}

#[test]
fn documents_as_others_save_them() {
    check(documents().into_iter().flat_map(|(name, text)| as_others_save_it(&text).into_iter().map(move |(_, text)| (name.clone(), text))));
}

#[test]
fn documents_from_outside() {
    check(corpus());
}

/// After `--scaffold`, whatever is still asked for is asked for at a place that was put there.
#[test]
fn what_is_missing_gets_a_place() {
    let shop = Workshop::new();
    let stories = documents().into_iter().chain(stories()).filter(|(name, _)| !name.starts_with("shapes"));
    let cut = stories.flat_map(|(name, text)| without_each_section(&text).into_iter().map(move |text| (name.clone(), text)));
    let mut report = String::new();
    for (name, text) in cut.chain(bare()) {
        let mended = shop.mend(&name, &text, Wanted::Scaffold).expect("it comes to an end");
        for found in unprepared(&text, &mended) {
            report += &format!("=== {name}\n{}\n--- {} {}\n", mended.text, found.code, found.message);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// The same for a new document that has lost a section: nothing is asked for elsewhere but what the whole one is asked for as well.
#[test]
fn what_new_documents_have_lost_gets_a_place() {
    let shop = Workshop::new();
    let mut report = String::new();
    for (name, whole) in new() {
        let left: Vec<(String, String)> =
            shop.judge(&name, &whole).into_iter().map(|found| (found.code.to_string(), found.message)).collect();
        for text in without_each_section(&whole) {
            let mended = shop.mend(&name, &text, Wanted::Scaffold).expect("it comes to an end");
            mended.dropped.iter().for_each(|fix| report += &format!("=== {name}\n{text}\n--- dropped {} {}\n", fix.code, fix.title));
            for found in unprepared(&text, &mended) {
                if !left.iter().any(|(code, message)| **code == *found.code && *message == found.message) {
                    report += &format!("=== {name}\n{}\n--- {} {}\n", mended.text, found.code, found.message);
                }
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// What `planlint new` writes: every kind in every language.
fn new() -> impl Iterator<Item = Source> {
    let of_kind = |kind: Kind| Language::ALL.iter().map(move |&language| skeleton(kind, language, Vocabulary::builtin()));
    Kind::ALL.iter().flat_map(move |&kind| of_kind(kind).map(|text| ("new.md".to_owned(), text)))
}

#[test]
fn documents_of_a_kind_and_nothing_else() {
    check(bare());
}

/// Documents that say what they are, and nothing else.
fn bare() -> impl Iterator<Item = Source> {
    let of_kind = Kind::ALL.iter().flat_map(|kind| {
        [
            "---\nkind: K\n---\n",
            "---\nkind: K\n---",
            "---\r\nkind: K\r\n---\r\n",
            "+++\nkind = \"K\"\n+++\n",
            "---\nkind: K\nlang: ja\n---\n\n# 計画\n",
        ]
        .map(|text| ("new.md".to_owned(), text.replace('K', kind.word())))
    });
    let of_language = Kind::ALL.iter().flat_map(|kind| {
        Language::ALL.iter().map(|language| ("new.md".to_owned(), format!("---\nkind: {}\nlang: {}\n---\n", kind.word(), language.word())))
    });
    let empty = ["", "\n", "\u{feff}", "\n\n\n", "text", "# \n"].map(|text| ("new.plan.md".to_owned(), text.to_owned()));
    of_kind.chain(of_language).chain(empty)
}
