//! The desk: owns everything the server knows, and does one thing after another in plain sequential code.
//!
//! An order that panics costs a line in the log and its answer, nothing else. Documents are judged when no order is waiting, so a burst of
//! keystrokes is judged once, and before every order that needs findings.

use super::client::Client;
use super::engine::Engine;
use super::log::{Level, Log};
use super::open::Open;
use super::orders::{Order, Orders};
use super::outbox::Outbox;
use super::pages::Pages;
use super::settings::{EditorSettings, configuration};
use super::shelf::{Keeper, Shelf, Stock};
use super::{diagnostics, uri, watch};
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tower_lsp::jsonrpc::Id;
use tower_lsp::ls_types::{DidChangeTextDocumentParams, InitializeParams, LogTraceParams, TextDocumentItem, TraceValue, Uri};

/// However fast keystrokes come, diagnostics are never older than this.
const LONGEST_DELAY: Duration = Duration::from_millis(100);
/// How often an idle desk looks at the calendar.
const CALENDAR: Duration = Duration::from_secs(30);
/// A writer who has not typed for so long pauses.
const PAUSE: Duration = Duration::from_millis(150);

/// Everything the server knows.
pub(super) struct Desk {
    pub(super) outbox: Outbox,
    pub(super) log: Log,
    pub(super) client: Client,
    pub(super) settings: EditorSettings,
    pub(super) engine: Engine,
    /// By address.
    pub(super) documents: BTreeMap<String, Open>,
    /// The plans of the workspace, open or not, as they are on the disk.
    pub(super) shelf: Shelf,
    /// The request for settings that was sent last.
    pub(super) asked_settings: Option<Id>,
    /// How much of what it does the client wants to be told.
    pub(super) trace: TraceValue,
    keeper: Keeper,
    /// What the calendar shows.
    clock: fn() -> Date,
    /// When the last order was carried out.
    left_at: Instant,
    /// Since when findings are out of date.
    stale_since: Option<Instant>,
    /// What is told when no order is waiting.
    asked: Vec<diagnostics::Asked>,
}

impl Desk {
    pub(super) fn new(outbox: Outbox, log: Log, orders: Orders, today: Option<Date>, pages: Pages) -> Self {
        Self {
            keeper: Keeper::start(orders, outbox.clone()),
            outbox,
            log,
            client: Client::default(),
            settings: EditorSettings::default(),
            engine: Engine::new(today, local_date(), pages),
            documents: BTreeMap::new(),
            shelf: Shelf::new(),
            asked_settings: None,
            trace: TraceValue::Off,
            clock: local_date,
            left_at: Instant::now(),
            stale_since: None,
            asked: Vec::new(),
        }
    }

    /// Does what is ordered.
    pub(super) fn carry_out(&mut self, order: Order) {
        if self.stale_since.is_some_and(|since| since.elapsed() > LONGEST_DELAY) {
            self.settle();
        }
        self.guarded(order.name, order.work);
        self.left_at = Instant::now();
    }

    /// Does what was left until no order is waiting.
    pub(super) fn settle(&mut self) {
        if self.stale_since.is_some() || !self.asked.is_empty() {
            self.guarded("publish", Self::publish);
        }
    }

    /// Whether somebody waits for an answer that may take long.
    pub(super) fn is_waited_for(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Whether there is something to do once the writer pauses.
    pub(super) fn is_due_in_a_pause(&self) -> bool {
        self.documents.values().any(|open| open.is_judging_due)
    }

    /// How long it may be left alone.
    pub(super) fn rest(&self) -> Duration {
        if self.is_due_in_a_pause() { PAUSE.saturating_sub(self.left_at.elapsed()) } else { CALENDAR }
    }

    /// Does what is due after it was left alone for as long as [`rest`](Self::rest) said.
    pub(super) fn left_alone(&mut self) {
        if self.left_at.elapsed() >= PAUSE {
            self.guarded("pause", Self::pause);
            // Whatever is due still is left for another pause.
            self.left_at = Instant::now();
        }
        self.guarded("calendar", Self::look_at_the_calendar);
    }

    fn guarded(&mut self, name: &'static str, work: impl FnOnce(&mut Self)) {
        let start = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            self.log.write(Level::Error, || format!("{name}: gave up after an internal error"));
        }
        let took = || format!("{} us", start.elapsed().as_micros());
        self.log.write(Level::Debug, || format!("{name}: {}", took()));
        if self.trace != TraceValue::Off {
            let verbose = (self.trace == TraceValue::Verbose).then(took);
            self.outbox.notify("$/logTrace", LogTraceParams { message: name.to_owned(), verbose });
        }
    }

