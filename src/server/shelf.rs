//! The plans of the workspace that are not open: found, judged and told by threads of their own, which give way to the desk, so that no open
//! document waits for them.

use super::background;
use super::client::Client;
use super::diagnostics;
use super::engine::{Engine, InForce};
use super::open::Open;
use super::orders::Orders;
use super::outbox::Outbox;
use super::shown::Told;
use super::uri;
use super::view::View;
use super::{own, settings::EditorSettings, symbols::Symbols};
use crate::config::{CommandLine, Resolver, read_text};
use crate::dialect::vocabulary::Vocabulary;
use crate::judge::Rulebook;
use crate::workspace::Search;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tower_lsp::ls_types::{TextDocumentItem, Uri};

/// Changes on disk come in flocks; this much quiet ends one.
const QUIET: Duration = Duration::from_millis(300);

/// Larger plans are looked at when they are opened: beside an open one of their size there would be no room for them.
const MOST_BYTES: u64 = 1024 * 1024;

/// What is known of a plan that is not open.
#[derive(Debug)]
pub(super) struct Shelved {
    pub(super) uri: Uri,
    /// As [`told`](Self::told); nothing for a client that is only told of open documents.
    diagnostics: (Box<[u8]>, u64),
    pub(super) symbols: Symbols,
    /// Its questions and actions, as `planlint/plan` tells them, as text: a tree of them takes twenty times the room.
    pub(super) plan: Box<str>,
}

impl Shelved {
    /// Its diagnostics.
    pub(super) fn told(&self) -> Told<'_> {
        let (text, identity) = &self.diagnostics;
        Told { text, identity: *identity }
    }
}

/// Everything on the shelf, by path.
pub(super) type Shelf = BTreeMap<PathBuf, Shelved>;

/// What the shelf is filled by.
pub(super) struct Stock {
    /// One that has read nothing yet: what it reads is the thread's own.
    pub(super) engine: Engine,
    pub(super) client: Client,
    pub(super) settings: EditorSettings,
}

/// Asks the thread that fills the shelf to do so again.
pub(super) struct Keeper {
    wanted: Sender<Stock>,
}

impl Keeper {
    /// Starts the thread. What it finds is ordered onto the desk.
    pub(super) fn start(orders: Orders, outbox: Outbox) -> Self {
        let (wanted, stocks) = channel();
        let keep = move || keep(&stocks, &orders, &outbox);
        // Without a thread to spare only open documents are known.
        let _ = thread::Builder::new().name("shelf".to_owned()).stack_size(super::STACK).spawn(keep);
        Self { wanted }
    }

    /// Has the shelf filled (again).
    pub(super) fn fill(&self, stock: Stock) {
        let _ = self.wanted.send(stock);
    }
}

fn keep(stocks: &Receiver<Stock>, orders: &Orders, outbox: &Outbox) {
    let mut is_first = true;
    while let Ok(mut stock) = stocks.recv() {
        while let Ok(newer) = stocks.recv_timeout(if is_first { Duration::ZERO } else { QUIET }) {
            stock = newer;
        }
        let progress = if is_first && stock.client.progress { Some(Progress::begin(outbox)) } else { None };
        is_first = false;
        let filled = catch_unwind(AssertUnwindSafe(|| fill(stock, progress.as_ref())));
        // Before the client hears that it is done: what it asks then comes after.
        if let Ok(shelf) = filled {
            orders.give("shelf", move |desk| desk.shelve(shelf));
        }
        if let Some(progress) = progress {
            progress.end();
        }
    }
}

fn fill(stock: Stock, progress: Option<&Progress<'_>>) -> Shelf {
    let Stock { mut engine, client, settings } = stock;
    let files: Vec<PathBuf> = engine.folders().iter().flat_map(|folder| plans_in(folder, engine.line())).collect();
    let plans: Vec<(PathBuf, InForce)> = files
        .into_iter()
        .map(|file| {
            let in_force = engine.in_force(Some(&file));
            (file, in_force)
        })
        .collect();
    let (taken, shelf) = (AtomicUsize::new(0), Mutex::new(Shelf::new()));
    background::on_all_cores("shelf", || {
        loop {
            let number = taken.fetch_add(1, Ordering::Relaxed);
            let Some((file, in_force)) = plans.get(number) else { return };
            if let Some(progress) = progress.filter(|_| number % 50 == 0) {
                progress.report(number, plans.len());
            }
            if let Some(shelved) = catch_unwind(AssertUnwindSafe(|| shelved(file, in_force, &client, settings))).ok().flatten() {
                shelf.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone(), shelved);
            }
            background::pause();
        }
    });
    shelf.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The plans below `folder`, picked as the command line picks them; `line` is what the editor says about configuration.
fn plans_in(folder: &Path, line: CommandLine) -> Vec<PathBuf> {
    let rulebook = Arc::new(Rulebook::new(folder.to_owned()));
    let resolver = Resolver::new(folder.to_owned(), line, Box::new(move |pages| rulebook.known(pages)));
    let search = Search { current: folder, resolver: &resolver, vocabulary: Vocabulary::builtin(), only_plans: true, threads: 1 };
    search.find(&[folder.to_owned()]).picked().map(|candidate| candidate.file.clone()).collect()
}

fn shelved(file: &Path, in_force: &InForce, client: &Client, settings: EditorSettings) -> Option<Shelved> {
    let mut open = read(file, in_force.clone())?;
    let mut told = Told::NOTHING;
    if client.pulls {
        open.judged();
        told = diagnostics::written(&mut open, client, settings);
    }
    let diagnostics = (told.text.into(), told.identity);
    let view = View { open: &open, encoding: client.encoding };
    let (symbols, plan) = (Symbols::of(&view), serde_json::to_string(&own::document(&view)).unwrap_or_default().into());
    Some(Shelved { uri: open.uri, diagnostics, symbols, plan })
}

/// The document at `file` as if it were open; `None` for what cannot be read.
pub(super) fn load(file: &Path, engine: &mut Engine) -> Option<Open> {
    read(file, engine.in_force(Some(file)))
}

fn read(file: &Path, in_force: InForce) -> Option<Open> {
    let uri = uri::of_path(file)?;
    let text = read_text(file, MOST_BYTES).ok()?;
    let item = TextDocumentItem { uri, language_id: "markdown".to_owned(), version: 0, text };
    Some(Open::held_to(in_force, Some(file.to_owned()), item))
}

/// The bar that an editor shows while the shelf is filled for the first time. The client need not agree: it ignores what it does not want.
struct Progress<'o> {
    outbox: &'o Outbox,
}

impl<'o> Progress<'o> {
    const TOKEN: &'static str = "planlint/index";

    fn begin(outbox: &'o Outbox) -> Self {
        outbox.ask("window/workDoneProgress/create", json!({ "token": Self::TOKEN }));
        let progress = Self { outbox };
        progress.tell(json!({ "kind": "begin", "title": "planlint: reading plans", "percentage": 0 }));
        progress
    }

    fn report(&self, done: usize, all: usize) {
        self.tell(json!({ "kind": "report", "message": format!("{done} of {all}"), "percentage": done * 100 / all.max(1) }));
    }

    fn end(self) {
        self.tell(json!({ "kind": "end" }));
    }

    fn tell(&self, value: Value) {
        self.outbox.notify("$/progress", json!({ "token": Self::TOKEN, "value": value }));
    }
}
