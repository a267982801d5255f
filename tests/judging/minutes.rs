//! What is read as minutes, and what in them may be to do: lists in which work is shared out, lists under a sentence that announces
//! them, lists pasted from a word processor.

use super::judged_at;
use planlint::finding::Severity;
use planlint::rules::Catalogue;

/// The words that each finding of `rule` sits on, and whether it is more than a hint.
fn found(path: &str, text: &str, rule: &str) -> Vec<(String, bool)> {
    let findings = judged_at(path, text, Catalogue::shipped(), &[rule]);
    findings.iter().map(|finding| (finding.span.of(text).to_owned(), finding.severity > Severity::Hint)).collect()
}

#[track_caller]
fn hints(path: &str, text: &str, rule: &str, wanted: &[&str]) {
    let wanted: Vec<(String, bool)> = wanted.iter().map(|&words| (words.to_owned(), false)).collect();
    assert_eq!(found(path, text, rule), wanted, "{path}\n{text}");
}

#[test]
fn minutes_are_known_by_their_title() {
    let talk = "- Hall\n  - Bo needs to ask the school\n";
    for (path, title) in [
        ("notes/hall.md", "Garden Club Meeting, 5 May 2026"),
        ("notes/hall.md", "2026-05-05 (Tue)"),
        ("notes/hall.md", "Gartenverein Treffen 5. Mai 2026"),
        ("notes/hall.md", "園芸クラブ会議 2026年5月5日"),
        ("notes/GardenMinutes.md", "Garden"),
    ] {
        hints(path, &format!("# {title}\n\n{talk}"), "D101", &["Bo needs to ask the school"]);
    }
    for (path, title) in
        [("notes/hall.md", "Garden Club"), ("notes/hall.md", "How to hold a meeting"), ("notes/hall.md", "Plans of May 2026")]
    {
        hints(path, &format!("# {title}\n\n{talk}"), "D101", &[]);
    }
}

#[test]
fn work_is_shared_out() {
    for (text, shares) in [
        ("We split the work:\n\n- Posters: Ann\n- Music: Bo Lee\n", ["Posters: Ann", "Music: Bo Lee"].as_slice()),
        ("- Division of work\n  - Ann - posters\n  - Bo - music\n", &["Ann - posters", "Bo - music"]),
        ("Reparto de tareas:\n\n- Carteles (Ana)\n- Música (Luis)\n", &["Carteles (Ana)", "Música (Luis)"]),
        ("분담\n\n- 포스터 - 김민수\n- 음악 - 박지훈\n", &["포스터 - 김민수", "음악 - 박지훈"]),
        (
            "- The posters: Ann\n- Live music: Bo Lee\n- Food for all: Cleo\n",
            &["The posters: Ann", "Live music: Bo Lee", "Food for all: Cleo"],
        ),
        // Reports, and too few to tell.
        ("- Posters (Ann)\n- Music (Bo Lee)\n- Food (Cleo)\n", &[]),
        ("- The posters: Ann\n- Live music: Bo Lee\n", &[]),
        ("- Chair: Ann\n- Secretary: Bo Lee\n- Treasurer: Cleo\n", &[]),
        ("- Posters: Ann\n  - they hang\n- Music: Bo Lee\n  - it plays\n- Food: Cleo\n  - it is hot\n", &[]),
    ] {
        hints("minutes/may.md", &format!("# May\n\n## Fair\n\n{text}"), "D101", shares);
    }
    for text in ["Attendees:\n\n- Chair: Ann\n- Notes: Bo Lee\n- Guest: Cleo\n", "## Agenda\n\n- Roof: Ann\n- Hall: Bo Lee\n- Fair: Cleo\n"]
    {
        hints("minutes/may.md", &format!("# May\n\n{text}"), "A101", &[]);
    }
}

#[test]
fn a_sentence_leads_to_what_is_to_be_done() {
    for text in [
        "The fair was a success. The next steps are:\n\n- Thanks to the helpers\n",
        "Los siguientes pasos que se llevarían a cabo son:\n\n1. Thanks to the helpers\n",
        "Bis zum nächsten Treffen:\n\n- Thanks to the helpers\n",
    ] {
        hints("minutes/may.md", &format!("# May\n\n## Fair\n\n{text}"), "A101", &["Thanks to the helpers"]);
    }
    hints("minutes/may.md", "# May\n\n## Fair\n\nThe guests were:\n\n- Friends of the helpers\n", "A101", &[]);
}

#[test]
fn lists_of_word_processors_are_lists() {
    let text = "摘要\n本次会议讨论了花园。\n\n待办\n· 购买种子\n· 联系学校\n";
    let owners = found("会议纪要.md", text, "A101");
    assert_eq!(owners.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>(), ["购买种子", "联系学校"]);
    let text = "会议记录。\n\n待办\n· 购买种子\n";
    assert_eq!(found("会议纪要.md", text, "A101").iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>(), ["购买种子"]);
    let text = "# Minutes of May\n\n## Action items\n\n• Book the hall\n• Ann: paint it\n";
    assert_eq!(found("hall.md", text, "A101"), [("Book the hall".to_owned(), true)]);
}

