//! How a server ends. Whoever sees the end first tells; the main thread waits for it and leaves at once, whatever the others are doing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Why a server ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    /// The client said `exit`.
    Exit,
    /// No more input: the editor is gone.
    Input,
    /// The output cannot be written: the editor is gone.
    Lost,
    /// The process that started the server is gone.
    Orphaned,
}

/// Where the end is told.
#[derive(Clone)]
pub(super) struct Ends {
    told: Sender<Ending>,
    /// The client said `initialize`.
    begun: Arc<AtomicBool>,
    /// The client said `shutdown`.
    shut_down: Arc<AtomicBool>,
}

impl Ends {
    /// The place to tell, and the place to wait.
    pub(super) fn new() -> (Self, Receiver<Ending>) {
        let (told, waits) = channel();
        (Self { told, begun: Arc::default(), shut_down: Arc::default() }, waits)
    }

    /// Ends the server.
    pub(super) fn tell(&self, ending: Ending) {
        // Nobody waits any more when the server has ended already.
        let _ = self.told.send(ending);
    }

    /// Notes that the client said `initialize`.
    pub(super) fn begin(&self) {
        self.begun.store(true, Ordering::SeqCst);
    }

    /// Whether a session is going on.
    pub(super) fn is_serving(&self) -> bool {
        self.begun.load(Ordering::SeqCst) && !self.shut_down.load(Ordering::SeqCst)
    }

    /// Notes that the client said `shutdown`.
    pub(super) fn shut_down(&self) {
        self.shut_down.store(true, Ordering::SeqCst);
    }

    /// Exit status of the process: 0 after `shutdown`, else 1.
    pub(super) fn status(&self) -> u8 {
        u8::from(!self.shut_down.load(Ordering::SeqCst))
    }
}
