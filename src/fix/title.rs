//! What an editor calls a fix, and what it writes beside the text: one sentence for each, told in the language of messages (`[messages.titles]` of a vocabulary).

use crate::dialect::concept::Language;
use crate::dialect::texts::Texts;

/// The title of a fix, or of another thing an editor offers to do about a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Title(&'static str);

impl Title {
    pub(super) const ADD: Self = Self("Add {name}");
    pub(super) const ADD_ACTION: Self = Self("Add the action {name} that closes it");
    pub(super) const ADD_CELLS: Self = Self("Add the missing cells");
    pub(super) const ADD_COLUMN: Self = Self("Add the column {name}");
    pub(super) const ADD_COLUMNS: Self = Self("Add the columns {name}");
    pub(super) const ADD_EXTRA_COLUMN: Self = Self("Add a column for the extra cells");
    pub(super) const ADD_GAP: Self = Self("Add the gap {name}");
    pub(super) const ADD_QUESTION: Self = Self("Ask it");
    pub(super) const ANSWER: Self = Self("Insert an empty answer");
    pub(super) const ANSWERS_BY: Self = Self("{name} answers by {day}");
    pub(super) const ASSIGN: Self = Self("Assign to {name}");
    pub(super) const ASSIGN_QUESTION: Self = Self("Leave a place for who answers, and by when");
    pub(super) const BY: Self = Self("By {day} ({when})");
    pub(super) const CHANGE: Self = Self("Change to {name}");
    pub(super) const CREATE: Self = Self("Create {name}");
    pub(super) const DATE_PLACEHOLDER: Self = Self("Put a placeholder for the date");
    pub(super) const DELETE_COMMENT: Self = Self("Delete the comment");
    pub(super) const DELETE_ITEM: Self = Self("Delete the empty item");
    pub(super) const DELETE_LINE: Self = Self("Delete the line");
    pub(super) const DELETE_ROW: Self = Self("Delete the empty row");
    pub(super) const DUE: Self = Self("Due {day} ({when})");
    pub(super) const FILL_CELL: Self = Self("Put {name} into the cell");
    pub(super) const FILL_IN: Self = Self("Fill in what belongs here");
    pub(super) const INSERT: Self = Self("Insert {name}");
    pub(super) const INSERT_SECTION: Self = Self("Insert the section {name}");
    pub(super) const LEAD_BACK: Self = Self("Lead back from {name}");
    pub(super) const LINK: Self = Self("Link {name}");
    pub(super) const LIST: Self = Self("List {name}");
    pub(super) const MAKE_LIST: Self = Self("Make it a Markdown list");
    pub(super) const MAKE_TABLE: Self = Self("Make it an action table");
    pub(super) const OWNER_PLACEHOLDER: Self = Self("Put {name} for the owner");
    pub(super) const RENUMBER: Self = Self("Renumber to {name}");
    pub(super) const REPAIR: Self = Self("Repair the damaged text");
    pub(super) const REVIEWED: Self = Self("I have just reviewed it: {name} {day}");
    pub(super) const SPLIT: Self = Self("Split into one item per question");
    pub(super) const TAKE_CODE_OUT: Self = Self("Take the code out");
    pub(super) const TICK: Self = Self("Tick the answered question");
    pub(super) const WITHDRAW: Self = Self("Withdraw the question");
    /// Every safe fix of a document.
    pub const FIX_EVERYTHING: Self = Self("Fix everything that planlint can fix safely");
    /// Every fix of one rule.
    pub const FIX_RULE: Self = Self("Fix all {count} of {code} ({name})");
    /// Every section, label and column.
    pub const INSERT_EVERYTHING: Self = Self("Insert everything that is missing");
    /// A comment for one file.
    pub const SILENCE_FILE: Self = Self("Silence {code} in this file");
    /// A comment for one line.
    pub const SILENCE_LINE: Self = Self("Silence {code} on this line");
    /// A comment for one section.
    pub const SILENCE_SECTION: Self = Self("Silence {code} in this section");
    /// A question with a box to tick.
    pub const MARK_ANSWERED: Self = Self("Mark as answered");
    /// An action with a box or a status.
    pub const MARK_DONE: Self = Self("Mark as done");
    /// A line of configuration.
    pub const SWITCH_OFF: Self = Self("Switch {code} off in planlint.toml");
    /// A file that is not judged, for now.
    pub const TREAT_AS_PLAN: Self = Self("Treat this file as a plan (until it is closed)");
    /// A file that is not judged, for good.
    pub const WRITE_AS_PLAN: Self = Self("Treat this file as a plan (write it into the file)");
    /// The page of a rule.
    pub const WHY: Self = Self("Why {code}? Open the rule's page");

