//! Standard output as the server writes to it: whole frames, each in one piece where the system has room for it.

use std::io::Write;

/// Room for the diagnostics of a long document. Larger is nothing that a user may ask for.
#[cfg(target_os = "linux")]
const ROOM: usize = 1024 * 1024;

/// Standard output without the lines that are looked for in what is written to it.
#[cfg(unix)]
pub(super) fn output() -> Box<dyn Write + Send> {
    use std::os::fd::AsFd;
    let Ok(output) = std::io::stdout().as_fd().try_clone_to_owned() else { return Box::new(std::io::stdout()) };
    // Not every output is a pipe, and a smaller one serves as well.
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(&output, ROOM);
    Box::new(std::fs::File::from(output))
}

/// Standard output.
#[cfg(not(unix))]
pub(super) fn output() -> Box<dyn Write + Send> {
    Box::new(std::io::stdout())
}
