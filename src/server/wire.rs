//! Standard input and output as the server uses them. What is written goes out in whole frames, each in one piece where the system has
//! room for it, and at once where it can be told to take what it has room for and not to wait.

use std::io::{Read, Write};
#[cfg(target_os = "linux")]
use std::{
    io::IoSlice,
    os::fd::OwnedFd,
    time::{Duration, Instant},
};

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

/// Standard input, watched for a moment before it is waited for: of what an editor sends in a row, nothing but the first message has to
/// wake a thread, which takes as long as a keystroke is judged. On a busy machine whoever watches loses the turn, and who waits is woken
/// first: there it is waited for at once.
#[cfg(target_os = "linux")]
struct Watched {
    input: std::fs::File,
    /// Until then the machine is taken for busy.
    busy_until: Option<Instant>,
}

/// So long input is watched: editors send most of what belongs to a keystroke within it.
#[cfg(target_os = "linux")]
const MOMENT: Duration = Duration::from_micros(500);
/// Others that are let in go on for longer only where there is no processor for them.
#[cfg(target_os = "linux")]
const TURN: Duration = Duration::from_millis(1);
/// So long a busy machine is taken for busy.
#[cfg(target_os = "linux")]
const BUSY: Duration = Duration::from_millis(100);

#[cfg(target_os = "linux")]
impl Watched {
    fn new(input: impl Into<std::fs::File>) -> Self {
        Self { input: input.into(), busy_until: None }
    }

    /// Comes back when something is there to read, or after a moment.
    fn watch(&mut self) {
        let begun = Instant::now();
        if self.busy_until.is_some_and(|end| begun < end) {
            return;
        }
        let mut last = begun;
        // At the end of the input, and where the system cannot tell, the reading itself says what there is.
        while rustix::io::ioctl_fionread(&self.input).is_ok_and(|ready| ready == 0) && last - begun < MOMENT {
            std::thread::yield_now();
            let now = Instant::now();
            if now - last > TURN {
                self.busy_until = Some(now + BUSY);
                return;
            }
            last = now;
        }
    }
}

#[cfg(target_os = "linux")]
impl Read for Watched {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        self.watch();
        self.input.read(bytes)
    }
}

/// Standard input.
pub(super) fn input() -> Box<dyn Read + Send> {
    #[cfg(target_os = "linux")]
    {
        use std::os::fd::AsFd;
        if let Ok(input) = std::io::stdin().as_fd().try_clone_to_owned() {
            return Box::new(Watched::new(input));
        }
    }
    Box::new(std::io::stdin())
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Watched;
    use std::io::{Read, Write, pipe};
    use std::os::fd::OwnedFd;
    use std::time::Duration;

    #[test]
    fn input_comes_at_once_and_late_and_ends() {
        let (reader, mut writer) = pipe().expect("a pipe");
        let mut input = Watched::new(OwnedFd::from(reader));
        let late = std::thread::spawn(move || {
            for part in ["at once", "late"] {
                writer.write_all(part.as_bytes()).expect("it is read");
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let mut all = String::new();
        input.read_to_string(&mut all).expect("text");
        late.join().expect("written");
        assert_eq!(all, "at oncelate");
        assert_eq!(input.read(&mut [0; 8]).expect("the end"), 0);
    }
}
