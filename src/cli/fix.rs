//! `planlint fix`: mends what can be mended, and says what is left.

use super::arguments::Fix;
use super::exit::{Exit, Stop};
use super::review::review;
use super::writing::Mending;

/// Mends what `options` name, and checks what is left.
pub(super) fn fix(options: &Fix) -> Result<Exit, Stop> {
    review(&options.judging, Some(Mending::of(&options.fixing)))
}
