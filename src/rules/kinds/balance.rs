//! B101: nearly all work fights fires, or nearly none does.

use crate::plan::{ActionForm, ActionState};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;

pub(super) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let open: Vec<_> = scene.document.actions().filter(|action| action.state == ActionState::Open).collect();
    let typed: Vec<_> = open.iter().filter(|action| action.strategic.is_some()).collect();
    let Some(first) = typed.first() else { return };
    // Work without a type is not guessed at.
    if typed.len() < options.count("min-actions", 5) || typed.len() * 2 < open.len() {
        return;
    }
    let strategic = typed.iter().filter(|action| action.strategic == Some(true)).count();
    let share = strategic as f64 / typed.len() as f64;
    let message = match share {
        share if share < options.number("min-share", 0.2) => "default",
        share if share > options.number("max-share", 0.8) => "many",
        _ => return,
    };
    let plan = &scene.document.chunks[first.chunk].plan;
    let heading = plan.sections[first.section].heading;
    let place = match first.form {
        _ if !heading.is_empty() => heading,
        ActionForm::Item(list) => plan.lists[list].place,
        ActionForm::Row(table) => plan.tables[table].header,
    };
    found.push(Draft::at(first.at(place)).saying(message).with("count", strategic).with("total", typed.len()));
}
