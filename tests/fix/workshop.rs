//! A document in memory with everything that is needed to judge and mend it.

use jiff::civil::date;
use planlint::config::Config;
use planlint::finding::{Applicability, Finding, Fix};
use planlint::fix::{Bench, Mended, NotConverged, Rehearsal, Sheet, Wanted, apply, fixes, is_sound, mend};
use planlint::judge::{Choice, Profile, Settings};
use planlint::rules::Catalogue;
use planlint::text::Text;
use planlint::workspace::{Files, Index};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All rules, of every pack, on a fixed day.
pub(crate) struct Workshop {
    settings: Settings,
    /// `PLANLINT_FIXES`: so many findings of each rule are tried with all their fixes.
    fixes_for_each_rule: usize,
}

impl Workshop {
    pub(crate) fn new() -> Self {
        let mut config = Config::built_in(Path::new("/workspace"));
        config.profiles = Profile::names().map(str::to_owned).collect();
        Self::of(config)
    }

    /// The rules that run when nobody has configured any.
    pub(crate) fn unconfigured() -> Self {
        Self::of(Config::built_in(Path::new("/workspace")))
    }

    fn of(config: Config) -> Self {
        let fixes_for_each_rule = std::env::var("PLANLINT_FIXES").ok().and_then(|count| count.parse().ok()).unwrap_or(3);
        let settings = Settings::new(Arc::new(config), Catalogue::shipped(), &Choice::default(), date(2026, 2, 1));
        Self { settings, fixes_for_each_rule }
    }

    fn index(&self, file: &Path, text: &str) -> Index {
        let files = Files::in_memory();
        files.hold(file.to_owned(), Text::new(text));
        self.settings.index(Arc::new(files), PathBuf::from("/workspace"))
    }

    /// What is found in the document called `name`.
    pub(crate) fn judge(&self, name: &str, text: &str) -> Vec<Finding> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        let bench = Bench { file: &file, settings: &self.settings, index: &index };
        bench.judge(&bench.read(text), text)
    }

    /// Mends the document called `name`.
    pub(crate) fn mend(&self, name: &str, text: &str, wanted: Wanted) -> Result<Mended, NotConverged> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        mend(&Bench { file: &file, settings: &self.settings, index: &index }, text, wanted, &[])
    }

    /// Fixes whose edits cannot be applied as they are.
    pub(crate) fn lying_badly(&self, name: &str, text: &str) -> Vec<String> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        let bench = Bench { file: &file, settings: &self.settings, index: &index };
        let document = bench.read(text);
        let sheet = Sheet::new(&bench, text, &document);
        let findings = bench.judge(&document, text);
        let fixes = findings.iter().flat_map(|finding| fixes(&sheet, finding).into_iter().map(move |fix| (finding, fix)));
        fixes.filter_map(|(finding, fix)| Some(format!("{} {}: {}", finding.code, fix.title, lies_badly(text, &fix)?))).collect()
    }

    /// What goes wrong when the fixes of the findings are each tried alone: a few for each rule, in the order of the text.
    pub(crate) fn try_each(&self, name: &str, text: &str) -> Vec<String> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        let bench = Bench { file: &file, settings: &self.settings, index: &index };
        let document = bench.read(text);
        let findings = bench.judge(&document, text);
        let sheet = Sheet::new(&bench, text, &document);
        let mut rehearsal = Rehearsal::new(&sheet, &findings);
        let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
        let mut broken = Vec::new();
        for (number, finding) in findings.iter().enumerate() {
            let count = tried.entry(&finding.code).or_default();
            *count += 1;
            if *count > self.fixes_for_each_rule {
                continue;
            }
            for fix in fixes(&sheet, finding) {
                let fault = lies_badly(text, &fix).map(str::to_owned).or_else(|| {
                    let new = || told(&bench.judge(&bench.read(&apply(text, &fix.edits)), &apply(text, &fix.edits)), &findings);
                    match (is_sound(&sheet, &findings, number, &fix), rehearsal.is_sound(number, &fix)) {
                        (true, true) => None,
                        (false, false) => Some(new()),
                        (whole, parts) => Some(format!("sound when all is read again: {whole}; when what it touches is: {parts}")),
                    }
                });
                broken.extend(fault.map(|fault| format!("{} {:?} {}: {:?}\n{fault}", finding.code, finding.message, fix.title, fix.edits)));
            }
        }
        broken
    }
}

/// The findings among `after` whose words are not among those of `before`.
fn told(after: &[Finding], before: &[Finding]) -> String {
    let is_new = |finding: &&Finding| !before.iter().any(|known| known.code == finding.code && known.message == finding.message);
    after.iter().filter(is_new).map(|finding| format!("    {} {}\n", finding.code, finding.message)).collect()
}

/// Edits must be in order, apart, on characters, and safe ones must not take words away.
fn lies_badly(text: &str, fix: &Fix) -> Option<&'static str> {
    let mut end = 0;
    for edit in &fix.edits {
        if edit.path.is_some() {
            continue;
        }
        let range = edit.span.range();
        if text.get(range.clone()).is_none() {
            return Some("not on characters");
        }
        if range.start < end {
            return Some("edits overlap or are out of order");
        }
        end = range.end;
        if fix.applicability == Applicability::Scaffold && !text[range].trim().is_empty() {
            return Some("a scaffold takes words away");
        }
    }
    fix.edits.is_empty().then_some("no edit")
}
