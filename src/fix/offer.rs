//! Which fixes a finding has: the check it comes from says where to look.

use super::bench::Sheet;
use super::{action, date, question, table};
use crate::finding::{Finding, Fix};
use crate::rules::Check;

/// The fixes of a finding of this text, the best first. Empty for most: a person has to write.
pub fn fixes(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(page) = sheet.page(finding) else { return Vec::new() };
    if page.fix.is_none() {
        return Vec::new();
    }
    match &page.check {
        Check::EmptyAction => table::delete_empty(sheet, finding),
        Check::UnassignedAction => action::owner(sheet, finding),
        Check::UndatedAction => action::due(sheet, finding),
        Check::UnansweredQuestion => question::answer(sheet, finding),
        Check::BundledQuestions => question::split(sheet, finding),
        Check::QuestionStatusMismatch => question::tick(sheet, finding),
        Check::DateFault(_) => date::correct(sheet, finding),
        Check::ActionStatusConflict | Check::Overdue | Check::DateOrder => Vec::new(),
    }
}

/// Puts the fixes of this text's findings into them.
pub fn fill(sheet: &Sheet<'_>, findings: &mut [Finding]) {
    for finding in findings {
        finding.fixes = fixes(sheet, finding);
    }
}
