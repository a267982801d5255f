//! The `[dates]` table of the eight vocabularies as it is written, before it becomes a lexicon.
//! Every list may be absent: a language need not have a word for everything. Lists of lists count from January, Monday, the first quarter.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What one language says about dates.
#[derive(Deserialize, Debug, Default, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub(crate) struct DateWords {
    /// Names of the twelve months, January first. A capital here asks for a capital in the text.
    pub(super) months: Vec<Vec<&'static str>>,
    /// Their short forms.
    pub(super) months_short: Vec<Vec<&'static str>>,
    /// Names of the seven weekdays, Monday first.
    pub(super) weekdays: Vec<Vec<&'static str>>,
    /// Their short forms: they count beside a date, or alone in its place, only.
    pub(super) weekdays_short: Vec<Vec<&'static str>>,
    /// Names that mean other things as well (`quinta` is "fifth"): they count beside a date in its own place only.
    pub(super) weekdays_common: Vec<Vec<&'static str>>,
    /// One sign per weekday: they count in parentheses behind a date, or at the end of its place, only.
    pub(super) weekday_signs: Vec<&'static str>,
    /// Endings of an ordinal day: `1st`, `1er`.
    pub(super) day_suffixes: Vec<&'static str>,
    /// Between day, month and year: `1 de março de 2026`.
    pub(super) joiners: Vec<&'static str>,
    /// Words that may stand between a due word and its date.
    pub(super) fillers: Vec<&'static str>,
    /// Words in front of a deadline.
    pub(super) due: Vec<&'static str>,
    /// Words behind a deadline.
    pub(super) due_after: Vec<&'static str>,
    /// Names of the due attribute: with a colon behind them a value follows, whatever it is.
    pub(super) due_keys: Vec<&'static str>,
    /// Words that make the date behind them something other than a deadline.
    pub(super) since: Vec<&'static str>,
    /// Between, or in front of, the end of a range.
    pub(super) range: Vec<&'static str>,
    /// In front of a period whose end is meant.
    pub(super) end_of: Vec<&'static str>,
    /// Behind such a period.
    pub(super) end_after: Vec<&'static str>,
    /// In front of a period of which a vague part is meant.
    pub(super) part_of: Vec<&'static str>,
    /// Behind such a period.
    pub(super) part_after: Vec<&'static str>,
    /// The four quarters.
    pub(super) quarters: Vec<Vec<&'static str>>,
    /// The two halves of a year.
    pub(super) halves: Vec<Vec<&'static str>>,
    /// In front of the number of a week.
    pub(super) weeks: Vec<&'static str>,
    /// In front of the number of anything else a project counts from its own start.
    pub(super) numbered: Vec<&'static str>,
    /// Makes the number behind it an ordinal: `第3周`.
    pub(super) ordinal: Vec<&'static str>,
    /// Eras, each with the year before its first.
    pub(super) eras: BTreeMap<&'static str, i16>,
    /// In front of a length of time.
    pub(super) within: Vec<&'static str>,
    /// In front of what comes again.
    pub(super) every: Vec<&'static str>,
    /// Adverbs of what comes again.
    pub(super) cadence: Vec<&'static str>,
    /// What never ends.
    pub(super) ongoing: Vec<&'static str>,
    /// In front of an event to come.
    pub(super) next: Vec<&'static str>,
    /// Events by which people set deadlines.
    pub(super) events: Vec<&'static str>,
    /// Small numbers in words, one first.
    pub(super) numbers: Vec<Vec<&'static str>>,
    /// Units of time.
    pub(super) units: UnitWords,
    /// Phrases that mean another day tomorrow.
    pub(super) relative: RelativeWords,
}

/// Names of the units of time, singular and plural.
#[derive(Deserialize, Debug, Default, Clone)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub(super) struct UnitWords {
    pub(super) day: Vec<&'static str>,
    pub(super) week: Vec<&'static str>,
    pub(super) month: Vec<&'static str>,
    pub(super) quarter: Vec<&'static str>,
    pub(super) year: Vec<&'static str>,
}

/// Phrases by what they mean; `end of month` is said of this month, and so on.
#[derive(Deserialize, Debug, Default, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub(super) struct RelativeWords {
    pub(super) today: Vec<&'static str>,
    pub(super) tomorrow: Vec<&'static str>,
    pub(super) day_after_tomorrow: Vec<&'static str>,
    pub(super) this_week: Vec<&'static str>,
    pub(super) next_week: Vec<&'static str>,
    pub(super) this_month: Vec<&'static str>,
    pub(super) next_month: Vec<&'static str>,
    pub(super) this_quarter: Vec<&'static str>,
    pub(super) next_quarter: Vec<&'static str>,
    pub(super) this_year: Vec<&'static str>,
    pub(super) next_year: Vec<&'static str>,
    pub(super) vague: Vec<&'static str>,
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_that_count_have_their_length() {
        for words in crate::dialect::reading::shipped() {
            let (language, words) = (words.language, &words.dates);
            for (list, length) in [
                (&words.months, 12),
                (&words.months_short, 12),
                (&words.weekdays, 7),
                (&words.weekdays_short, 7),
                (&words.weekdays_common, 7),
                (&words.quarters, 4),
                (&words.halves, 2),
            ] {
                assert!(list.is_empty() || list.len() == length, "{language:?} {list:?}");
            }
        }
    }
}
