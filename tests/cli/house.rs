//! A folder to run the program in, and what it said there.

use assert_cmd::Command;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with documents.
pub(crate) struct House {
    folder: TempDir,
}

/// What a run gave.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Said {
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
    /// The exit status.
    pub(crate) status: i32,
}

impl House {
    /// With these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let house = Self { folder: tempfile::tempdir().expect("a folder") };
        for (path, text) in files {
            house.write(path, text);
        }
        house
    }

    /// Where `path` is.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Puts a file there.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).expect("a text")
    }

    /// The program, about to run here with the words of `line`; a day is set.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::cargo_bin("planlint").expect("the program");
        command.current_dir(self.folder.path()).args(line.split_whitespace());
        for variable in ["GITHUB_ACTIONS", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command.env("PLANLINT_TODAY", "2026-02-01");
        command
    }

    /// What the program says to `line`.
    pub(crate) fn run(&self, line: &str) -> Said {
        Said::of(&mut self.command(line))
    }
}

impl Said {
    /// What `command` says.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("a run");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), status: output.status.code().expect("no signal") }
    }

    /// Fails with all that was said unless the status is `status`.
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{self:#?}");
        self
    }

    /// Fails unless standard error holds `words`.
    pub(crate) fn complains(self, words: &str) -> Self {
        assert!(self.err.contains(words), "{words:?} is not in {self:#?}");
        self
    }

    /// Fails unless standard output holds `words`.
    pub(crate) fn tells(self, words: &str) -> Self {
        assert!(self.out.contains(words), "{words:?} is not in {self:#?}");
        self
    }
}
