//! Says how far a long run is, to whoever watches: one line on standard error that is gone in the end.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Shorter runs say nothing.
const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(200);

/// Does `work`, which counts up the documents it is done with, and meanwhile tells those who watch.
pub(super) fn with_progress<T>(total: usize, is_watched: bool, work: impl FnOnce(&AtomicUsize) -> T) -> T {
    let done = AtomicUsize::new(0);
    if !is_watched || total < 2 {
        return work(&done);
    }
    thread::scope(|scope| {
        let (running, watch) = channel::<()>();
        scope.spawn(|| tell(total, &done, watch));
        let result = work(&done);
        drop(running);
        result
    })
}

/// Ends when the other end of `watch` is gone.
#[expect(clippy::needless_pass_by_value, reason = "a receiver cannot be shared with its thread")]
fn tell(total: usize, done: &AtomicUsize, watch: Receiver<()>) {
    let mut err = io::stderr();
    let mut wait = PATIENCE;
    while watch.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        wait = BEAT;
        let _ = write!(err, "\rChecked {} of {total} documents", done.load(Ordering::Relaxed)).and_then(|()| err.flush());
    }
    if wait == BEAT {
        let _ = write!(err, "\r\x1b[K").and_then(|()| err.flush());
    }
}
