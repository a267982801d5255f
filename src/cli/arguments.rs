//! The command line: every command, option and help text. What the commands do is written in the files named after them.
//! An option left away is `None` where configuration has a say too, so that the command line wins only when it spoke.

use super::values::{self, ConfigSource, Destination, DocumentLine, FailOn};
use crate::dialect::concept::{Kind, Language};
use crate::finding::{Confidence, Severity};
use clap::error::{ContextKind, ErrorKind};
use clap::{ArgGroup, Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

const PICKING: &str = "What is checked";
const FIXING: &str = "Fixing";
const SHOWING: &str = "What is shown";
const FAILING: &str = "When it fails";
const CONFIGURING: &str = "Configuration";

/// Says what is missing in mission and plan documents
///
/// planlint reads plans written in Markdown: missions, visions, strategies, questions, actions with owners and dates. It says
/// what is missing, where, and what to do about it, and inserts what is missing when asked.
#[derive(Parser, Debug)]
#[command(name = "planlint", version, arg_required_else_help = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  planlint check                      check the plans of this folder
  planlint check plan.md              check one document
  planlint fix --scaffold plan.md     insert missing sections, ready to be filled in
  planlint explain A101               why an action needs an owner
  planlint new plan                   start a new plan";

/// See [`Arguments`].
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Say what is missing in plans
    Check(Check),
    /// Mend plans, then say what is left: `check --fix`
    Fix(Fix),
    /// Explain a rule: why it is there, what it flags, how to mend it
    Explain(Explain),
    /// List all rules
    Rules(Rules),
    /// Start a document with everything its kind needs
    New(New),
    /// Write a planlint.toml for this folder
    Init(Init),
    /// Show which configuration is in force, or what it may hold
    #[command(subcommand)]
    Config(Config),
    /// Serve editors (Language Server Protocol)
    Server(Server),
    /// Write completions for a shell
    Completions(Completions),
    /// Write the manual page
    Man,
}

/// `planlint check`.
#[derive(Args, Debug)]
#[command(after_help = CHECK_EXAMPLES, mut_arg("scaffold", |scaffold| scaffold.requires("mending")))]
#[command(group = ArgGroup::new("mending").args(["fix", "diff"]).multiple(true))]
pub struct Check {
    /// What is judged and shown.
    #[command(flatten)]
    pub judging: Judging,
    /// Mend what can be mended safely, then say what is left
    #[arg(long, conflicts_with = "show_files", help_heading = FIXING)]
    pub fix: bool,
    /// What is mended.
    #[command(flatten)]
    pub fixing: Fixing,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  planlint check plans/                                check a folder
  planlint check --min-severity hint plan.md           show everything, also small things
  planlint check --select A101,D101 plan.md            only owners and dates of actions
  planlint check --format human --format sarif=plan.sarif
                                                       read it here, and keep a report
  planlint check - < plan.md                           check what comes from another program

Exit status: 0 nothing to complain about, 1 something, 2 planlint could not do its work.";

/// `planlint fix`.
#[derive(Args, Debug)]
#[command(after_help = FIX_EXAMPLES)]
pub struct Fix {
    /// What is mended.
    #[command(flatten)]
    pub fixing: Fixing,
    /// What is judged and shown.
    #[command(flatten)]
    pub judging: Judging,
}

const FIX_EXAMPLES: &str = "\
Examples:
  planlint fix plan.md                    mend what is safe to mend
  planlint fix --scaffold plan.md         also insert what is missing, to be filled in
  planlint fix --scaffold --diff plan.md  only show what that would change";

/// What `check` and `fix` share.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Judging {
    /// Documents and folders; `-` is standard input
    #[arg(default_value = ".", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Pass over named files that are no plans, as in a folder
    #[arg(long, help_heading = PICKING)]
    pub only_plans: bool,
    /// Only these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = PICKING)]
    pub select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = PICKING)]
    pub ignore: Vec<String>,
    /// The day to check against [default: the day of today]
    #[arg(long, value_name = "YYYY-MM-DD", env = "PLANLINT_TODAY", hide_env_values = true, value_parser = values::date, help_heading = PICKING)]
    pub today: Option<Date>,
    /// What to call the document that comes from standard input
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath, help_heading = PICKING)]
    pub stdin_filename: Option<PathBuf>,
    /// List the documents, and say why others are passed over; check nothing
    #[arg(long, conflicts_with_all = ["statistics", "scaffold", "diff"], help_heading = PICKING)]
    pub show_files: bool,
    /// How many documents to check at a time [default: as many as there are processors]
    #[arg(long, value_name = "N", help_heading = PICKING)]
    pub threads: Option<NonZeroUsize>,

    /// How to write findings, and where to: human, short, json, jsonl, github, gitlab, junit, sarif [default: human]
    ///
    /// Can be given several times; with `=FILE` into a file, else to the screen. In GitHub Actions the default is github.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = values::destination, help_heading = SHOWING)]
    pub format: Vec<Destination>,
    /// Hide lighter findings [default: info]
    #[arg(long, value_name = "SEVERITY", value_parser = values::severity(), help_heading = SHOWING)]
    pub min_severity: Option<Severity>,
    /// Hide findings that planlint is less sure of [default: low]
    #[arg(long, value_name = "CONFIDENCE", value_parser = values::confidence(), help_heading = SHOWING)]
    pub min_confidence: Option<Confidence>,
    /// Count findings by rule
    #[arg(long, help_heading = SHOWING)]
    pub statistics: bool,
    /// Use colours
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto, help_heading = SHOWING)]
    pub color: ColorChoice,
    /// Print findings and nothing else
    #[arg(short, long, help_heading = SHOWING)]
    pub quiet: bool,

    /// What makes the exit status 1 [default: warning]
    #[arg(long, value_name = "SEVERITY", value_parser = values::fail_on(), help_heading = FAILING)]
    pub fail_on: Option<FailOn>,

    /// What is configured.
    #[command(flatten)]
    pub configuration: Configuration,
}

