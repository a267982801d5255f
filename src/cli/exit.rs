//! How the program ends: the three statuses it promises, and what stops a command before its end.

use std::io;
use std::process::ExitCode;

/// The exit status. The order is the order of weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Exit {
    /// 0: nothing to complain about.
    Clean,
    /// 1: something was found, or would be changed.
    Found,
    /// 2: planlint could not do its work, or not all of it.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command does not go on.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Stop {
    /// What the user is told, without an end of line; the status is [`Exit::Failed`].
    Complaint(String),
    /// Nobody reads what is written any more. That is the reader's good right.
    Closed,
}

impl Stop {
    /// With something to tell the user, in the form that mistakes on the command line have.
    pub(super) fn complaint(text: impl AsRef<str>) -> Self {
        Self::Complaint(format!("error: {}", text.as_ref()))
    }
}

/// For what is written to the screen; what goes to a file is told with its name.
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::complaint(format!("the output cannot be written: {error}")),
        }
    }
}
