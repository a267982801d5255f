//! A new document of a kind: every section that its kind must have, in the words of one language, with a placeholder wherever a person has
//! something to say. It is judged like any other document, so it is unfinished until the placeholders are gone.

use super::style;
use crate::dialect::concept::{Column, Concept, Kind, Language};
use crate::dialect::vocabulary::Vocabulary;
use crate::dialect::words::Insert;
use crate::rules::{Catalogue, Check};
use std::fmt::Write as _;

/// The text of a new document.
pub fn skeleton(kind: Kind, language: Language, vocabulary: &Vocabulary) -> String {
    let words = &vocabulary.language(language).insert;
    let mut page = Page { words, language, text: String::new() };
    page.front_matter(kind);
    match kind {
        Kind::Mission => page.mission_document(),
        Kind::Vision => page.vision_document(),
        Kind::Strategy => page.strategy_document(),
        Kind::Plan => page.plan(),
        Kind::Workbook => page.workbook(),
        Kind::Support => page.support(),
        Kind::Index => page.index(),
        Kind::Notes => page.notes(),
    }
    page.text
}

struct Page<'w> {
    words: &'w Insert,
    language: Language,
    text: String,
}

/// Documents.
impl Page<'_> {
    fn mission_document(&mut self) {
        self.heading(1, Concept::Mission);
        self.mission();
        self.section(Concept::Vision);
        self.todo();
        self.communication();
    }

    fn vision_document(&mut self) {
        self.heading(1, Concept::Vision);
        self.todo();
        self.fields(&[Concept::Customers, Concept::Staff, Concept::Company]);
    }

    fn strategy_document(&mut self) {
        self.heading(1, Concept::Strategy);
        self.fields(&[Concept::Mission, Concept::Sponsor, Concept::StrategyLead, Concept::PlanningTime]);
        self.section(Concept::Objectives);
        self.item();
        self.actions(&self.words.action_table);
        self.section(Concept::Metrics);
        self.table(&self.columns(&[Column::MetricName, Column::Baseline, Column::Target]));
        self.fields(&[Concept::Policies, Concept::Procedures]);
        self.section(Concept::Resources);
        self.labelled(&[self.label(&self.words.people), self.label(&self.words.technology)]);
    }

    fn plan(&mut self) {
        self.title();
        self.section(Concept::Mission);
        self.mission();
        self.section(Concept::Objectives);
        self.item();
        self.actions(&self.words.action_table);
    }

    fn workbook(&mut self) {
        self.title();
        self.section(Concept::Mission);
        self.mission();
        self.section(Concept::Vision);
        self.todo();
        self.section(Concept::Values);
        self.item();
        self.section(Concept::Strategy);
        self.todo();
        self.communication();
        self.section(Concept::Questions);
        self.text.push('\n');
        let answer = self.label_of(Concept::Answer);
        let required = Catalogue::shipped().pages().iter().filter_map(|page| match &page.check {
            Check::RequireQuestion(required) => Some(required),
            _ => None,
        });
        for question in required.flat_map(|required| required.owed_by(Kind::Workbook, self.language)) {
            let _ = writeln!(self.text, "- {question}\n  - **{answer}** {}", self.words.todo);
        }
        self.actions(&self.words.workbook_table);
        self.section(Concept::Gaps);
        self.table(&self.words.gap_table);
        self.fields(&[Concept::Confirmation]);
    }

    fn support(&mut self) {
        self.title();
        self.section(Concept::SupportAreas);
        self.table(&self.words.area_table);
    }

    fn index(&mut self) {
        self.title();
        let documents = [(Concept::Mission, "mission.md"), (Concept::Vision, "vision.md"), (Concept::Strategy, "strategy.md")];
        self.text.push('\n');
        for (concept, path) in documents {
            let name = self.name(concept);
            let _ = writeln!(self.text, "- [{name}]({path})");
        }
    }

    fn notes(&mut self) {
        self.title();
        self.section(Concept::Decision);
        self.item();
        self.section(Concept::Questions);
        self.item();
        self.actions(&self.words.action_table);
    }
}

/// Parts.
impl Page<'_> {
    fn front_matter(&mut self, kind: Kind) {
        let _ = writeln!(self.text, "---\nkind: {}\nstatus: draft\nlang: {}\n---\n", kind.word(), self.language.word());
    }

    fn title(&mut self) {
        let _ = writeln!(self.text, "# {}", self.words.todo);
    }

    fn section(&mut self, concept: Concept) {
        self.text.push('\n');
        self.heading(2, concept);
    }

    fn heading(&mut self, level: usize, concept: Concept) {
        let name = self.name(concept);
        let _ = writeln!(self.text, "{} {name}", "#".repeat(level));
    }

    fn name(&self, concept: Concept) -> String {
        self.words.headings.get(&concept).cloned().unwrap_or_else(|| concept.word().to_owned())
    }

    /// With its colon.
    fn label(&self, label: &str) -> String {
        format!("{label}{}", self.language.writing().colon)
    }

    fn label_of(&self, concept: Concept) -> String {
        let label = self.words.labels.get(&concept).map_or(concept.word(), String::as_str);
        self.label(label)
    }

    fn columns(&self, columns: &[Column]) -> Vec<String> {
        columns.iter().map(|column| self.words.columns.get(column).cloned().unwrap_or_else(|| column.word().to_owned())).collect()
    }

    fn mission(&mut self) {
        self.fields(&[Concept::Purpose, Concept::Customers, Concept::Experience]);
    }

    fn communication(&mut self) {
        self.section(Concept::Communication);
        let _ = writeln!(self.text, "\n{}", style::labelled(self.language, &self.words.todo, &self.words.communication));
    }

    fn actions(&mut self, header: &[String]) {
        self.section(Concept::Actions);
        self.table(header);
    }

    fn todo(&mut self) {
        let _ = writeln!(self.text, "\n{}", self.words.todo);
    }

    fn item(&mut self) {
        let _ = writeln!(self.text, "\n- {}", self.words.todo);
    }

    /// Labels with a place behind each.
    fn fields(&mut self, concepts: &[Concept]) {
        let labels: Vec<String> = concepts.iter().map(|&concept| self.label_of(concept)).collect();
        self.labelled(&labels);
    }

    fn labelled(&mut self, labels: &[String]) {
        self.text.push('\n');
        for label in labels {
            let _ = writeln!(self.text, "- **{label}** {}", self.words.todo);
        }
    }

    /// A table with one row to begin with.
    fn table(&mut self, header: &[String]) {
        let rule = vec!["---"; header.len()].join("|");
        let row = vec![self.words.todo.as_str(); header.len()].join(" | ");
        let _ = writeln!(self.text, "\n| {} |\n|{rule}|\n| {row} |", header.join(" | "));
    }
}
