//! Labels, columns, states, groups and phrases, in the languages planlint reads.

use planlint::dialect::concept::{Column, Concept, HeadKey, Language, Lifecycle, Status};
use planlint::dialect::group::{Cue, Group};
use planlint::dialect::mentions::Mentions;
use planlint::dialect::placeholder::{Slot, tokens, whole};
use planlint::dialect::vocabulary::Vocabulary;
use planlint::text::Span;
use std::collections::BTreeSet;

fn words() -> &'static Vocabulary {
    Vocabulary::builtin()
}

/// What a vocabulary file lists in these tables.
fn listed(language: Language, tables: &[&str]) -> BTreeSet<String> {
    let file = format!("{}/rules/vocabulary/{}.toml", env!("CARGO_MANIFEST_DIR"), language.word());
    let vocabulary: toml::Table = std::fs::read_to_string(file).expect("the file of a language").parse().expect("TOML");
    let tables = tables.iter().filter_map(|&table| vocabulary.get(table)?.as_table());
    tables.flat_map(toml::Table::keys).cloned().collect()
}

#[test]
fn every_language_has_words_for_everything() {
    for &language in Language::ALL {
        assert_eq!(words().language(language).language, language);
        let all = |tables: &[&str], wanted: &[&str]| {
            let listed = listed(language, tables);
            let missing: Vec<_> = wanted.iter().filter(|word| !listed.contains(**word)).collect();
            assert!(missing.is_empty(), "{language:?} has no words in {tables:?} for {missing:?}");
        };
        all(&["columns", "scoped-columns", "section-columns"], &Column::ALL.iter().map(|column| column.word()).collect::<Vec<_>>());
        all(&["concepts", "whole", "labels"], &Concept::ALL.iter().map(|concept| concept.word()).collect::<Vec<_>>());
        all(&["status"], &Status::ALL.iter().map(|status| status.word()).collect::<Vec<_>>());
        all(&["lifecycle"], &Lifecycle::ALL.iter().map(|state| state.word()).collect::<Vec<_>>());
        assert_eq!(listed(language, &["groups"]), listed(Language::En, &["groups"]), "{language:?}");
        assert_eq!(listed(language, &["cues"]), listed(Language::En, &["cues"]), "{language:?}");
    }
}

#[test]
fn what_is_inserted_is_recognised() {
    for &language in Language::ALL {
        let insert = &words().language(language).insert;
        for (&concept, heading) in &insert.headings {
            assert_eq!(words().heading(heading).matches.first().map(|found| found.concept), Some(concept), "{heading}");
        }
        for (&concept, label) in &insert.labels {
            assert!(words().label_as(label, concept).is_some(), "{label} is no label of {}", concept.word());
        }
        for header in insert.action_table.iter().chain(&insert.workbook_table) {
            let column = words().column(header, Some(Concept::Actions)).map(|found| found.column);
            assert!(matches!(column, Some(Column::ActionText | Column::Owner | Column::Due)), "{header}: {column:?}");
        }
        assert!(whole(&insert.todo, Slot::Text));
    }
}

#[test]
fn labels() {
    for (label, concept) in [
        ("Purpose", Some(Concept::Purpose)),
        ("Our customers", Some(Concept::Customers)),
        ("Why", Some(Concept::Purpose)),
        ("A", Some(Concept::Answer)),
        ("Confirmed by", Some(Concept::Confirmation)),
        ("回答", Some(Concept::Answer)),
        ("Kundenerlebnis", Some(Concept::Experience)),
        ("Note", None),
        ("What our customers want from us", None),
    ] {
        assert_eq!(words().label(label).map(|found| found.concept), concept, "{label}");
    }
    assert!(words().label_as("Decision", Concept::Answer).is_some());
    assert!(words().label_as("Decision", Concept::Decision).is_some());
    assert!(words().label_as("決定", Concept::Answer).is_some());
}

#[test]
fn a_team_is_an_area_above_the_first_column_only() {
    use Column as C;
    let (areas, actions) = (Some(Concept::SupportAreas), Some(Concept::Actions));
    for header in ["Team", "Equipo", "Équipe", "Equipe", "チーム", "팀", "团队"] {
        let leading = |section| words().leading_column(header, section).map(|found| found.column);
        let behind = |section| words().column(header, section).map(|found| found.column);
        assert_eq!((leading(areas), leading(None), behind(None)), (Some(C::Area), Some(C::Area), None), "{header}");
        assert_ne!(leading(actions), Some(C::Area), "{header}");
    }
}

