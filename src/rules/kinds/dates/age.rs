//! D108: a document that nobody has read for a long time, as far as it says.

use crate::dialect::concept::HeadKey;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use jiff::Span as Time;
use serde::Deserialize;

/// The head key that holds the date.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Age {
    key: HeadKey,
}

impl Age {
    /// The head key that holds the date.
    pub(crate) fn key(&self) -> HeadKey {
        self.key
    }
}

pub(in crate::rules::kinds) fn check(age: &Age, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let document = scene.document;
    let Some(value) = document.head(age.key).filter(|value| !value.is_empty()) else {
        if options.flag("require", true) && keeps_a_head(scene) {
            found.push(Draft::at(document.title_span()).saying("missing"));
        }
        return;
    };
    // A date that cannot be read is another rule's.
    let Some(date) = value.date(scene.order) else { return };
    let months = options.count("max-age-months", 12);
    let limit = i64::try_from(months).ok().and_then(|months| date.checked_add(Time::new().try_months(months).ok()?).ok());
    if limit.is_some_and(|limit| limit < scene.today) {
        found.push(Draft::at(value.place).with("date", date).with("max", months));
    }
}

/// The document says something else about itself at its top: only then is the date something its writer left out.
fn keeps_a_head(scene: &Scene<'_>) -> bool {
    use HeadKey::{Created, Kind, Phase, Planlint, Status};
    [Kind, Planlint, Status, Phase, Created].into_iter().any(|key| scene.document.head(key).is_some())
}
