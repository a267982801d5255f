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
    let share = Share { part: strategic, whole: typed.len() };
    let message = if share.is_below(options.number("min-share", 0.2)) {
        "default"
    } else if share.is_above(options.number("max-share", 0.8)) {
        "many"
    } else {
        return;
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

/// A number of actions among others.
struct Share {
    part: usize,
    whole: usize,
}

#[allow(clippy::cast_precision_loss)] // nobody writes 2^52 actions
impl Share {
    fn is_below(&self, bound: f64) -> bool {
        (self.part as f64) < bound * self.whole as f64
    }

    fn is_above(&self, bound: f64) -> bool {
        self.part as f64 > bound * self.whole as f64
    }
}
