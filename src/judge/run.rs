//! Runs the rules in force over a chunk or over a whole document. A rule that panics is named and left out; the others go on as if it
//! were not there.

use super::settings::Settings;
use crate::rules::draft::Draft;
use crate::rules::{Check, Local, Options, Scene};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What rules found.
#[derive(Clone, Debug, Default)]
pub(super) struct Outcome {
    pub(super) drafts: Vec<Draft>,
    /// Rules that came to a stop.
    pub(super) failed: Vec<usize>,
}

/// What the rules of `running` (indexes into the settings' rules) find in one chunk.
pub(super) fn chunk(here: &Local<'_>, settings: &Settings, running: &[usize]) -> Outcome {
    let mut outcome = Outcome::default();
    for &rule in running.iter().filter(|&&rule| settings.rules[rule].page.check.is_local()) {
        outcome.add(rule, settings, |check, options, found| check.local(here, options, found));
    }
    outcome
}

/// What they find in the document as a whole.
pub(super) fn whole(scene: &Scene<'_>, settings: &Settings, running: &[usize]) -> Outcome {
    let mut outcome = Outcome::default();
    for &rule in running {
        outcome.add(rule, settings, |check, options, found| check.global(scene, options, found));
    }
    outcome
}

impl Outcome {
    fn add(&mut self, rule: usize, settings: &Settings, look: impl FnOnce(&Check, &Options, &mut Vec<Draft>)) {
        let armed = &settings.rules[rule];
        let first = self.drafts.len();
        let drafts = &mut self.drafts;
        if catch_unwind(AssertUnwindSafe(|| look(&armed.page.check, &armed.options, drafts))).is_err() {
            self.failed.push(rule);
            self.drafts.truncate(first);
        }
        for draft in &mut self.drafts[first..] {
            draft.rule = rule;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;
    use crate::config::Config;
    use crate::judge::{Choice, Settings};
    use crate::rules::Catalogue;
    use crate::rules::draft::Draft;
    use crate::text::Span;
    use jiff::civil::date;
    use std::path::Path;
    use std::sync::Arc;

    #[test]
    fn a_rule_that_panics_is_named_and_the_others_go_on() {
        let config = Arc::new(Config::built_in(Path::new("/")));
        let settings = Settings::new(config, Catalogue::shipped(), &Choice::default(), date(2026, 2, 1));
        let mut outcome = Outcome::default();
        outcome.add(0, &settings, |_, _, _| panic!("a mistake of the rule's own"));
        outcome.add(1, &settings, |_, _, found| found.push(Draft::at(Span::empty(2))));
        let told: Vec<_> = outcome.drafts.iter().map(|draft| (draft.rule, draft.span.start)).collect();
        assert_eq!(told, [(1, 2)]);
        assert_eq!(outcome.failed, [0]);
    }
}