#[test]
fn columns() {
    use Column as C;
    let (actions, questions, gaps) = (Some(Concept::Actions), Some(Concept::Questions), Some(Concept::Gaps));
    for (header, section, column) in [
        ("Assigned to", None, Some(C::Owner)),
        ("Complete date", None, Some(C::Due)),
        ("Preparation", actions, Some(C::ActionText)),
        ("Owner(s) or team(s)", None, Some(C::Owner)),
        ("[Owner]", None, Some(C::Owner)),
        ("Responsable(s)", None, Some(C::Owner)),
        ("Tech lead", None, Some(C::Owner)),
        ("Action Item Assigned to", None, Some(C::Owner)),
        ("Due (YYYY-MM-DD)", None, Some(C::Due)),
        ("Échéance (YYYY-MM-DD)", None, Some(C::Due)),
        ("Deadline / Status", None, Some(C::Due)),
        ("Fecha límite", None, Some(C::Due)),
        ("Date", None, None),
        ("Date", actions, Some(C::Due)),
        ("Target", actions, Some(C::Due)),
        ("Target", None, Some(C::Target)),
        ("Action", None, Some(C::ActionText)),
        ("Action", gaps, Some(C::Response)),
        ("課題", questions, Some(C::Question)),
        ("課題", gaps, Some(C::Gap)),
        ("準備", actions, Some(C::ActionText)),
        ("割り当てられました。", actions, Some(C::Owner)),
        ("完全な日付", actions, Some(C::Due)),
        ("担当部署", None, Some(C::Owner)),
        ("#", None, Some(C::Id)),
        ("Nº", None, Some(C::Id)),
        ("序号", None, Some(C::Id)),
        ("Notes", None, Some(C::Neutral)),
        ("Favourite colour", None, None),
    ] {
        assert_eq!(words().column(header, section).map(|found| found.column), column, "{header} in {section:?}");
    }
    assert_eq!(words().column("Deadline / Status", None).and_then(|found| found.also), Some(C::Status));
    assert!(words().column("割り当てられました。", None).is_some_and(|found| found.nonstandard));
    assert!(words().column("担当者", None).is_some_and(|found| !found.nonstandard && found.language == Some(Language::Ja)));
}

#[test]
fn states_are_read_from_the_beginning() {
    for (text, status) in [
        ("Closed 2026-09-04 — mapping", Some(Status::Done)),
        ("Done", Some(Status::Done)),
        ("✅", Some(Status::Done)),
        ("🟢 On track", Some(Status::InProgress)),
        ("not started", Some(Status::Open)),
        ("In progress (50 %)", Some(Status::InProgress)),
        ("完了（2026-01-01）", Some(Status::Done)),
        ("in Arbeit", Some(Status::InProgress)),
        ("erledigt", Some(Status::Done)),
        ("Won't answer for now", Some(Status::Cancelled)),
        ("진행 중", Some(Status::InProgress)),
        ("purple", None),
        ("", None),
    ] {
        assert_eq!(words().status(text), status, "{text}");
    }
    assert_eq!(words().lifecycle("Approved 2026-01-01"), Some(Lifecycle::Approved));
    assert_eq!(words().head_key("translation_of"), Some(HeadKey::TranslationOf));
    assert_eq!(words().head_key("Next suggested article"), Some(HeadKey::Next));
    assert_eq!(words().head_key("前の記事"), Some(HeadKey::Previous));
    assert_eq!(words().head_key("←"), Some(HeadKey::Previous));
}

#[test]
fn none_says_that_a_list_is_rightly_empty() {
    for text in
        ["None", "none.", "N/A at this time", "なし", "特になし", "_None_", "keine", "无", "없음", "None identified (reviewed 2026-01-15)."]
    {
        assert!(words().is_none(text), "{text}");
    }
    for text in ["", "None of the agents knows", "无法登录", "Keine Ahnung, wer?", "Nonetheless we go on", "Call the nurse"] {
        assert!(!words().is_none(text), "{text}");
    }
}

#[test]
fn groups() {
    for (group, text) in [
        (Group::Faq, "🤔 Frequently Asked Questions"),
        (Group::Faq, "Frequently asked questions (FAQ)"),
        (Group::AttendanceAndChecklists, "Voting member attendance"),
        (Group::AttendanceAndChecklists, "Definition of done for the hall"),
        (Group::AttendanceAndChecklists, "Critérios de Aceitação:"),
        (Group::AttendanceAndChecklists, "参加者：(敬称略・順不同)"),
        (Group::AttendanceAndChecklists, "📝 Pauta da Reunião"),
        (Group::OpenQuestions, "Open questions"),
    ] {
        assert!(words().heading_in_group(group, text), "{text}");
    }
    assert!(words().in_group(Group::CollectiveOwners, "@everyone"));
    assert!(words().in_group(Group::CollectiveOwners, "全員"));
    assert!(!words().in_group(Group::CollectiveOwners, "QA team"));
    assert!(words().in_group(Group::BareAnswers, "Yes."));
    assert!(words().in_group(Group::Boilerplate, "Remember me?"));
    assert!(words().in_group(Group::Boilerplate, "Posted by: Ann Lee"));
    assert!(words().mentions(Group::Vague, "Sort some of it out, etc.").is_some());
    assert!(words().mentions(Group::Vague, "Book a handsome room").is_none());
}

