//! Keeps a mistake in planlint from taking other documents along: it is caught, and told in one sentence instead of a trace.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on a panic is remembered and not printed.
pub(super) fn install() {
    panic::set_hook(Box::new(|panic| LAST.with(|last| *last.borrow_mut() = Some(described(panic)))));
}

/// What `work` gives, or what to tell the user when it panics.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // What the work had in its hands is thrown away with it.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let place = LAST.with(|last| last.borrow_mut().take()).unwrap_or_default();
        format!("internal error: this is a mistake in planlint, not in your document; please report it ({place})")
    })
}

fn described(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    let text = panic.payload().downcast_ref::<&str>().copied().or_else(|| panic.payload().downcast_ref::<String>().map(String::as_str));
    text.map_or(place.clone(), |text| format!("{place}: {}", text.lines().next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence() {
        assert_eq!(guarded(|| 1), Ok(1));
        let told = guarded(|| panic!("no number")).expect_err("a panic");
        assert!(told.starts_with("internal error: this is a mistake in planlint"), "{told}");
    }
}