    pub(super) fn initialize(&mut self, client: Client, params: &InitializeParams) {
        self.client = client;
        if self.client.links || self.client.shows_documents {
            self.engine.pages.prepare();
        }
        let folders: Vec<PathBuf> = params.workspace_folders.iter().flatten().filter_map(|folder| uri::to_path(&folder.uri)).collect();
        #[expect(deprecated, reason = "what clients sent before there were several folders")]
        let root = params.root_uri.as_ref().and_then(uri::to_path);
        self.engine.set_folders(if folders.is_empty() { root.into_iter().collect() } else { folders });
        if let Some(locale) = &params.locale {
            self.engine.set_locale(locale);
        }
        self.trace = params.trace.unwrap_or_default();
        if let Some(options) = &params.initialization_options {
            let section = options.get("planlint").unwrap_or(options);
            self.settings = EditorSettings::of(section);
            self.engine.set_settings(configuration(section));
        }
    }

    /// The client answered a request of ours.
    pub(super) fn answered(&mut self, id: &Id, result: Option<Value>) {
        if self.asked_settings.as_ref() == Some(id) {
            self.asked_settings = None;
            let section = result.as_ref().and_then(|sections| sections.get(0)).cloned().unwrap_or_default();
            watch::take_settings(self, &section);
        }
    }

    pub(super) fn initialized(&mut self) {
        watch::begin(self);
        self.fill_shelf();
        if self.client.links || self.client.shows_documents {
            self.engine.pages.lay_down_aside(self.log.clone());
        }
    }

    pub(super) fn open(&mut self, item: TextDocumentItem) {
        let mut open = Open::new(item, &mut self.engine);
        open.faults = self.engine.faults_in(&open);
        self.engine.hold_open(&open);
        self.documents.insert(open.uri.as_str().to_owned(), open);
        self.neighbours_changed();
    }

    pub(super) fn change(&mut self, params: &DidChangeTextDocumentParams) {
        let Some(open) = self.documents.get_mut(params.text_document.uri.as_str()) else { return };
        for change in &params.content_changes {
            match change.range {
                Some(range) => open.edit(range, self.client.encoding, &change.text),
                None => open.replace(&change.text),
            }
        }
        open.version = params.text_document.version;
        open.faults = self.engine.faults_in(open);
        self.engine.hold_open(open);
        if !self.settings.on_save {
            self.now_stale();
        }
    }

    /// What was unsaved is what the others see now as well.
    pub(super) fn save(&mut self, uri: &Uri) {
        if let Some(path) = uri::to_path(uri) {
            self.engine.changed(&path);
        }
        self.neighbours_changed();
    }

    pub(super) fn close(&mut self, uri: &Uri) {
        let Some(open) = self.documents.remove(uri.as_str()) else { return };
        if let Some(path) = &open.path {
            self.engine.release(path);
        }
        if !self.client.pulls {
            diagnostics::clear(self, &open);
        }
        self.neighbours_changed();
    }

    /// The documents beside those that are open may be otherwise now.
    fn neighbours_changed(&mut self) {
        self.documents.values_mut().for_each(Open::judge_again);
        self.now_stale();
    }

    /// Everything may come out otherwise now, the configurations included.
    pub(super) fn look_again(&mut self) {
        for open in self.documents.values_mut() {
            open.look_again(&mut self.engine);
        }
        self.judge_again();
    }

    /// Findings may come out otherwise now: the client is told, or told to ask.
    pub(super) fn judge_again(&mut self) {
        self.neighbours_changed();
        self.have_diagnostics_asked_again();
        if self.client.refreshes_lenses {
            self.outbox.ask("workspace/codeLens/refresh", Value::Null);
        }
        if self.client.refreshes_hints {
            self.outbox.ask("workspace/inlayHint/refresh", Value::Null);
        }
    }

    /// Tells a client that asks for diagnostics to ask again, where it can be told.
    fn have_diagnostics_asked_again(&self) {
        if self.client.pulls && self.client.refreshes_diagnostics {
            self.outbox.ask("workspace/diagnostic/refresh", Value::Null);
        }
    }

    /// Leaves a question until no order is waiting.
    pub(super) fn wait_for_quiet(&mut self, asked: diagnostics::Asked) {
        self.asked.push(asked);
        self.now_stale();
    }

    fn now_stale(&mut self) {
        self.stale_since.get_or_insert_with(Instant::now);
    }

