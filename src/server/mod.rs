//! The language server: the protocol on one side, the engine on the other.
//!
//! A message comes in through the door, the reception writes an order, the desk carries it out, the answer leaves through the outbox. The
//! door, the desk and the outbox have a thread each; only the desk knows anything, and one thread at a time is at it. No other module of planlint imports the protocol.

mod actions;
mod answer;
mod background;
mod capabilities;
mod catalogue;
mod change;
mod client;
mod commands;
mod completion;
mod desk;
mod diagnostics;
mod door;
mod ending;
mod engine;
mod fault;
mod folding;
mod frame;
mod hover;
mod links;
mod log;
mod margin;
mod marks;
mod message;
mod navigation;
mod open;
mod orders;
mod outbox;
mod own;
mod pages;
mod parent;
mod reception;
mod rewrite;
mod settings;
mod shelf;
mod shown;
mod stops;
mod suppress;
mod symbols;
mod tables;
mod things;
mod tokens;
mod uri;
mod view;
mod watch;
mod wire;

pub use log::Level;

use desk::Desk;
use door::Door;
use ending::{Ending, Ends};
use jiff::civil::Date;
use log::Log;
use orders::Orders;
use outbox::Outbox;
use pages::Pages;
use reception::Reception;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;
use tower_lsp::LspService;
use wire::AtOnce;

/// How long the last answers may take to leave.
const FAREWELL: Duration = Duration::from_millis(300);
/// Rules look into documents, and documents may be deep.
const STACK: usize = 8 * 1024 * 1024;

/// How the server is started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What it does is written down here.
    pub log: Option<PathBuf>,
    /// How much of it.
    pub log_level: Level,
    /// The day that counts as today; `None`: the calendar's.
    pub today: Option<Date>,
    /// Where the pages of the rules may be laid down for editors to open; absolute. `None`: nowhere.
    pub pages: Option<PathBuf>,
}

/// Serves the client at standard input and output. Returns the exit status of the process: 0 when the client said `shutdown` first, else 1.
pub fn run(options: &Options) -> u8 {
    let (output, at_once) = wire::output();
    serve_at_once(wire::input(), output, at_once, options)
}

/// Serves the client that writes to `input` and reads from `output`, until either ends or the client says `exit`.
pub fn serve(input: impl Read + Send + 'static, output: impl Write + Send + 'static, options: &Options) -> u8 {
    serve_at_once(input, output, AtOnce::default(), options)
}

/// The same, with another way to `output` for what it takes at once.
fn serve_at_once(input: impl Read + Send + 'static, output: impl Write + Send + 'static, at_once: AtOnce, options: &Options) -> u8 {
    let (ends, end) = Ends::new();
    let (orders, incoming) = Orders::new();
    let outbox = Outbox::new(at_once);
    let log = Log::open(options.log.as_deref(), options.log_level);
    let reception = Reception::new(orders.clone(), ends.clone());
    let (service, _) = LspService::build(|_| reception)
        .custom_method("planlint/text", Reception::text)
        .custom_method("planlint/status", Reception::status)
        .custom_method("planlint/plan", Reception::plan)
        .custom_method("planlint/rulePage", Reception::rule_page)
        .finish();
    let (closing, at_desk) = (orders.clone(), orders.clone());
    let desk = Desk::new(outbox.clone(), log.clone(), orders.clone(), options.today, Pages::below(options.pages.clone()));
    let door = Door { service, orders, outbox: outbox.clone(), ends: ends.clone(), log: log.clone() };
    let writer = (outbox.clone(), ends.clone());
    let started = start("door", move || door.open(input))
        .and_then(|()| start("outbox", move || writer.0.write_to(output, &writer.1)))
        .and_then(|()| start("desk", move || at_desk.carry_out(desk, &incoming)));
    let ending = match started {
        Ok(()) => end.recv().unwrap_or(Ending::Input),
        Err(error) => {
            log.write(Level::Error, || format!("cannot start: {error}"));
            return 1;
        }
    };
    log.write(Level::Info, || format!("ends: {ending:?}"));
    closing.close();
    if ending == Ending::Exit {
        outbox.drain(FAREWELL);
    }
    ends.status()
}

fn start(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).stack_size(STACK).spawn(work).map(drop)
}
