//! Writing: a file is the old one or the new one, or is left alone with a reason.

use planlint::fix::write::{Refusal, replace, sweep};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
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

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    #[test]
    fn attributes_are_kept() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};
        let (_folder, path) = folder_with("a.md", "old");
        if setxattr(&path, "user.label", b"spring", XattrFlags::empty()).is_err() {
            eprintln!("files have no attributes here: nothing tried");
            return;
        }
        replace(&path, b"old", b"new", &[]).expect("nothing stands in the way");
        let mut value = [0; 6];
        assert_eq!(getxattr(&path, "user.label", &mut value[..]), Ok(6));
        assert_eq!(&value, b"spring");
    }

    /// A limit on the size of files is what a full disk is, to a program.
    #[test]
    fn a_full_disk_is_told_once_and_loses_nothing() {
        let text = "# Plan\n\n## Actions\n\n- [ ] Publish (Ann, by 2026-03-01)\n- [ ]\n";
        let (folder, path) = folder_with("a.plan.md", text);
        fs::write(folder.path().join("b.plan.md"), text).expect("a file for the test");
        let run = Command::new("sh")
            .args(["-c", "ulimit -f 0 && exec \"$0\" fix --isolated --format short .", env!("CARGO_BIN_EXE_planlint")])
            .current_dir(folder.path())
            .output()
            .expect("there is a shell");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert_eq!(said.matches("not fixed").count(), 1, "{said}");
        assert!(said.contains("a.plan.md: not fixed: file too large") && said.contains("1 other document not written either"), "{said}");
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some(text));
        assert_eq!(names(folder.path()), ["a.plan.md", "b.plan.md"]);
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

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// `PLANLINT_KILLS` says how often, `PLANLINT_KILL_FILES` with how many files.
#[test]
fn killed_at_any_moment_every_file_is_old_or_new() {
    let old = "# Plan\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Publish | Ann | 2026-03-01 |\n| | | |\n";
    let new = old.replace("| | | |\n", "");
    let kills = number("PLANLINT_KILLS", 8);
    let folder = tempfile::tempdir().expect("a folder for the test");
    let paths: Vec<PathBuf> =
        (0..number("PLANLINT_KILL_FILES", 40)).map(|number| folder.path().join(format!("{number}.plan.md"))).collect();
    let start = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
        command.args(["fix", "--isolated", "--quiet", "."]).current_dir(folder.path());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program is built")
    };
    paths.iter().for_each(|path| fs::write(path, old).expect("it is ours"));
    let began = std::time::Instant::now();
    start().wait().expect("it was started");
    let undisturbed = began.elapsed();
    let (mut halfway, mut strays) = (0, 0);
    for kill in 0..kills {
        paths.iter().for_each(|path| fs::write(path, old).expect("it is ours"));
        let mut run = start();
        // Every other one at a moment of its life, the others as soon as they have come to a certain file.
        if kill % 2 == 0 {
            std::thread::sleep(undisturbed.mul_f64((kill * 7_919 % 1_000) as f64 / 900.0));
        } else {
            let reached = &paths[kill as usize * 7_919 % paths.len()];
            while fs::read_to_string(reached).is_ok_and(|text| text == old) && matches!(run.try_wait(), Ok(None)) {}
        }
        // It may be over already.
        let _ = run.kill();
        run.wait().expect("it was started");
        let mut mended = 0;
        for path in &paths {
            let text = fs::read_to_string(path).expect("no file is ever gone");
            assert!(text == old || text == new, "{}: {text:?}", path.display());
            mended += usize::from(text == new);
        }
        halfway += u32::from(mended > 0 && mended < paths.len());
        strays += names(folder.path()).iter().filter(|name| name.starts_with(".planlint-")).count();
    }
    eprintln!("{kills} runs over {} files were killed, {halfway} of them halfway; {strays} temporary files were left", paths.len());
    paths.iter().for_each(|path| fs::write(path, old).expect("it is ours"));
    start().wait().expect("it was started");
    assert!(paths.iter().all(|path| fs::read_to_string(path).ok().as_deref() == Some(&new)));
    assert!(names(folder.path()).iter().all(|name| !name.starts_with(".planlint-")), "{:?}", names(folder.path()));
}