    /// Brings findings up to date, and tells them to a client that does not ask, or has asked and waits.
    fn publish(&mut self) {
        if self.stale_since.take().is_some() && !self.client.pulls {
            diagnostics::push(self);
        }
        for asked in std::mem::take(&mut self.asked) {
            diagnostics::tell(self, asked);
        }
    }

    /// Does what was left for a pause, and tells what came out otherwise.
    fn pause(&mut self) {
        let mut is_news = false;
        for open in self.documents.values_mut().filter(|open| open.is_judging_due) {
            if open.judge_in_a_pause() {
                open.published = None;
                is_news = true;
            }
        }
        if is_news {
            self.now_stale();
            self.have_diagnostics_asked_again();
        }
    }

    fn look_at_the_calendar(&mut self) {
        if self.engine.set_clock((self.clock)()) {
            self.look_again();
            self.fill_shelf();
        }
    }

    /// Has the plans of the workspace looked through (again).
    pub(super) fn fill_shelf(&self) {
        if !self.engine.folders().is_empty() {
            self.keeper.fill(Stock { engine: self.engine.aside(), client: self.client.clone(), settings: self.settings });
        }
    }

    /// Takes what was found in the workspace.
    pub(super) fn shelve(&mut self, shelf: Shelf) {
        self.log.write(Level::Info, || format!("{} plans in the workspace", shelf.len()));
        self.shelf = shelf;
        self.have_diagnostics_asked_again();
    }
}

fn local_date() -> Date {
    jiff::Zoned::now().date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use tokio::sync::oneshot;
    use tower_lsp::ls_types::Diagnostic;

    const PLAN: &str = "# Spring\n\n## Actions\n\n- Ann: call the hall by 2026-03-01\n";

    fn desk(log: Log) -> Desk {
        let mut desk = Desk::new(Outbox::default(), log, Orders::new().0, None, Pages::default());
        let uri: Uri = "file:///planlint-no-such-folder/a.plan.md".parse().expect("a URI");
        desk.clock = || date(2026, 3, 1);
        desk.look_at_the_calendar();
        desk.open(TextDocumentItem { uri, language_id: "markdown".to_owned(), version: 1, text: PLAN.to_owned() });
        desk
    }

    fn codes(desk: &mut Desk) -> Vec<String> {
        let open = desk.documents.values_mut().next().expect("it is open");
        let told: Vec<Diagnostic> = serde_json::from_slice(diagnostics::written(open, &desk.client, desk.settings).text).expect("JSON");
        told.into_iter().filter_map(|it| Some(serde_json::to_value(it.code?).ok()?.as_str()?.to_owned())).collect()
    }

    #[test]
    fn midnight_makes_an_action_overdue() {
        let mut desk = desk(Log::default());
        desk.publish();
        assert!(!codes(&mut desk).contains(&"D106".to_owned()), "due today");
        desk.clock = || date(2026, 3, 2);
        desk.look_at_the_calendar();
        assert!(desk.stale_since.is_some(), "the client is to be told");
        desk.publish();
        assert!(codes(&mut desk).contains(&"D106".to_owned()), "due yesterday");
    }

    #[test]
    fn what_is_no_plan_is_left_alone_after_one_pause() {
        let mut desk = desk(Log::default());
        let uri: Uri = "file:///planlint-no-such-folder/novel.md".parse().expect("a URI");
        let text = format!("# Novel\n\n{}", "It rained in the hall.\n".repeat(4_000));
        desk.open(TextDocumentItem { uri: uri.clone(), language_id: "markdown".to_owned(), version: 1, text });
        let novel = desk.documents.get_mut(uri.as_str()).expect("it is open");
        novel.edit(tower_lsp::ls_types::Range::default(), desk.client.encoding, "x");
        assert!(desk.is_due_in_a_pause(), "a long piece is read again in a pause");
        desk.left_at -= PAUSE;
        desk.left_alone();
        assert!(!desk.is_due_in_a_pause() && desk.rest() == CALENDAR);
    }

    #[test]
    fn a_panic_costs_a_line_in_the_log() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let mut desk = desk(Log::open(Some(file.path()), Level::Error));
        let (answer, mut waits) = oneshot::channel::<()>();
        desk.guarded("broken", move |_| {
            let _held = answer;
            panic!("a mistake of planlint's own");
        });
        assert!(waits.try_recv().is_err(), "who waited is told that there is no answer");
        desk.guarded("sound", Desk::publish);
        assert!(!codes(&mut desk).is_empty());
        let written = std::fs::read_to_string(file.path()).expect("text");
        assert_eq!(written.lines().count(), 1, "{written}");
        assert!(written.contains("broken: gave up after an internal error"), "{written}");
    }
}
