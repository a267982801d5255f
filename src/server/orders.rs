//! Orders for the desk: carried out one after another, as they were given, by one thread at a time.
//!
//! A thread of its own carries out what is given. What every keystroke needs is carried out by whoever brings it, as long as nothing else
//! waits and nobody is at the desk, since waking a thread takes longer than such an order does.

use super::desk::Desk;
use super::open::Open;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use tokio::sync::oneshot;

/// Something to do.
pub(super) struct Order {
    /// For the log.
    pub(super) name: &'static str,
    pub(super) work: Box<dyn FnOnce(&mut Desk) + Send>,
}

/// Where orders are given.
#[derive(Clone)]
pub(super) struct Orders {
    given: Sender<Word>,
    room: Arc<Room>,
}

/// Where the thread of the desk takes them.
pub(super) struct Incoming(Receiver<Word>);

/// Where the desk stands.
#[derive(Default)]
struct Room {
    /// `None` before the desk is there and after the end.
    desk: Mutex<Option<Desk>>,
    /// Orders given and not carried out.
    waiting: AtomicUsize,
    /// The thread comes back for what is due in a pause.
    comes_back: AtomicBool,
}

/// What the thread of the desk is told.
enum Word {
    Order(Order),
    /// Something is to be done, now or in a pause.
    ComeBack,
    Close,
}

impl Orders {
    pub(super) fn new() -> (Self, Incoming) {
        let (given, taken) = channel();
        (Self { given, room: Arc::default() }, Incoming(taken))
    }

    /// Has something done.
    pub(super) fn give(&self, name: &'static str, work: impl FnOnce(&mut Desk) + Send + 'static) {
        self.put(Order { name, work: Box::new(work) });
    }

    fn put(&self, order: Order) {
        self.room.waiting.fetch_add(1, Ordering::SeqCst);
        // Without a desk the server is ending, and nobody waits for anything.
        let _ = self.given.send(Word::Order(order));
    }

    /// Does something that takes no longer than a keystroke, or has it done when its turn comes. Whoever brings orders says
    /// [`all_brought`](Self::all_brought) behind the last one, and is the only one who brings any.
    pub(super) fn bring(&self, name: &'static str, work: impl FnOnce(&mut Desk) + Send + 'static) {
        let mut order = Some(Order { name, work: Box::new(work) });
        self.if_free(|desk| {
            if let Some(order) = order.take() {
                desk.carry_out(order);
            }
        });
        if let Some(order) = order {
            self.put(order);
        }
    }

    /// Nothing more is brought for now: what was left until then is done, by the thread of the desk if that is not through or it takes
    /// long.
    pub(super) fn all_brought(&self) {
        self.if_free(|desk| {
            let takes_long = desk.is_waited_for();
            if !takes_long {
                desk.settle();
            }
            if takes_long || desk.is_due_in_a_pause() && !self.room.comes_back.swap(true, Ordering::SeqCst) {
                let _ = self.given.send(Word::ComeBack);
            }
        });
    }

    /// Has something worked out. What nobody waits for any more is not begun.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl FnOnce(&mut Desk) -> T + Send + 'static,
    ) -> oneshot::Receiver<T> {
        let (answer, waits) = oneshot::channel();
        self.give(name, move |desk| {
            if !answer.is_closed() {
                desk.documents.values_mut().for_each(Open::catch_up);
                // Cancelled while it was worked out: the answer is nobody's.
                let _ = answer.send(work(desk));
            }
        });
        waits
    }

    /// Has the desk cleared.
    pub(super) fn close(&self) {
        let _ = self.given.send(Word::Close);
    }

    /// Carries out what is given at `desk` until it is closed. Runs on a thread of its own.
    pub(super) fn carry_out(&self, desk: Desk, incoming: &Incoming) {
        *self.room.desk.lock().unwrap_or_else(PoisonError::into_inner) = Some(desk);
        while let Some(word) = self.next(incoming) {
            match word {
                Word::Order(order) => {
                    self.at_desk(|desk| desk.carry_out(order));
                    self.room.waiting.fetch_sub(1, Ordering::SeqCst);
                }
                Word::ComeBack => {}
                Word::Close => break,
            }
        }
        *self.room.desk.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What the thread is told next. Meanwhile it does what may wait.
    fn next(&self, incoming: &Incoming) -> Option<Word> {
        match incoming.0.try_recv() {
            Ok(word) => return Some(word),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        loop {
            let rest = self.at_desk(|desk| {
                desk.settle();
                self.room.comes_back.store(desk.is_due_in_a_pause(), Ordering::SeqCst);
                desk.rest()
            })?;
            match incoming.0.recv_timeout(rest) {
                Ok(word) => return Some(word),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => self.at_desk(Desk::left_alone)?,
            }
        }
    }

    fn at_desk<T>(&self, work: impl FnOnce(&mut Desk) -> T) -> Option<T> {
        self.room.desk.lock().unwrap_or_else(PoisonError::into_inner).as_mut().map(work)
    }

    /// Works at the desk if every order given is carried out and nobody is there.
    fn if_free(&self, work: impl FnOnce(&mut Desk)) {
        if self.room.waiting.load(Ordering::SeqCst) > 0 {
            return;
        }
        let mut desk = match self.room.desk.try_lock() {
            Ok(desk) => desk,
            Err(TryLockError::Poisoned(desk)) => desk.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        if let Some(desk) = desk.as_mut() {
            work(desk);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::log::Log;
    use crate::server::outbox::Outbox;
    use crate::server::pages::Pages;
    use std::thread;
    use std::time::Duration;

    /// Orders for a desk that is there and free.
    fn orders() -> Orders {
        let (orders, incoming) = Orders::new();
        let desk = Desk::new(Outbox::default(), Log::default(), orders.clone(), None, Pages::default());
        let at_desk = orders.clone();
        thread::spawn(move || at_desk.carry_out(desk, &incoming));
        while orders.room.desk.lock().expect("no panic").is_none() {
            thread::yield_now();
        }
        orders
    }

    #[test]
    fn what_is_brought_is_done_at_once_where_nothing_waits() {
        let orders = orders();
        let (done, told) = channel();
        for _ in 0..100 {
            let done = done.clone();
            orders.bring("brought", move |_| done.send(thread::current().id()).expect("it is awaited"));
            let by = told.recv().expect("done");
            if by == thread::current().id() {
                return orders.close();
            }
            // The thread of the desk was looking around.
            thread::sleep(Duration::from_millis(1));
        }
        panic!("never by who brought it");
    }

    #[test]
    fn what_is_brought_waits_for_what_was_given() {
        let orders = orders();
        let (go, wait) = channel::<()>();
        let (done, told) = channel();
        let first = done.clone();
        orders.give("given", move |_| {
            wait.recv().expect("it may go");
            first.send("given").expect("it is awaited");
        });
        orders.bring("brought", move |_| done.send("brought").expect("it is awaited"));
        orders.all_brought();
        assert!(told.try_recv().is_err(), "nobody passes who waits");
        go.send(()).expect("it waits");
        assert_eq!(told.iter().collect::<Vec<_>>(), ["given", "brought"]);
        orders.close();
    }

    #[test]
    fn behind_the_end_nothing_is_done() {
        let orders = orders();
        orders.close();
        while orders.room.desk.lock().expect("no panic").is_some() {
            thread::yield_now();
        }
        orders.bring("brought", |_| panic!("the desk is cleared"));
        orders.all_brought();
    }
}
