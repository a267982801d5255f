//! The front door: reads standard input, gives every clean message to the service in the order it came, and answers what is no message.
//!
//! A message is given to its handler, and its work is done or enqueued, before the next one is looked at. Nothing the client sends ends the loop
//! but `exit` and the end of input.

use super::actions;
use super::answer;
use super::client;
use super::desk::Desk;
use super::diagnostics;
use super::ending::{Ending, Ends};
use super::fault::Fault;
use super::frame::{Frame, Frames};
use super::log::{Level, Log};
use super::message::Message;
use super::orders::Orders;
use super::outbox::{Outbox, Reply};
use super::reception::Reception;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tower_lsp::LspService;
use tower_lsp::jsonrpc::{Error, Request, Response};
use tower_lsp::ls_types::SetTraceParams;
use tower_service::Service;

/// Where messages come in.
pub(super) struct Door {
    pub(super) service: LspService<Reception>,
    pub(super) orders: Orders,
    pub(super) outbox: Outbox,
    pub(super) ends: Ends,
    pub(super) log: Log,
}

impl Door {
    /// Takes messages until the end. Runs on a thread of its own.
    pub(super) fn open(mut self, input: impl Read) {
        let mut frames = Frames::new(input);
        loop {
            match frames.next() {
                Frame::End => return self.ends.tell(Ending::Input),
                Frame::Noise(fault) => self.refuse(&fault),
                Frame::Message(text) => match Message::read(&text) {
                    Ok(Message::Call(call)) if call.method() == "exit" => return self.ends.tell(Ending::Exit),
                    Ok(message) => {
                        drop(text);
                        self.take(message);
                    }
                    Err(fault) => {
                        self.refuse(&fault);
                        frames.put_back(&text);
                    }
                },
            }
            if !frames.has_message() {
                self.orders.all_brought();
            }
        }
    }

    fn take(&mut self, message: Message) {
        let taken = catch_unwind(AssertUnwindSafe(|| match message {
            Message::Call(call) => self.call(call),
            Message::Answer(id, result) => self.orders.give("answer", move |desk| desk.answered(&id, result)),
        }));
        if taken.is_err() {
            self.log.write(Level::Error, || "a message could not be handled".to_owned());
        }
    }

    fn call(&mut self, call: Request) {
        self.log.write(Level::Trace, || format!("<- {} {}", call.method(), call.id().map(ToString::to_string).unwrap_or_default()));
        if self.ends.is_serving() && self.shortcut(&call).is_some() {
            return;
        }
        let takes_snippets = call.method() == "initialize" && call.params().is_some_and(client::takes_snippets);
        match call.id() {
            // The service takes every `$/` message for one that may be ignored; a request may not.
            Some(id) if call.method().starts_with("$/") => self.outbox.post(&Response::from_error(id.clone(), Error::method_not_found())),
            _ => answer::carry(self.service.call(call), &self.outbox),
        }
        if takes_snippets {
            // Behind what its handler has enqueued: the client is known by then.
            self.orders.give("snippets", |desk| desk.client.snippet_edits = true);
        }
    }

    /// What does not go through the service: requests whose answers are long and ready as text, so that no tree is built of thousands of
    /// diagnostics, those whose answers hold what the types of the service do not, and what the service does not know. `None`: not such a
    /// message, or not a sound one, which the service refuses as it refuses others.
    fn shortcut(&self, call: &Request) -> Option<()> {
        match call.method() {
            "textDocument/diagnostic" => self.orders.bring("diagnostic", self.report(call, diagnostics::pull)?),
            "workspace/diagnostic" => self.orders.give(
                "workspace diagnostic",
                self.report(call, |desk, params, reply| reply.give(&[&diagnostics::pull_all(desk, &params)]))?,
            ),
            "textDocument/codeAction" => {
                self.orders.give("codeAction", self.report(call, |desk, params, reply| reply.give(&[&actions::answer(desk, &params)]))?);
            }
            "$/setTrace" => {
                let SetTraceParams { value } = SetTraceParams::deserialize(call.params()?).ok()?;
                self.orders.give("setTrace", move |desk| desk.trace = value);
            }
            _ => return None,
        }
        Some(())
    }

    /// The order to do `work` for a request; `None`: not a sound one.
    fn report<P: DeserializeOwned + Send + 'static>(
        &self,
        call: &Request,
        work: fn(&mut Desk, P, Reply),
    ) -> Option<impl FnOnce(&mut Desk) + Send + use<P>> {
        let params = P::deserialize(call.params()?).ok()?;
        let reply = self.outbox.reply(call.id()?.clone());
        Some(move |desk: &mut Desk| work(desk, params, reply))
    }

    fn refuse(&self, fault: &Fault) {
        self.log.write(Level::Warn, || format!("no message: {}", fault.answer()));
        self.outbox.post(&fault.answer());
    }
}