    /// Above questions: how many are answered.
    pub const ANSWERED: Self = Self("{count} of {total} answered");
    /// Above actions: how many are open.
    pub const OPEN: Self = Self("{count} open");
    /// Above actions: how many of them are late.
    pub const OVERDUE: Self = Self("{count} overdue");
    /// Above actions: how many of them nobody owns.
    pub const UNASSIGNED: Self = Self("{count} unassigned");
    /// Behind the date of today.
    pub const TODAY: Self = Self("today");
    /// Behind the date of tomorrow.
    pub const TOMORROW: Self = Self("tomorrow");
    /// Behind the date of yesterday.
    pub const LATE_SINCE_YESTERDAY: Self = Self("overdue since yesterday");
    /// Behind a later date.
    pub const IN_DAYS: Self = Self("in {count} days");
    /// Behind an earlier date.
    pub const LATE_BY_DAYS: Self = Self("overdue {count} days");

    /// Every title.
    pub const ALL: [Self; 59] = [
        Self::ADD,
        Self::ADD_ACTION,
        Self::ADD_CELLS,
        Self::ADD_COLUMN,
        Self::ADD_COLUMNS,
        Self::ADD_EXTRA_COLUMN,
        Self::ADD_GAP,
        Self::ADD_QUESTION,
        Self::ANSWER,
        Self::ANSWERS_BY,
        Self::ASSIGN,
        Self::ASSIGN_QUESTION,
        Self::BY,
        Self::CHANGE,
        Self::CREATE,
        Self::DATE_PLACEHOLDER,
        Self::DELETE_COMMENT,
        Self::DELETE_ITEM,
        Self::DELETE_LINE,
        Self::DELETE_ROW,
        Self::DUE,
        Self::FILL_CELL,
        Self::FILL_IN,
        Self::INSERT,
        Self::INSERT_SECTION,
        Self::LEAD_BACK,
        Self::LINK,
        Self::LIST,
        Self::MAKE_LIST,
        Self::MAKE_TABLE,
        Self::OWNER_PLACEHOLDER,
        Self::RENUMBER,
        Self::REPAIR,
        Self::REVIEWED,
        Self::SPLIT,
        Self::TAKE_CODE_OUT,
        Self::TICK,
        Self::WITHDRAW,
        Self::FIX_EVERYTHING,
        Self::FIX_RULE,
        Self::INSERT_EVERYTHING,
        Self::MARK_ANSWERED,
        Self::MARK_DONE,
        Self::SILENCE_FILE,
        Self::SILENCE_LINE,
        Self::SILENCE_SECTION,
        Self::SWITCH_OFF,
        Self::TREAT_AS_PLAN,
        Self::WRITE_AS_PLAN,
        Self::WHY,
        Self::ANSWERED,
        Self::OPEN,
        Self::OVERDUE,
        Self::UNASSIGNED,
        Self::TODAY,
        Self::TOMORROW,
        Self::LATE_SINCE_YESTERDAY,
        Self::IN_DAYS,
        Self::LATE_BY_DAYS,
    ];

    /// In English, with the names in braces of what is put in.
    pub fn english(self) -> &'static str {
        self.0
    }

    /// In `language`, with `words` put in by their names.
    pub fn told(self, language: Language, words: &[(&str, &str)]) -> String {
        let translated = Texts::of(language).and_then(|texts| texts.title(self.0));
        // Names are never names of other words: what is put in is data, and braces in it stay.
        let mut told = String::new();
        let mut rest = translated.unwrap_or(self.0);
        while let Some((before, (name, behind))) = rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
            told.push_str(before);
            told.push_str(words.iter().find(|(known, _)| *known == name).map_or("", |(_, word)| word));
            rest = behind;
        }
        told + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_in() {
        let words = [("name", "{day} Ann"), ("day", "2026-03-01")];
        assert_eq!(Title::ANSWERS_BY.told(Language::En, &words), "{day} Ann answers by 2026-03-01");
        assert_eq!(Title::ASSIGN.told(Language::De, &[("name", "Ann")]), "Ann zuweisen");
    }
}
