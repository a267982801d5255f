//! Findings written down for people and programs, one file per format.
//! Nothing here opens a file or knows where its bytes go: [`write()`] takes any writer, and the same report gives the same bytes.

mod escape;
mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod ink;
mod json;
mod junit;
mod layout;
mod places;
mod report;
mod sarif;
mod short;
mod statistics;
mod summary;

pub use json::findings_schema;
pub use places::{Position, Range};
pub use report::{Counts, Document, Judged, Problem, Report, RuleFacts, View};
pub use statistics::write_statistics;

use std::io::{self, Write};

/// A way to write findings down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// Source lines with carets, help, and a summary, for people.
    #[default]
    Human,
    /// One line per finding.
    Short,
    /// One JSON document.
    Json,
    /// One JSON object per finding and line.
    JsonLines,
    /// Annotations in GitHub Actions.
    Github,
    /// Code quality report of GitLab.
    Gitlab,
    /// `JUnit` XML, which most build servers draw.
    Junit,
    /// SARIF 2.1.0, which code scanning services take.
    Sarif,
}

impl Format {
    /// Every format, in the order help texts list them.
    pub const ALL: [Self; 8] =
        [Self::Human, Self::Short, Self::Json, Self::JsonLines, Self::Github, Self::Gitlab, Self::Junit, Self::Sarif];

    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Sarif => "sarif",
        }
    }

    /// The format called `name`.
    ///
    /// # Errors
    /// A sentence for the user: that there is no such format, the one that was probably meant, and all there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        if let Some(format) = Self::ALL.into_iter().find(|format| format.name() == name) {
            return Ok(format);
        }
        let likeness = |format: &Self| strsim::jaro_winkler(&name.to_lowercase(), format.name());
        let meant = Self::ALL.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|format| likeness(format) > 0.7);
        let names = Self::ALL.map(Self::name).join(", ");
        Err(match meant {
            Some(format) => format!("there is no format \"{name}\": did you mean \"{}\"? The formats are {names}", format.name()),
            None => format!("there is no format \"{name}\": the formats are {names}"),
        })
    }
}

/// Writes `report` to `out`, buffered. `rules` are the rules of this run; only SARIF tells about them.
///
/// # Errors
/// What the writer says, a closed pipe among it.
pub fn write(format: Format, report: &Report, view: &View, rules: &[RuleFacts], out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, out);
    match format {
        Format::Human => human::write(report, view, &mut out),
        Format::Short => short::write(report, view, &mut out),
        Format::Json => json::write(report, view, &mut out),
        Format::JsonLines => json::write_lines(report, view, &mut out),
        Format::Github => github::write(report, view, &mut out),
        Format::Gitlab => gitlab::write(report, view, &mut out),
        Format::Junit => junit::write(report, view, &mut out),
        Format::Sarif => sarif::write(report, view, rules, &mut out),
    }?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Ok(format));
        }
    }

    #[test]
    fn a_mistyped_format_gets_a_suggestion() {
        let said = |name| Format::from_name(name).expect_err("no such format");
        assert!(said("jsn").starts_with("there is no format \"jsn\": did you mean \"json\"?"));
        assert!(said("SARIF").contains("did you mean \"sarif\"?"));
        assert!(said("pdf").starts_with("there is no format \"pdf\": the formats are human, short, "));
    }
}