/// How fixes are made.
#[derive(Args, Debug)]
pub struct Fixing {
    /// Also insert missing sections, columns and labels, with a placeholder to fill in
    #[arg(long, help_heading = FIXING)]
    pub scaffold: bool,
    /// Show what would change, and change nothing
    #[arg(long, help_heading = FIXING)]
    pub diff: bool,
}

/// Where the rules of the house come from.
#[derive(Args, Debug)]
pub struct Configuration {
    /// A configuration file in place of the nearest planlint.toml, or one key of it
    #[arg(long, value_name = "FILE|KEY=VALUE", value_parser = values::config_source, help_heading = CONFIGURING)]
    pub config: Vec<ConfigSource>,
    /// Read no configuration file
    #[arg(long, help_heading = CONFIGURING)]
    pub isolated: bool,
}

/// `planlint explain`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  planlint explain A101\n  planlint explain unassigned-action\n  planlint explain --finding plan.md:12")]
pub struct Explain {
    /// Code or name of the rule
    #[arg(value_name = "CODE|NAME", required_unless_present = "finding")]
    pub rule: Option<String>,
    /// Explain what was found in this line, and as what it was read
    #[arg(long, value_name = "FILE:LINE", value_parser = values::document_line, conflicts_with = "rule")]
    pub finding: Option<DocumentLine>,
    /// The day to check against [default: the day of today]
    #[arg(long, value_name = "YYYY-MM-DD", env = "PLANLINT_TODAY", hide_env_values = true, value_parser = values::date)]
    pub today: Option<Date>,
    /// Use colours
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
    /// What is configured.
    #[command(flatten)]
    pub configuration: Configuration,
}

/// `planlint rules`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Rules {
    /// Something else than to list them.
    #[command(subcommand)]
    pub command: Option<RulesCommand>,
    /// For programs [default: a table to read]
    #[arg(long)]
    pub format: Option<RulesFormat>,
    /// What is configured.
    #[command(flatten)]
    pub configuration: Configuration,
}

