//! `planlint rules`: every rule in a table to read, or for programs.

use super::arguments::{Rules, RulesCommand, RulesFormat};
use super::exit::{Exit, Stop};
use super::house::House;
use super::rules_test::test;
use crate::finding::{Applicability, Class, Severity};
use crate::rules::{Catalogue, Page};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Lists the rules, or does what the command behind it says.
pub(super) fn rules(options: &Rules) -> Result<Exit, Stop> {
    let house = House::new(&options.configuration, None)?;
    if let Some(RulesCommand::Test { folder }) = &options.command {
        return test(folder.as_deref(), &house);
    }
    let catalogue = house.catalogue()?;
    let mut out = io::stdout().lock();
    match options.format {
        None => table(&catalogue, &mut out)?,
        Some(RulesFormat::Json) => json(&catalogue, &mut out)?,
        Some(RulesFormat::Toml) => toml(&catalogue, &mut out)?,
    }
    Ok(Exit::Clean)
}

fn table(catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    let pages = catalogue.pages();
    let codes = pages.iter().map(|page| page.code.len()).max().unwrap_or(0);
    let names = pages.iter().map(|page| page.name.len()).max().unwrap_or(0);
    writeln!(out, "{:codes$}  {:names$}  {:8}  {:12}  {:8}  Looks for", "Code", "Name", "Severity", "Class", "Fix")?;
    for page in pages {
        let (severity, class, fix) = (default_severity(page).word(), page.class.word(), page.fix.map_or("none", Applicability::word));
        writeln!(out, "{:codes$}  {:names$}  {severity:8}  {class:12}  {fix:8}  {}", page.code, page.name, page.summary)?;
    }
    Ok(())
}

fn json(catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    let records: Vec<RuleRecord<'_>> = catalogue.pages().iter().map(|page| RuleRecord::new(page)).collect();
    serde_json::to_writer_pretty(&mut *out, &records)?;
    writeln!(out)
}

/// A configuration that sets every option to what it is anyway. Severities are comments: one that is set stays the same all through a
/// document's life.
fn toml(catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# Every rule with its options, as they are by default. Keep what you want to change.")?;
    for page in catalogue.pages() {
        writeln!(out, "\n# {}: {}", page.name, page.summary)?;
        writeln!(out, "[rules.{}]\n# severity = \"{}\"", page.code, default_severity(page).word())?;
        for (name, value) in &page.options {
            writeln!(out, "{name} = {value}")?;
        }
    }
    Ok(())
}

fn default_severity(page: &Page) -> Severity {
    page.severity.get("default").copied().unwrap_or(Severity::Info)
}

/// All about one rule.
#[derive(Serialize)]
struct RuleRecord<'a> {
    code: &'a str,
    name: &'a str,
    summary: &'a str,
    /// By case; `default` is always there.
    severity: &'a BTreeMap<String, Severity>,
    class: Class,
    fix: Option<Applicability>,
    /// By case; `default` is always there.
    messages: &'a BTreeMap<String, String>,
    help: Option<&'a str>,
    options: &'a toml::Table,
    /// The page, in Markdown.
    page: &'a str,
}

impl<'a> RuleRecord<'a> {
    fn new(page: &'a Page) -> Self {
        Self {
            code: &page.code,
            name: &page.name,
            summary: &page.summary,
            severity: &page.severity,
            class: page.class,
            fix: page.fix,
            messages: &page.messages,
            help: page.help.as_deref(),
            options: &page.options,
            page: &page.body,
        }
    }
}
