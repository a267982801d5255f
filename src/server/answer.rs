//! Carries a request to its answer without a runtime.
//!
//! The future of a request is polled once when it comes in, so its work is done or enqueued before the next message is looked at.
//! When the work is done, or the request is cancelled, the future is polled again on the thread that did it, and the answer posted.

use super::outbox::Outbox;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake};
use tower_lsp::ExitedError;
use tower_lsp::jsonrpc::Response;

/// What the service makes of a message.
pub(super) type Work = Pin<Box<dyn Future<Output = Result<Option<Response>, ExitedError>> + Send>>;

/// A request on its way.
struct Errand {
    /// `None` once it is answered.
    work: Mutex<Option<Work>>,
    /// It has to be polled (again).
    is_due: AtomicBool,
    outbox: Outbox,
}

/// Starts `work`; what it answers goes to `outbox`, now or later.
pub(super) fn carry(work: Work, outbox: &Outbox) {
    Arc::new(Errand { work: Mutex::new(Some(work)), is_due: AtomicBool::new(false), outbox: outbox.clone() }).wake();
}

impl Wake for Errand {
    fn wake(self: Arc<Self>) {
        self.is_due.store(true, Ordering::SeqCst);
        // Whoever holds the lock is polling, and looks at `is_due` again after letting go.
        while self.is_due.load(Ordering::SeqCst) {
            let Ok(mut work) = self.work.try_lock().or_else(|error| match error {
                std::sync::TryLockError::Poisoned(poisoned) => Ok(PoisonError::into_inner(poisoned)),
                std::sync::TryLockError::WouldBlock => Err(()),
            }) else {
                return;
            };
            self.is_due.store(false, Ordering::SeqCst);
            let Some(mut going) = work.take() else { return };
            let waker = Arc::clone(&self).into();
            match going.as_mut().poll(&mut Context::from_waker(&waker)) {
                Poll::Pending => *work = Some(going),
                Poll::Ready(Ok(Some(response))) => self.outbox.post(&response),
                Poll::Ready(_) => {}
            }
        }
    }
}
