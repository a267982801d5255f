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
    for &rule in running {
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
    use super::Run;
    use crate::config::Config;
    use crate::judge::{Choice, Settings};
    use crate::rules::Catalogue;
    use crate::rules::draft::{Draft, Word};
    use crate::text::Span;
    use jiff::civil::date;
    use std::path::Path;
    use std::sync::Arc;

    #[test]
    fn a_rule_that_panics_is_named_and_the_others_go_on() {
        let settings =
            Settings::new(Arc::new(Config::built_in(Path::new("/"))), Catalogue::shipped(), &Choice::default(), date(2026, 2, 1));
        let mut run = Run { settings: &settings, drafts: Vec::new(), failed: Vec::new() };
        run.rule(0, |_, _, found| found.push(Draft::at(Span::empty(1))));
        run.rule(1, |_, _, found| found.push(Draft::at(Span::empty(2))));
        run.rule(0, |_, _, _| panic!("a mistake of the rule's own"));
        run.rule(0, |_, _, found| found.push(Draft::at(Span::empty(3))));
        let drafts = run.finish();
        let told: Vec<_> = drafts.iter().map(|draft| (settings.rules[draft.rule].page.code.as_str(), draft.span.start)).collect();
        assert_eq!(told, [(settings.rules[1].page.code.as_str(), 2), ("H110", 0)]);
        assert_eq!(drafts[1].words, [("name", Word::from(settings.rules[0].page.code.clone()))]);
    }
}
