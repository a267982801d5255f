//! Runs the rules in force over a document. A rule that panics is named and left out; the others go on as if it were not there.

use super::settings::Settings;
use crate::plan::Source;
use crate::rules::draft::Draft;
use crate::rules::{Check, Local, Options, Scene};
use crate::text::Span;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the rules of `running` (indexes into the settings' rules) find.
pub(super) fn drafts(scene: &Scene<'_>, source: Source<'_>, settings: &Settings, running: &[usize]) -> Vec<Draft> {
    let mut run = Run { settings, drafts: Vec::new(), failed: Vec::new() };
    for chunk in &scene.document.chunks {
        let text = source.of(Span::new(chunk.start, chunk.end));
        let here = Local::new(scene, chunk, &text);
        for &rule in running {
            run.rule(rule, |check, options, found| check.local(&here, options, found));
        }
    }
    for &rule in running {
        run.rule(rule, |check, options, found| check.global(scene, options, found));
    }
    run.finish()
}

struct Run<'r> {
    settings: &'r Settings,
    drafts: Vec<Draft>,
    /// Rules that came to a stop.
    failed: Vec<usize>,
}

impl Run<'_> {
    fn rule(&mut self, rule: usize, look: impl FnOnce(&Check, &Options, &mut Vec<Draft>)) {
        if self.failed.contains(&rule) {
            return;
        }
        let armed = &self.settings.rules[rule];
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

    /// The drafts, those of a rule that failed only half-way excepted, and one for each failure.
    fn finish(mut self) -> Vec<Draft> {
        self.drafts.retain(|draft| !self.failed.contains(&draft.rule));
        let reporter = self.settings.rules.iter().position(|armed| matches!(armed.page.check, Check::InternalError));
        for &rule in &self.failed {
            let Some(reporter) = reporter else { break };
            let mut draft = Draft::at(Span::empty(0)).with("name", &self.settings.rules[rule].page.code);
            draft.rule = reporter;
            self.drafts.push(draft);
        }
        self.drafts
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
