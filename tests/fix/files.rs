//! Writing: a file is the old one or the new one, or is left alone with a reason.

use planlint::fix::write::{Refusal, replace, sweep};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

fn folder_with(name: &str, text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("a file for the test");
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_file_is_replaced_and_nothing_else_is_left() {
    let (folder, path) = folder_with("a.md", "old");
    replace(&path, b"old", b"new", &[]).expect("nothing stands in the way");
    assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("new"));
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn a_file_that_changed_is_left_alone() {
    let (folder, path) = folder_with("a.md", "somebody was faster");
    assert!(matches!(replace(&path, b"old", b"new", &[]), Err(Refusal::Changed)));
    assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("somebody was faster"));
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[test]
fn stray_files_of_runs_that_are_over_are_swept() {
    let (folder, _) = folder_with("a.md", "text");
    let ours = format!(".planlint-{}-abc.tmp", std::process::id());
    for name in [".planlint-999999999-abc.tmp", &ours, ".planlint-notes.md", ".planlint-x-abc.tmp"] {
        fs::write(folder.path().join(name), "").expect("a file for the test");
    }
    sweep(folder.path());
    assert!(names(folder.path()).contains(&ours), "a run that lives keeps its file");
    if Path::new("/proc/self").exists() {
        assert_eq!(names(folder.path()), [ours.as_str(), ".planlint-notes.md", ".planlint-x-abc.tmp", "a.md"]);
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).map_or(0, |metadata| metadata.permissions().mode() & 0o7777)
    }

    #[test]
    fn the_mode_is_kept() {
        let (_folder, path) = folder_with("a.md", "old");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is our file");
        replace(&path, b"old", b"new", &[]).expect("nothing stands in the way");
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn a_link_stays_a_link() {
        let (folder, path) = folder_with("a.md", "old");
        let link = folder.path().join("link.md");
        symlink("a.md", &link).expect("links work here");
        let root = folder.path().canonicalize().expect("it is there");
        replace(&link, b"old", b"new", std::slice::from_ref(&root)).expect("it leads inside");
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("new"));
        let outside = root.join("elsewhere");
        assert!(matches!(replace(&link, b"new", b"x", &[outside]), Err(Refusal::Outside)));
    }

    #[test]
    fn what_cannot_be_replaced_alone_is_refused() {
        let (folder, path) = folder_with("a.md", "old");
        assert!(matches!(replace(folder.path(), b"", b"new", &[]), Err(Refusal::NotAFile)));
        fs::hard_link(&path, folder.path().join("other.md")).expect("hard links work here");
        assert!(matches!(replace(&path, b"old", b"new", &[]), Err(Refusal::HardLinked)));
        fs::remove_file(folder.path().join("other.md")).expect("it is ours");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("it is our file");
        assert!(matches!(replace(&path, b"old", b"new", &[]), Err(Refusal::ReadOnly)));
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("old"));
    }
}

/// `PLANLINT_KILLS` says how often.
#[test]
fn killed_at_any_moment_every_file_is_old_or_new() {
    const FILES: usize = 40;
    let old = "# Plan\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Publish | Ann | 2026-03-01 |\n| | | |\n";
    let new = old.replace("| | | |\n", "");
    let kills: u64 = std::env::var("PLANLINT_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(8);
    let folder = tempfile::tempdir().expect("a folder for the test");
    let paths: Vec<PathBuf> = (0..FILES).map(|number| folder.path().join(format!("{number}.plan.md"))).collect();
    let start = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
        command.args(["fix", "--isolated", "--quiet", "."]).current_dir(folder.path());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program is built")
    };
    for kill in 0..kills {
        paths.iter().for_each(|path| fs::write(path, old).expect("it is ours"));
        let mut run = start();
        // Spread over the life of a run; a machine that is slower or faster only moves the moments.
        std::thread::sleep(Duration::from_millis(20 + kill * 97 % 160));
        // It may be over already.
        let _ = run.kill();
        run.wait().expect("it was started");
        for path in &paths {
            let text = fs::read_to_string(path).expect("no file is ever gone");
            assert!(text == old || text == new, "{}: {text:?}", path.display());
        }
    }
    paths.iter().for_each(|path| fs::write(path, old).expect("it is ours"));
    start().wait().expect("it was started");
    assert!(paths.iter().all(|path| fs::read_to_string(path).ok().as_deref() == Some(&new)));
    assert!(names(folder.path()).iter().all(|name| !name.starts_with(".planlint-")), "{:?}", names(folder.path()));
}
