//! Which fixes a finding has: the check it comes from says where to look.

use super::bench::Sheet;
use super::{
    action, area, date, field, gap, head, link, name, objective, pack, pillar, question, reference, repair, section, silence, table, term,
};
use crate::dialect::concept::{Column, Concept, HeadKey};
use crate::finding::Applicability::Scaffold;
use crate::finding::{Finding, Fix};
use crate::plan::Role;
use crate::rules::Check;

/// The fixes of a finding of this text, the best first. Empty for most: a person has to write.
pub fn fixes(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some((page, _)) = sheet.rule(finding) else { return Vec::new() };
    if page.fix.is_none() {
        return Vec::new();
    }
    match &page.check {
        Check::RequireSection(required) => section::insert(sheet, finding, required.concept(), &required.groups().collect::<Vec<_>>()),
        Check::RequireTelling => section::insert(sheet, finding, Concept::Communication, &[]),
        Check::RequireElement(required) => {
            let (of, element) = required.parts();
            field::insert(sheet, finding, of, &[Concept::Purpose, Concept::Customers, Concept::Experience], &[element])
        }
        Check::RequireBeneficiaries(required) => {
            let (of, elements) = required.parts();
            let missing = field::unsaid(sheet, finding, of, elements);
            field::insert(sheet, finding, of, elements, &missing)
        }
        Check::RequireMention(required) => pillar::insert(sheet, finding, required.pillars()),
        Check::StrategyWithoutMission if sheet.document.head(HeadKey::Mission).is_none() => {
            let found = link::mission(sheet, Scaffold);
            found.map_or_else(|| head::key(sheet, HeadKey::Mission), |link| vec![link])
        }
        Check::RequireHeadField(required) => head::required(sheet, finding, required.names()),
        Check::DateAge(age) => head::reviewed_today(sheet, age.key()),
        Check::EmptyCell(required) => area::complete(sheet, finding, required.column(), ""),
        Check::SiloedArea => area::complete(sheet, finding, Column::Interfaces, &sheet.insert().todo),
        Check::RequireColumn(required) => table::add_columns(sheet, finding, required.columns(), ""),
        Check::EmptyAction => table::delete_empty(sheet, finding),
        Check::MalformedTable => table::even_out(sheet, finding),
        Check::PastedTable => repair::table(sheet, finding),
        Check::PastedBullet => repair::bullets(sheet, finding),
        Check::Mojibake => repair::characters(sheet, finding),
        Check::Pattern(_) => repair::boilerplate(sheet, finding),
        Check::UnassignedAction => action::owner(sheet, finding),
        Check::UndatedAction => action::due(sheet, finding),
        Check::UndatedObjective => objective::date(sheet, finding),
        Check::DateFault(_) => date::correct(sheet, finding),
        Check::UnansweredQuestion => question::answer(sheet, finding),
        Check::BundledQuestions => question::split(sheet, finding),
        Check::QuestionStatusMismatch => question::tick(sheet, finding),
        Check::GapsNotConfirmed => gap::confirm(sheet, finding),
        Check::GapWithoutAction => gap::close(sheet, finding),
        Check::NoWithoutGap => gap::admit(sheet, finding),
        Check::BrokenReference => reference::nearest(sheet, finding),
        Check::DuplicateId => reference::renumber(sheet, finding),
        Check::Relation(relation) => reference::serve(sheet, finding, relation.targets()),
        Check::RequireQuestion(required) => pack::ask(sheet, finding, required.texts(sheet.document.language)),
        Check::RequireRow(required) => pack::list(sheet, finding, required.texts(sheet.document.language)),
        Check::Implies(_) => reference::serve(sheet, finding, &[Role::Strategy, Role::Objective, Role::Milestone, Role::Mission]),
        Check::BrokenDocumentLink => link::nearest(sheet, finding),
        Check::OneWaySeriesLink => link::lead_back(sheet, finding),
        Check::UnusedSuppression => silence::remove(sheet, finding),
        Check::UnknownName => name::known(sheet, finding),
        Check::UnknownOwner => name::person(sheet, finding),
        Check::NonstandardTerm => term::replace(sheet, finding),
        _ => Vec::new(),
    }
}

/// Puts the fixes of this text's findings into them.
pub fn fill(sheet: &Sheet<'_>, findings: &mut [Finding]) {
    for finding in findings {
        finding.fixes = fixes(sheet, finding);
    }
}
