//! The pen codespan-reporting draws with: our words for severities, our colours, or none.
//! It writes the head `warning[A101] unassigned-action` where codespan would write its own word for a severity.

use crate::finding::Severity;
use codespan_reporting::diagnostic::{LabelStyle, Severity as Drawn};
use codespan_reporting::term::WriteStyle;
use std::io::{self, Write};

pub(super) const BOLD: &str = "\x1b[1m";
pub(super) const DIM: &str = "\x1b[2m";
pub(super) const CYAN: &str = "\x1b[36m";
pub(super) const GREEN: &str = "\x1b[1;32m";
const RESET: &str = "\x1b[0m";

/// The colour of a severity, in bold.
pub(super) fn colour_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\x1b[1;31m",
        Severity::Warning => "\x1b[1;33m",
        Severity::Info => "\x1b[1;34m",
        Severity::Hint => "\x1b[1;35m",
    }
}

/// `text` in a colour, or as it is.
pub(super) fn painted(text: &str, style: &str, colour: bool) -> String {
    if colour { format!("{style}{text}{RESET}") } else { text.to_owned() }
}

/// Draws one finding.
pub(super) struct Ink<'a> {
    out: &'a mut dyn Write,
    severity: Severity,
    head: &'a str,
    colour: bool,
    /// While codespan writes its word for the severity, which is dropped.
    naming: bool,
}

impl<'a> Ink<'a> {
    pub(super) fn new(out: &'a mut dyn Write, severity: Severity, head: &'a str, colour: bool) -> Self {
        Self { out, severity, head, colour, naming: false }
    }

    fn style(&mut self, style: &str) -> io::Result<()> {
        if self.colour { self.out.write_all(style.as_bytes()) } else { Ok(()) }
    }
}

impl Write for Ink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.naming { Ok(bytes.len()) } else { self.out.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl WriteStyle for Ink<'_> {
    fn set_header(&mut self, _: Drawn) -> io::Result<()> {
        self.style(colour_of(self.severity))?;
        self.out.write_all(self.head.as_bytes())?;
        self.naming = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.naming = false;
        self.style(RESET)?;
        self.style(BOLD)
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.style(CYAN)
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.style(CYAN)
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.style(CYAN)
    }

    fn set_label(&mut self, _: Drawn, label: LabelStyle) -> io::Result<()> {
        match label {
            LabelStyle::Primary => self.style(colour_of(self.severity)),
            LabelStyle::Secondary => self.style(CYAN),
        }
    }

    fn reset(&mut self) -> io::Result<()> {
        self.style(RESET)
    }
}
