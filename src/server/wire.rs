//! Standard output as the server writes to it: whole frames, each in one piece where the system has room for it, and at once where it can
//! be told to take what it has room for and not to wait.

use std::io::Write;
#[cfg(target_os = "linux")]
use std::{io::IoSlice, os::fd::OwnedFd};

/// Room for the diagnostics of a long document. Larger is nothing that a user may ask for.
#[cfg(target_os = "linux")]
const ROOM: usize = 1024 * 1024;

/// Where bytes go that must not make anybody wait; without an output it takes none.
#[derive(Default)]
pub(super) struct AtOnce {
    #[cfg(target_os = "linux")]
    output: Option<OwnedFd>,
}

impl AtOnce {
    /// Writes as much of a frame, which comes in a few parts, as there is room for right now, and returns how many bytes that is.
    #[cfg(target_os = "linux")]
    pub(super) fn write(&self, frame: &[&[u8]]) -> usize {
        use rustix::io::{ReadWriteFlags, pwritev2};
        let parts: Vec<IoSlice<'_>> = frame.iter().map(|part| IoSlice::new(part)).collect();
        // A stream has no place in it to write at, which is what the highest one means.
        let write = |output| pwritev2(output, &parts, u64::MAX, ReadWriteFlags::NOWAIT);
        // Old systems and odd outputs know nothing of that, and one that is broken breaks again for whoever waits.
        self.output.as_ref().and_then(|output| write(output).ok()).unwrap_or(0)
    }

    /// Writes nothing: here every write may wait.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn write(&self, _frame: &[&[u8]]) -> usize {
        0
    }
}

/// Standard output without the lines that are looked for in what is written to it.
#[cfg(unix)]
pub(super) fn output() -> (Box<dyn Write + Send>, AtOnce) {
    use std::os::fd::AsFd;
    let Ok(output) = std::io::stdout().as_fd().try_clone_to_owned() else { return (Box::new(std::io::stdout()), AtOnce::default()) };
    // Not every output is a pipe, and a smaller one serves as well.
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(&output, ROOM);
    #[cfg(target_os = "linux")]
    let at_once = AtOnce { output: output.try_clone().ok() };
    #[cfg(not(target_os = "linux"))]
    let at_once = AtOnce::default();
    (Box::new(std::fs::File::from(output)), at_once)
}

/// Standard output.
#[cfg(not(unix))]
pub(super) fn output() -> (Box<dyn Write + Send>, AtOnce) {
    (Box::new(std::io::stdout()), AtOnce::default())
}
