//! What items say about themselves, in tables. Owners are marked `⟦ ⟧` in `items/*.txt`, one item a line.

use jiff::civil::Date;
use planlint::{
    dialect::{
        attribute::DueForm,
        concept::{ActionKind, Status},
        date::{Order, When},
        item::{Attributes, ItemText, read},
        owner::{Owner, OwnerForm, owner_cell},
    },
    text::Span,
};
use proptest::prelude::*;

/// The text without `⟦ ⟧`, and the spans they marked.
fn unmarked(line: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in line.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => spans.push(Span::new(start, text.len())),
            c => text.push(c),
        }
    }
    (text, spans)
}

/// Reads a text in which only code is marked up.
fn plain(text: &str) -> Attributes {
    let hidden = |(index, part): (usize, &str)| if index % 2 == 0 { part.to_owned() } else { format!(" {} ", "\u{1}".repeat(part.len())) };
    let masked: String = text.split('`').enumerate().map(hidden).collect();
    read(&ItemText::plain(&masked), Order::Iso)
}

/// Every row of the table must be read as an owner whose marked spans `spans_of` returns.
fn check(table: &str, spans_of: impl Fn(Owner) -> Option<Vec<Span>>) {
    let read_otherwise = table.lines().filter_map(|line| {
        let (text, expected) = unmarked(line);
        let owner = plain(&text).owner;
        (spans_of(owner.clone()) != Some(expected)).then(|| format!("{line}\n    {owner:?}"))
    });
    let wrong: Vec<String> = read_otherwise.collect();
    assert!(wrong.is_empty(), "{} rows are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_are_found_in_every_form() {
    check(include_str!("items/named.txt"), |owner| if let Owner::Named { names, .. } = owner { Some(names) } else { None });
}

#[test]
fn items_without_an_owner_stay_without() {
    check(include_str!("items/nobody.txt"), |owner| (owner == Owner::Nobody).then(Vec::new));
}

#[test]
fn ordinary_words_in_the_place_of_a_name_are_doubtful() {
    check(include_str!("items/doubtful.txt"), |owner| if let Owner::Doubtful { span, .. } = owner { Some(vec![span]) } else { None });
}

#[test]
fn free_places_are_nobody_yet() {
    check(include_str!("items/placeholder.txt"), |owner| if let Owner::Placeholder { span, .. } = owner { Some(vec![span]) } else { None });
}

#[test]
fn everybody_is_nobody_in_particular() {
    check(include_str!("items/collective.txt"), |owner| if let Owner::Collective { span, .. } = owner { Some(vec![span]) } else { None });
}

#[test]
fn the_form_tells_how_sure_an_owner_is() {
    let sure = |text: &str| matches!(plain(text).owner, Owner::Named { sure: true, .. });
    for text in ["@ann: send", "Send (owner: Ann)", "Ann to send it", "田中さん：送る", "SRE team to send it"] {
        assert!(sure(text), "{text}");
    }
    for text in ["Ann: send", "Ann - send", "Send (Ann)", "Ask @ann whether it is out", "Board: vote"] {
        assert!(!sure(text), "{text}");
    }
}

#[test]
fn candidates_are_no_owners() {
    let text = "Write the page (owner: TBD (@ann or @bo))";
    let Owner::Placeholder { candidates, .. } = plain(text).owner else { panic!("{:?}", plain(text).owner) };
    assert_eq!(candidates.iter().map(|name| name.of(text)).collect::<Vec<_>>(), ["@ann", "@bo"]);
}

#[test]
fn the_own_words_of_an_action_are_what_is_left() {
    let cases = [
        ("[A1] Ann: send the draft (by 2026-03-01)", "send the draft"),
        ("A1: Ann and Bo to send the draft - completed", "send the draft"),
        ("Send the draft (Ann, 2026-03-01).", "Send the draft"),
        ("Send the draft #strategic @ann", "Send the draft"),
        ("Send the draft", "Send the draft"),
        ("Send the draft to Ann (see the wiki)", "Send the draft to Ann (see the wiki)"),
        ("Send the draft ✅ 2026-01-02", "Send the draft"),
        ("Draft: agenda for the meeting", "Draft: agenda for the meeting"),
        ("佐藤：資料を作る（2026年3月1日）", "資料を作る"),
        ("Ann:", ""),
    ];
    for (text, words) in cases {
        assert_eq!(plain(text).text.of(text), words, "{text}");
    }
}

#[test]
fn due_values_are_found_wherever_they_stand() {
    let cases = [
        ("Send it by 2026-03-01", DueForm::Word),
        ("Send it by 2026-03-01.", DueForm::Word),
        ("Send it due:2026-03-01 @ann", DueForm::Key),
        ("Send it [due:: 2026-03-01]", DueForm::Key),
        ("Send it 📅 2026-03-01", DueForm::Mark),
        ("Send it @due(2026-03-01)", DueForm::Mark),
        ("Send it 2026-03-01", DueForm::Trailing),
        ("Send it (2026-03-01)", DueForm::Trailing),
        ("Send it (Ann, 2026-03-01)", DueForm::Trailing),
        ("Send it 2026-03-01 (Ann)", DueForm::Trailing),
    ];
    for (text, form) in cases {
        let due = plain(text).due.unwrap_or_else(|| panic!("no due value: {text}"));
        assert_eq!((due.span.of(text), due.form), ("2026-03-01", form), "{text}");
        assert!(matches!(due.when, When::Exact(_)), "{text}");
    }
    assert!(plain("Send it to 2 people").due.is_none());
}

#[test]
fn other_attributes_have_keys_and_marks() {
    let day = |date: Option<(Span, Date)>| date.map(|(_, date)| date.to_string()).unwrap_or_default();
    let text = "Send it 🛫 2026-01-01 ⏳ 2026-01-02 ✅ 2026-01-03 ➕ 2025-12-31 #tactical";
    let item = plain(text);
    assert_eq!([item.start, item.scheduled, item.done, item.created].map(day), ["2026-01-01", "2026-01-02", "2026-01-03", "2025-12-31"]);
    assert_eq!(item.kind.map(|(span, kind)| (span.of(text), kind)), Some(("#tactical", ActionKind::Tactical)));
    assert_eq!(item.text.of(text), "Send it");
    assert_eq!(day(plain("Send it @done(2026-01-03)").done), "2026-01-03");
    assert_eq!(day(plain("Send it [start:: 2026-01-03]").start), "2026-01-03");
    assert_eq!(day(plain("Send it ❌ 2026-01-03").cancelled), "2026-01-03");
}

#[test]
fn a_status_may_end_an_item() {
    let cases = [
        ("Send it (status: in progress)", Some(Status::InProgress)),
        ("Send it (DONE)", Some(Status::Done)),
        ("Send it [done]", Some(Status::Done)),
        ("Send it -- completed", Some(Status::Done)),
        ("Send it ✅", Some(Status::Done)),
        ("Senden (erledigt)", Some(Status::Done)),
        ("送る（完了）", Some(Status::Done)),
        ("Send it (on hold)", Some(Status::Blocked)),
        ("Send it when done", None),
    ];
    for (text, status) in cases {
        assert_eq!(plain(text).status.map(|(_, status)| status), status, "{text}");
    }
}

#[test]
fn ids_define_and_references_point() {
    let text = "[A1] Send it [S2] → M1, supports: G3";
    let item = plain(text);
    assert_eq!(item.id.map(|id| id.of(text)), Some("A1"));
    assert_eq!(item.references.iter().map(|id| id.of(text)).collect::<Vec<_>>(), ["S2", "M1", "G3"]);
}

#[test]
fn mark_up_around_a_name_is_seen() {
    let strong = ItemText { masked: "  Ann   send it", source: "**Ann** send it", strong: &[Span::new(0, 7)], ..ItemText::default() };
    assert!(matches!(read(&strong, Order::Iso).owner, Owner::Named { form: OwnerForm::Emphasis, .. }));
    let linked = ItemText {
        masked: " Ann Lee      to send it",
        source: "[Ann Lee](url) to send it",
        links: &[Span::new(0, 14)],
        ..ItemText::default()
    };
    assert!(matches!(read(&linked, Order::Iso).owner, Owner::Named { form: OwnerForm::LeadingTo, .. }));
    let linked_id = ItemText { masked: " A1    : send it", source: "[A1](u): send it", links: &[Span::new(0, 7)], ..ItemText::default() };
    assert_eq!(read(&linked_id, Order::Iso).id, None);
    let bold_id = ItemText { masked: "  A1   send it", source: "**A1** send it", strong: &[Span::new(0, 6)], ..ItemText::default() };
    assert_eq!(read(&bold_id, Order::Iso).id, Some(Span::new(2, 4)));
    let struck = ItemText { masked: "  send it  ", source: "~~send it~~", struck: &[Span::new(0, 11)], ..ItemText::default() };
    assert_eq!(read(&struck, Order::Iso).status.map(|(_, status)| status), Some(Status::Cancelled));
}

#[test]
fn cells_hold_owners_only() {
    let named: [(&str, &[&str]); 12] = [
        (" Ann Lee ", &["Ann Lee"]),
        ("Ann, Bo", &["Ann", "Bo"]),
        ("Ann and Bo", &["Ann", "Bo"]),
        ("Ann Lee    Bo Chen", &["Ann Lee", "Bo Chen"]),
        ("@ann @bo", &["@ann", "@bo"]),
        ("Ashley/Ty/TBD", &["Ashley", "Ty"]),
        ("@ann + tbd", &["@ann"]),
        ("SRE team", &["SRE team"]),
        ("Ann (lead), Bo", &["Ann (lead)", "Bo"]),
        ("佐藤、鈴木", &["佐藤", "鈴木"]),
        ("draft people", &["draft people"]),
        ("Ann / Bo", &["Ann", "Bo"]),
    ];
    for (text, expected) in named {
        let Owner::Named { names, .. } = owner_cell(&ItemText::plain(text)) else { panic!("{text}") };
        assert_eq!(names.iter().map(|name| name.of(text)).collect::<Vec<_>>(), expected, "{text}");
    }
    for text in [
        "TBD",
        "?",
        "-",
        "—",
        "n/a",
        "[name]",
        "Help wanted",
        "To be confirmed with Ann",
        "Por confirmar con Pablo",
        "未定",
        "\u{1}\u{1}",
        "TBD (@ann or @bo)",
        "Help wanted, @ann",
        "…",
        "___",
    ] {
        assert!(matches!(owner_cell(&ItemText::plain(text)), Owner::Placeholder { .. }), "{text}");
    }
    for text in ["all", "Everyone", "The team", "@all", "全員", "Todos"] {
        assert!(matches!(owner_cell(&ItemText::plain(text)), Owner::Collective { .. }), "{text}");
    }
    assert_eq!(owner_cell(&ItemText::plain("   ")), Owner::Nobody);
}

/// Every span an owner hands out.
fn owner_spans(owner: &Owner) -> Vec<Span> {
    match owner {
        Owner::Nobody => Vec::new(),
        Owner::Placeholder { span, candidates: names } | Owner::Named { span, names, .. } => names.iter().chain([span]).copied().collect(),
        Owner::Collective { span, .. } | Owner::Doubtful { span, .. } => vec![*span],
    }
}

/// Every span an item hands out.
fn spans(item: &Attributes) -> Vec<Span> {
    let mut spans = owner_spans(&item.owner);
    spans.push(item.text);
    spans.extend(item.references.iter().chain(&item.id).copied());
    spans.extend([item.start, item.scheduled, item.done, item.cancelled, item.created].into_iter().flatten().map(|(span, _)| span));
    spans.extend(item.due.as_ref().map(|due| due.span));
    spans.extend(item.status.map(|(span, _)| span));
    spans.extend(item.kind.map(|(span, _)| span));
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text_is_read_within_its_bounds(
        text in r"(\PC|[-–—:：()（）\[\]@#,、.?✅📅\n ]|Ann|Bo| to | and |owner|by|TBD|all|2026-03-01|さん|佐藤|김민수|A1|→){0,24}"
    ) {
        let item = ItemText::plain(&text);
        for span in spans(&read(&item, Order::Iso)).into_iter().chain(owner_spans(&owner_cell(&item))) {
            prop_assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} in {text:?}");
        }
    }
}
