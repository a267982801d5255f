//! A document in memory with everything that is needed to judge and mend it.

use jiff::civil::date;
use planlint::config::Config;
use planlint::finding::{Applicability, Fix};
use planlint::fix::{Bench, Mended, NotConverged, Sheet, Wanted, apply, fixes, is_sound, mend};
use planlint::judge::{Choice, Profile, Settings};
use planlint::rules::Catalogue;
use planlint::text::Text;
use planlint::workspace::{Files, Index};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All rules, of every pack, on a fixed day.
pub(crate) struct Workshop {
    settings: Settings,
}

/// A fix that broke its promise.
#[derive(Debug)]
pub(crate) struct Broken {
    /// The rule, the fix and the document it makes.
    pub told: String,
}

impl Workshop {
    pub(crate) fn new() -> Self {
        let mut config = Config::built_in(Path::new("/workspace"));
        config.profiles = Profile::names().map(str::to_owned).collect();
        Self { settings: Settings::new(Arc::new(config), Catalogue::shipped(), &Choice::default(), date(2026, 2, 1)) }
    }

    fn index(&self, file: &Path, text: &str) -> Index {
        let files = Files::in_memory();
        files.hold(file.to_owned(), Text::new(text));
        self.settings.index(Arc::new(files), PathBuf::from("/workspace"))
    }

    /// Mends the document called `name`.
    pub(crate) fn mend(&self, name: &str, text: &str, wanted: Wanted) -> Result<Mended, NotConverged> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        mend(&Bench { file: &file, settings: &self.settings, index: &index }, text, wanted, &[])
    }

    /// Every fix of every finding, each tried alone.
    pub(crate) fn try_each(&self, name: &str, text: &str) -> Vec<Broken> {
        let file = Path::new("/workspace").join(name);
        let index = self.index(&file, text);
        let bench = Bench { file: &file, settings: &self.settings, index: &index };
        let document = bench.read(text);
        let findings = bench.judge(&document, text);
        let sheet = Sheet::new(&bench, text, &document);
        let mut broken = Vec::new();
        for (number, finding) in findings.iter().enumerate() {
            for fix in fixes(&sheet, finding) {
                if let Some(fault) = lies_badly(text, &fix) {
                    broken.push(Broken { told: format!("{} {}: {fault}", finding.code, fix.title) });
                } else if !is_sound(&sheet, &findings, number, &fix) {
                    let new = apply(text, &fix.edits);
                    let after = bench.judge(&bench.read(&new), &new);
                    let told = |findings: &[planlint::finding::Finding], text: &str| {
                        findings
                            .iter()
                            .map(|finding| format!("    {} {:?} {}\n", finding.code, finding.span.of(text), finding.message))
                            .collect::<String>()
                    };
                    let edits = &fix.edits;
                    let difference: String = {
                        let old = told(&findings, text);
                        told(&after, &new).lines().filter(|line| !old.contains(line)).map(|line| format!("{line}\n")).collect()
                    };
                    broken.push(Broken {
                        told: format!(
                            "{} {:?} {} ({:?}) {edits:?}\n{difference}",
                            finding.code, finding.message, fix.title, fix.applicability
                        ),
                    });
                }
            }
        }
        broken
    }
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