#[test]
fn cues_find_what_a_mission_says() {
    let mission = "We exist so that every policy holder gets help on the first call without having to repeat the story.";
    let says = |cue: Cue, text: &str| Mentions::of(text).cues(Span::new(0, text.len())).any(|said| said == cue);
    assert!(says(Cue::Purpose, mission) && says(Cue::Experience, mission));
    assert!(!says(Cue::Experience, "Our team has 10 years of experience."));
    assert!(!says(Cue::Customers, "We ship a client library."));
    assert!(says(Cue::Experience, "Someone answers within 30 minutes."));
    assert!(says(Cue::Purpose, "お客様の毎日を支えるために働きます。"));
    assert!(says(Cue::Customers, "面向开发者，构建平台"));
}

#[test]
fn placeholders_as_whole_values() {
    for (text, slot) in [
        ("TBD", Slot::Text),
        ("tbd.", Slot::Owner),
        ("???", Slot::Text),
        ("…", Slot::Text),
        ("-", Slot::Owner),
        ("n/a", Slot::Due),
        ("YYYY-MM-DD", Slot::Due),
        ("JJ/MM/AAAA", Slot::Due),
        ("[Team/Person]", Slot::Owner),
        ("[no date]", Slot::Due),
        ("[unassigned]", Slot::Owner),
        ("{{name}}", Slot::Owner),
        ("{?}", Slot::Text),
        ("TBD (@ann or @bo)", Slot::Owner),
        ("(À compléter)", Slot::Text),
        ("XX%", Slot::Text),
        ("____", Slot::Text),
        ("未定", Slot::Text),
        ("略", Slot::Text),
        ("noch offen", Slot::Text),
        ("Help wanted", Slot::Owner),
        ("○○", Slot::Owner),
    ] {
        assert!(whole(text, slot), "{text} in {slot:?}");
    }
    for (text, slot) in [
        ("", Slot::Owner),
        ("-", Slot::Text),
        ("n/a", Slot::Text),
        ("Ann", Slot::Owner),
        ("[Ann Lee]", Slot::Owner),
        ("[05/02/2026]", Slot::Due),
        ("[A1]", Slot::Text),
        ("None of them", Slot::Text),
        ("2026-03-01", Slot::Due),
    ] {
        assert!(!whole(text, slot), "{text} in {slot:?}");
    }
}

#[test]
fn placeholders_inside_a_text() {
    for text in [
        "⟦TODO⟧: ask Dana",
        "The review is ⟦TBD⟧ by Ann, ⟦XXX⟧ and ⟦未定⟧",
        "(⟦TODO⟧ ask)",
        "Owner: ⟦TODO⟧",
        "Write ⟦[insert the goal]⟧ here",
        "⟦[Título de la reunión]⟧",
        "for the ⟦______⟧ project",
        "grow by ⟦XX%⟧ a year",
        "name: ⟦{{project_name}}⟧",
        "⟦lorem ipsum⟧ dolor",
        "日本⟦TODO⟧: 書く",
        "⟦TODO⟧: étoile, éTODO: TODOé: reste",
        "Todo list, to do, TODO Group and the TODO community",
        "a list of work TODO, we could fund that",
        "see {{site.baseurl}} and {{< ref \"x\" >}} and [x] and [A1] and [^1]",
        "[link](x.md) [owner:: Ann] array[index] <br> a < b > c",
        "[Ann Lee] and [Team Blue] met",
        "未定義の動作",
        "plain words with Title Case and __init__",
    ] {
        let plain: String = text.chars().filter(|letter| !matches!(letter, '⟦' | '⟧')).collect();
        let mut marked = plain.clone();
        for span in tokens(&plain).collect::<Vec<_>>().into_iter().rev() {
            marked.insert(span.end as usize, '⟧');
            marked.insert(span.start as usize, '⟦');
        }
        assert_eq!(marked, text);
    }
}

#[test]
fn a_writers_synonym_beats_a_shipped_one() {
    let own = Vocabulary::with_synonyms(
        &[(Concept::Gaps, vec!["Risks".into(), "Pain points".into()])],
        &[(Column::Owner, vec!["Captain".into()])],
    );
    assert_eq!(own.heading("Risks").matches[0].concept, Concept::Gaps);
    assert_eq!(own.heading("Our pain points").matches[0].concept, Concept::Gaps);
    assert_eq!(own.column("Captain", None).map(|found| found.column), Some(Column::Owner));
    assert_eq!(words().column("Captain", None), None);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_anything_panic(text in "([a-zA-Z .:/()\\[\\]{}<>*#|-]|TBD|TODO|___|ミッション|の|と|§ 2|第1条|①|（|）|ﾞ|ß|é|̈|✅|\\PC){0,24}") {
        for span in tokens(&text) {
            let _ = span.of(&text);
        }
        for group in [Group::Vague, Group::Telling] {
            if let Some(span) = words().mentions(group, &text) {
                let _ = span.of(&text);
            }
        }
        assert!(Mentions::of(&text).cues(Span::new(0, text.len())).count() <= Cue::ALL.len());
        let _ = (words().heading(&text), words().label(&text), words().column(&text, None), words().head_key(&text));
        let _ = (words().status(&text), words().is_none(&text), words().in_group(Group::Faq, &text), whole(&text, Slot::Owner));
    }
}
