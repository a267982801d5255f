//! `planlint check`: says what is missing, and mends it first where it is to.

use super::arguments::Check;
use super::exit::{Exit, Stop};
use super::review::review;
use super::writing::Mending;

/// Checks what `options` name.
pub(super) fn check(options: &Check) -> Result<Exit, Stop> {
    let mending = (options.fix || options.fixing.diff).then(|| Mending::of(&options.fixing));
    review(&options.judging, mending)
}