#[test]
fn tasks_have_owners_in_their_title() {
    let text = "# 会議 2026-05-05\n\n## 決定事項\n\n- 開発者タスク:\n  - 画面の文言を統一する\n";
    hints("a.md", text, "A101", &[]);
    hints("a.md", text, "D101", &["画面の文言を統一する"]);
    // "Add … Section to" names nobody.
    let text = "# Minutes of May\n\n## Actions\n\n- Add Garden Club Section to the page\n- Ann: paint the door\n";
    hints("hall.md", text, "A101", &["Add Garden Club Section to the page"]);
}

#[test]
fn what_looks_back_on_a_sprint_dates_nothing() {
    let text = "# Retrospectives\n\n## Retrospective of sprint 1\n\n### Actions\n\n- [ ] Write the guide → Ann\n";
    hints("a.md", text, "D101", &["Write the guide → Ann"]);
    hints("a.md", &text.replace("Retrospective of sprint", "Sprint"), "D101", &[]);
}

#[test]
fn a_page_of_open_questions_thinks_on() {
    let text = "# Open questions\n\n## Who opens the hall?\n\nToday nobody does. Undecided.\n";
    hints("hall.md", text, "Q101", &["Who opens the hall?"]);
    hints("hall.md", &text.replace("Open questions", "FAQ"), "Q101", &[]);
}

#[test]
fn items_go_on_to_ask_in_paragraphs_of_their_own() {
    let text = "# Minutes of May\n\n## Roof\n\n- The roof leaks.\n\n  Who repairs it this time?\n\n  How do we pay for it?\n";
    hints("hall.md", text, "Q101", &["Who repairs it this time?", "How do we pay for it?"]);
    hints("hall.md", &format!("{text}\n  From the savings.\n"), "Q101", &["Who repairs it this time?"]);
}

#[test]
fn orders_of_a_sprint_may_be_tasks() {
    let text = "# Sprint 2: the door\n\n## Story\n\n- **The lock**\n  - Repair the lock\n  - Friendly locks\n";
    hints("sprint-2.md", text, "A101", &["Repair the lock"]);
    // The sprint is their date, loosely.
    hints("sprint-2.md", text, "D101", &[]);
    hints("door.md", &text.replace("Sprint 2", "Story"), "A101", &[]);
}

#[test]
fn a_file_of_tasks_plans_work() {
    let text = "# The fair\n\nÀ finaliser :\n\n- statuts\n- nom de domaine\n";
    hints("taches.md", text, "A101", &["statuts", "nom de domaine"]);
    hints("foire.md", text, "A101", &[]);
}

#[test]
fn boxes_of_a_plan_may_be_tasks() {
    let text = "# Hall\n\n## First phase\n\n- [ ] Paint the door\n- [x] Buy the paint\n";
    hints("hall/development-plan.md", text, "A101", &["Paint the door"]);
    hints("hall/roadmap.md", text, "A101", &[]);
}

#[test]
fn what_is_called_a_plan_is_no_minutes() {
    for (path, text) in [
        ("mission.md", "# Mission 2026-05-14\n\nWe paint doors.\n"),
        ("hall.plan.md", "# 2026-05-14\n\n## Actions\n\n- Paint the door\n"),
        ("SkeletonLoader/hall.plan.md", "# Hall\n\n## Actions\n\n- Paint the door\n"),
        ("hall.plan.md", "# Plan for the annual meeting, 14 May 2026\n\n## Actions\n\n- Paint the door\n"),
    ] {
        assert!(judged_at(path, text, Catalogue::shipped(), &[]).iter().any(|finding| finding.code.starts_with('M')), "{path}\n{text}");
    }
    // A change log, a month, and words of which only a part looks like a meeting.
    for (path, title) in [("CHANGES.md", "2026-05-14 Release"), ("a.md", "Call for papers, May 2026"), ("retro-games/a.md", "Games")] {
        hints(path, &format!("# {title}\n\n- Games\n  - Bo needs to ask the school\n"), "D101", &[]);
    }
}

#[test]
fn signs_and_rules_are_no_actions() {
    for text in [
        "# Spring\n\n## Actions\n\n○ open\n\n- Ann: paint the door\n",
        "# 春\n\n## アクション\n\n■ 開発チーム\n\n- 田中：画面を作る 2026-12-01\n",
        "# 春\n\n## アクション\n\n○○課長の件は別紙を見る\n\n- 田中：画面を作る 2026-12-01\n",
        "# Colds\n\n## Preventive measures\n\n- Wash your hands.\n",
        "# Spring\n\n## Actions\n\n- Ann: paint the door\n- Build Tools Team should fix the door\n",
    ] {
        assert_eq!(found("a.md", text, "A101"), [], "{text}");
    }
}
