//! Work that nobody waits for: on every core, and out of the way of what somebody does wait for.

use std::num::NonZero;
use std::thread::{self, Builder};

/// Has `work` done on as many threads as run at once, this one included, and waits for them.
pub(super) fn on_all_cores(name: &str, work: impl Fn() + Sync) {
    let work = || {
        give_way();
        work();
    };
    thread::scope(|scope| {
        for _ in 1..thread::available_parallelism().map_or(1, NonZero::get) {
            // Without another thread it takes longer.
            let _ = Builder::new().name(name.to_owned()).stack_size(super::STACK).spawn_scoped(scope, work);
        }
        work();
    });
}

/// From now on this thread has what others leave, where the system knows such a thing of threads.
fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 19);
}

/// Lets others go first who have as much right to run.
pub(super) fn pause() {
    thread::yield_now();
}
