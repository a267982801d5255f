//! Suppression comments, and those that silence nothing.

use crate::{judged, told};
use planlint::rules::{Catalogue, unmarked};

/// Judges `marked` by A101 and H102; `⟦ ⟧` stand around each finding, in the order of place.
fn holds(marked: &str) {
    let (text, wanted) = unmarked(marked);
    let findings = judged(&text, Catalogue::shipped(), &["A101", "H102"]);
    let found: Vec<_> = findings.iter().map(|finding| finding.span).collect();
    assert_eq!(found, wanted, "{marked}\n{:#?}", told(&text, &findings));
}

#[test]
fn a_silence_ends_where_it_is_ended() {
    holds("## Actions\n\n<!-- planlint-disable A101 -->\n- [ ] Dig\n\n<!-- planlint-enable A101 -->\n- [ ] ⟦Sow⟧\n");
    holds("## Actions\n\n<!-- planlint-disable A101 D101 -->\n- [ ] Dig\n\n<!-- planlint-enable D101 -->\n- [ ] Sow\n");
    holds("## Actions\n\n<!-- planlint-disable A101 -->\n- [ ] Dig\n\n<!-- planlint-enable -->\n- [ ] ⟦Sow⟧\n");
    holds("## Actions\n\n<!-- planlint-disable -->\n- [ ] Dig\n\n<!-- planlint-enable A101 -->\n- [ ] ⟦Sow⟧\n");
    holds("## Actions\n\n<!-- planlint-disable A101 -->\n- [ ] Dig\n\n## More actions\n\n- [ ] Sow\n");
}

#[test]
fn an_end_without_a_beginning_is_told() {
    holds("## Actions\n\n⟦<!-- planlint-enable -->⟧\n- [ ] ⟦Dig⟧\n");
    holds("## Actions\n\n<!-- planlint-disable A101 -->\n- [ ] Dig\n\n⟦<!-- planlint-enable D101 -->⟧\n- [ ] Sow\n");
}

#[test]
fn only_rules_that_ran_are_asked_about() {
    holds("## Actions\n\n<!-- planlint-disable-next-line ⟦A101⟧ D101 G -->\n- [ ] Dig (Ann)\n");
    holds("## Actions\n\n<!-- planlint-disable-next-line ⟦A⟧ -->\n- [ ] Dig (Ann)\n");
    holds("## Actions\n\n<!-- planlint-disable-next-line A -->\n- [ ] Dig\n");
    holds("## Actions\n\n<!-- planlint-disable-next-line -->\n- [ ] Dig (Ann)\n");
    holds("---\nplanlint: [⟦A101⟧, D101]\n---\n\n## Actions\n\n- [ ] Dig (Ann)\n");
}

#[test]
fn a_comment_for_all_rules_is_judged_when_all_ran() {
    let text = "# Plan\n\n<!-- planlint-disable-next-line -->\nWe dig.\n";
    let findings = judged(text, Catalogue::shipped(), &[]);
    assert!(told(text, &findings).contains(&"H102 <!-- planlint-disable-next-line -->".to_owned()), "{findings:#?}");
}

#[test]
fn a_silence_with_a_day_ends_on_it() {
    holds("## Actions\n\n<!-- planlint-disable-next-line A101 until 2026-02-01: hiring -->\n- [ ] Dig\n");
    holds("## Actions\n\n⟦<!-- planlint-disable-next-line A101 until 2026-01-31: hiring -->⟧\n- [ ] ⟦Dig⟧\n");
}

#[test]
fn the_rule_about_silences_can_be_silenced_by_name() {
    holds("<!-- planlint-disable-file H102 -->\n\n## Actions\n\n<!-- planlint-disable-next-line A101 -->\n- [ ] Dig (Ann)\n");
    holds("<!-- planlint-disable-file ⟦H102⟧ -->\n\n## Actions\n\n<!-- planlint-disable-next-line A101 -->\n- [ ] Dig\n");
}

#[test]
fn unknown_names_belong_to_another_rule() {
    let text = "## Actions\n\n<!-- planlint-disable-next-line A10l -->\n- [ ] Dig (Ann)\n";
    assert_eq!(told(text, &judged(text, Catalogue::shipped(), &["A101", "H102", "H103"])), ["H103 A10l"]);
}
