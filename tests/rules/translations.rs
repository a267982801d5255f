//! Every wording of every shipped rule is there in every language, with the same words to put in, and documents are told in theirs.

use planlint::config::{Config, Messages};
use planlint::dialect::concept::Language;
use planlint::dialect::texts::Texts;
use planlint::fix::Title;
use planlint::judge::{Choice, Settings, judge_text};
use planlint::rules::{Catalogue, Page};
use planlint::workspace::Files;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

#[test]
fn every_wording_is_translated() {
    let mut report = Vec::new();
    for (language, texts) in translations() {
        for page in Catalogue::shipped().pages() {
            for (variant, english) in wordings(page) {
                match texts.message(&page.code, variant) {
                    None => report.push(format!("{language}: {} {variant} is missing: {english}", page.code)),
                    Some(text) if places(text) != places(english) => {
                        report.push(format!(
                            "{language}: {} {variant} puts in {:?}, the page {:?}",
                            page.code,
                            places(text),
                            places(english)
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn nothing_is_translated_that_no_page_says() {
    let catalogue = Catalogue::shipped();
    let mut report = Vec::new();
    for (language, texts) in translations() {
        for code in texts.codes() {
            let known: BTreeSet<&str> =
                catalogue.find(code).into_iter().flat_map(|page| wordings(page)).map(|(variant, _)| variant).collect();
            for (variant, _) in texts.variants(code).filter(|(variant, _)| !known.contains(variant)) {
                report.push(format!("{language}: {code} {variant}"));
            }
        }
    }
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn every_title_of_a_fix_is_translated() {
    let mut report = Vec::new();
    for (language, texts) in translations() {
        for title in Title::ALL {
            match texts.title(title.english()) {
                Some(text) if places(text) == places(title.english()) => {}
                found => report.push(format!("{language}: {} is {found:?}", title.english())),
            }
        }
        let known: BTreeSet<&str> = Title::ALL.iter().map(|title| title.english()).collect();
        report.extend(
            texts
                .variants("titles")
                .filter(|(title, _)| !known.contains(title))
                .map(|(title, _)| format!("{language}: nothing is called {title}")),
        );
    }
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn every_language_translates_the_same_words() {
    let words = |texts: &'static Texts| texts.variants("words").map(|(word, _)| word).collect::<BTreeSet<&str>>();
    let all: BTreeSet<&str> = translations().flat_map(|(_, texts)| words(texts)).collect();
    for (language, texts) in translations() {
        let own = words(texts);
        let missing: Vec<&str> = all.difference(&own).copied().collect();
        assert!(missing.is_empty(), "{language} does not translate {missing:?}");
    }
}

#[test]
fn findings_speak_the_language_asked_for() {
    let german = "---\nkind: plan\nlang: de\n---\n\n# Plan\n\n## Maßnahmen\n\n| Maßnahme | Fällig am |\n|---|---|\n| Halle buchen | Dienstag, 2026-03-02 |\n";
    let unstated = "# Plan\n\n- [ ] book the hall\n";
    for (messages, locale, text, expected) in [
        (Messages::En, None, german, &["the action table has no owner column", "2026-03-02 is a Monday, not a Tuesday"][..]),
        (
            Messages::Auto,
            None,
            german,
            &["der Tabelle der Maßnahmen fehlt: eine Spalte für die Verantwortlichen", "der 2026-03-02 ist ein Montag, kein Dienstag"],
        ),
        (
            Messages::Editor,
            Some(Language::Fr),
            german,
            &["il manque au tableau des actions : la colonne du responsable", "le 2026-03-02 est un lundi, pas un mardi"],
        ),
        (Messages::Editor, None, german, &["the action table has no owner column"]),
        (Messages::Auto, None, unstated, &["action \"book the hall\" has no owner"]),
    ] {
        let found = told(text, messages, locale);
        for message in expected {
            assert!(found.iter().any(|found| found == message), "{messages:?} {locale:?}: no {message:?} in {found:#?}");
        }
    }
}

fn told(text: &str, messages: Messages, locale: Option<Language>) -> Vec<String> {
    let folder = Path::new("/workspace");
    let mut config = Config::built_in(folder);
    config.messages = messages;
    let today = planlint::judge::example::TODAY;
    let mut settings = Settings::new(Arc::new(config), Catalogue::shipped(), &Choice::default(), today);
    settings.locale = locale;
    let index = settings.index(Arc::new(Files::in_memory()), folder.to_owned());
    judge_text(text, &folder.join("house.plan.md"), &settings, &index).into_iter().map(|finding| finding.message).collect()
}

fn translations() -> impl Iterator<Item = (&'static str, &'static Texts)> {
    Language::ALL.iter().filter_map(|language| Some((language.word(), Texts::of(*language)?)))
}

/// The page's messages by variant, and its help.
fn wordings(page: &Page) -> impl Iterator<Item = (&str, &str)> {
    let messages = page.messages.iter().map(|(variant, message)| (variant.as_str(), message.as_str()));
    messages.chain(page.help.as_deref().map(|help| ("help", help)))
}

/// The names in braces.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}