/// See [`Rules`].
#[derive(Subcommand, Debug)]
pub enum RulesCommand {
    /// Run the examples of your own rule pages
    Test {
        /// The folder of the pages [default: `rules-path` of the configuration]
        #[arg(value_hint = ValueHint::DirPath)]
        folder: Option<PathBuf>,
    },
}

/// `rules --format`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum RulesFormat {
    /// All about every rule
    Json,
    /// A configuration that names every rule
    Toml,
}

/// `planlint new`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  planlint new plan\n  planlint new mission mission.md\n  planlint new workbook --lang ja workbook.md")]
pub struct New {
    /// What kind of document
    #[arg(value_parser = values::kind())]
    pub kind: Kind,
    /// Where to write it [default: to the screen]
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// In which language [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = values::language())]
    pub lang: Option<Language>,
}

/// `planlint init`.
#[derive(Args, Debug)]
pub struct Init {
    /// Propose settings from the plans of this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub from: Option<PathBuf>,
}

/// `planlint config`.
#[derive(Subcommand, Debug)]
pub enum Config {
    /// Show the configuration of a document, and which file each key is from
    Show {
        /// The document
        #[arg(value_hint = ValueHint::AnyPath)]
        file: PathBuf,
        /// What is configured.
        #[command(flatten)]
        configuration: Configuration,
    },
    /// Write the JSON schema of planlint.toml
    Schema {
        /// Write that of `--format json` instead
        #[arg(long)]
        findings: bool,
    },
}

/// `planlint server`.
#[derive(Args, Debug)]
pub struct Server {
    /// Speak over standard input and output, which is the only way
    #[arg(long)]
    pub stdio: bool,
    /// Write down here what the server does
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub log: Option<PathBuf>,
    /// The day to check against [default: the day of today]
    #[arg(long, value_name = "YYYY-MM-DD", env = "PLANLINT_TODAY", hide_env_values = true, value_parser = values::date)]
    pub today: Option<Date>,
    /// How much to write down
    #[arg(long, value_name = "LEVEL", default_value = "info", requires = "log")]
    pub log_level: LogLevel,
}

/// `server --log-level`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, ValueEnum)]
pub enum LogLevel {
    /// What went wrong
    Error,
    /// And what looks wrong
    Warn,
    /// And what was asked for
    Info,
    /// And how long it took
    Debug,
    /// And every message
    Trace,
}

/// `planlint completions`.
#[derive(Args, Debug)]
pub struct Completions {
    /// Which shell
    pub shell: clap_complete::Shell,
}

impl Arguments {
    /// Reads the command line, the name of the program first.
    ///
    /// # Errors
    /// What to tell the user: a mistake, or the help or version asked for. Its `exit_code` is the program's.
    pub fn read(words: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Result<Self, clap::Error> {
        let words: Vec<OsString> = words.into_iter().map(Into::into).collect();
        let first = words.get(1).map(|word| word.to_string_lossy().into_owned());
        Self::try_parse_from(words).map_err(|error| match first {
            Some(first) if lacks_command(&error, &first) => command_missing(&first),
            _ => error,
        })
    }
}

/// Whether the user wrote a document or an option of `check` where a command is expected, and not a command mistyped.
fn lacks_command(error: &clap::Error, first: &str) -> bool {
    match error.kind() {
        ErrorKind::InvalidSubcommand => error.get(ContextKind::SuggestedSubcommand).is_none() && !first.starts_with('-'),
        ErrorKind::UnknownArgument => is_option_of_check(first),
        _ => false,
    }
}

fn is_option_of_check(word: &str) -> bool {
    let name = word.split('=').next().unwrap_or_default();
    let arguments = Arguments::command();
    let check = arguments.find_subcommand("check");
    check.is_some_and(|check| check.get_arguments().filter_map(clap::Arg::get_long).any(|long| name.strip_prefix("--") == Some(long)))
}

/// The likeliest mistake there is: the answer says what to write.
fn command_missing(first: &str) -> clap::Error {
    let message = format!("a command is missing before \"{first}\": to check documents, write\n\n    planlint check {first}");
    Arguments::command().error(ErrorKind::InvalidSubcommand, message)
}
