//! H102: comments that silenced nothing. Known only when every other rule has spoken.

use super::{Silences, means};
use crate::judge::settings::{Armed, Settings};
use crate::plan::Document;
use crate::rules::draft::Draft;
use crate::rules::{Check, Page};

/// Drafts for what silenced nothing. `running` are the indexes of the rules that were asked: about others a comment cannot be blamed.
/// A comment that names H102 silences these too.
pub(in crate::judge) fn unused(silences: &mut Silences, document: &Document, settings: &Settings, running: &[usize]) -> Vec<Draft> {
    let Some(&rule) = running.iter().find(|&&rule| is_about_silence(&settings.rules[rule].page)) else { return Vec::new() };
    let mut found: Vec<Draft> = silences.strays.iter().map(|&place| Draft::at(place).saying("enable")).collect();
    let all_asked = !document.is_closed() && !document.template && settings.rules.iter().all(|armed| !armed.excluded);
    for silence in &silences.list {
        if let Some(date) = silence.expired {
            found.push(Draft::at(silence.place).saying("expired").with("date", date));
        } else if silence.codes.is_empty() && silence.hits[0] == 0 && all_asked {
            found.push(Draft::at(silence.place).saying("all"));
        } else {
            let idle =
                silence.codes.iter().zip(&silence.hits).filter(|&((_, name), &hits)| hits == 0 && was_asked(name, settings, running));
            found.extend(idle.map(|((span, name), _)| Draft::at(*span).with("value", name)));
        }
    }
    let page = &settings.rules[rule].page;
    found.retain(|draft| !silences.cover_by_name(page, draft));
    let idle = silences.list.iter().filter(|silence| silence.expired.is_none()).flat_map(|silence| silence.codes.iter().zip(&silence.hits));
    let own = idle.filter(|&((_, name), &hits)| hits == 0 && name_is_of(name, page));
    found.extend(own.map(|((span, name), _)| Draft::at(*span).with("value", name)));
    for draft in &mut found {
        draft.rule = rule;
    }
    found
}

fn is_about_silence(page: &Page) -> bool {
    matches!(page.check, Check::UnusedSuppression)
}

fn name_is_of(name: &str, page: &Page) -> bool {
    name.eq_ignore_ascii_case(&page.code) || name.eq_ignore_ascii_case(&page.name)
}

/// Whether a rule that `name` means ran; the one about silences itself is asked last.
fn was_asked(name: &str, settings: &Settings, running: &[usize]) -> bool {
    let asked = |armed: &Armed| means(name, &armed.page) && !(is_about_silence(&armed.page) && name_is_of(name, &armed.page));
    running.iter().any(|&rule| asked(&settings.rules[rule]))
}

impl Silences {
    /// Whether a silence that names `page` covers `draft`; counts it. One of all rules would silence the finding about itself.
    fn cover_by_name(&mut self, page: &Page, draft: &Draft) -> bool {
        let mut silent = false;
        for silence in self.list.iter_mut().filter(|silence| !silence.codes.is_empty()) {
            if let Some(count) = silence.covers(page, draft.span) {
                silence.hits[count] += 1;
                silent = true;
            }
        }
        silent
    }
}
