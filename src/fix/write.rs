//! Replacing a file: at any moment, whatever happens, it is the old one or the new one (DESIGN 8, clause 4).
//!
//! The new bytes go to a temporary file beside it, onto the disk, and then take its name. What cannot be replaced so that nothing but
//! the bytes changes (a hard link, another's file, a device) is left alone with the reason.

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod attributes;

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How the names of temporary files begin. Nobody else's do.
const PREFIX: &str = ".planlint-";
/// Where it cannot be asked whether a run still lives: a temporary file this old is left over.
const STRAY_AFTER: Duration = Duration::from_secs(600);

/// Why a file was not written.
#[derive(Debug)]
pub enum Refusal {
    /// Its bytes are not those that were judged.
    Changed,
    /// It may not be written.
    ReadOnly,
    /// Another user's file: the new one would be ours.
    Foreign,
    /// It has several names, and only one of them would get the new bytes.
    HardLinked,
    /// A device, a pipe, a folder.
    NotAFile,
    /// It is a link that leads out of the folders that planlint was given.
    Outside,
    /// The disk said no.
    Io(io::Error),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Changed => "changed while it was being checked; run again",
            Self::ReadOnly => "read-only",
            Self::Foreign => "it belongs to another user",
            Self::HardLinked => "it has several names (hard links), and only this one would be changed",
            Self::NotAFile => "not a regular file",
            Self::Outside => "it is a link that leads outside the given folders",
            Self::Io(error) => return error.fmt(out),
        })
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// Whether every other file there will be refused as well: the disk is full, or may not be written to.
    pub fn is_of_the_disk(&self) -> bool {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        matches!(self, Self::Io(error) if matches!(error.kind(), StorageFull | QuotaExceeded | ReadOnlyFilesystem | FileTooLarge))
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Replaces the bytes of the file at `path`, which must still be `old`, by `new`. A symbolic link stays one: what it leads to is
/// replaced, if that lies below one of `roots` (absolute and without links; none: anywhere). Returns the folder written to, which is to
/// be [settled](settle) in the end.
///
/// # Errors
/// When the file was not written. It is then as it was.
pub fn replace(path: &Path, old: &[u8], new: &[u8], roots: &[PathBuf]) -> Result<PathBuf, Refusal> {
    let target = fs::canonicalize(path)?;
    let is_link = fs::symlink_metadata(path)?.file_type().is_symlink();
    if is_link && !roots.is_empty() && !roots.iter().any(|root| target.starts_with(root)) {
        return Err(Refusal::Outside);
    }
    let metadata = fs::metadata(&target)?;
    may_be_replaced(&metadata)?;
    let folder = target.parent().unwrap_or(Path::new(".")).to_owned();
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let mut temporary = tempfile::Builder::new().prefix(&prefix).suffix(".tmp").tempfile_in(&folder).map_err(bare)?;
    keep_owner(temporary.as_file(), &metadata)?;
    temporary.write_all(new).map_err(bare)?;
    temporary.as_file().set_permissions(metadata.permissions())?;
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    attributes::copy(&target, temporary.as_file())?;
    temporary.as_file().sync_all()?;
    if !is_still(&target, &metadata, old)? {
        return Err(Refusal::Changed);
    }
    temporary.persist(&target).map_err(|error| error.error)?;
    Ok(folder)
}

/// Has the new names in `folder` reach the disk. To be called once per folder, when all its files are replaced: until then each of them is
/// the old one or the new one, whatever happens, and waiting for the disk again after every file takes as long as all the rest.
pub fn settle(folder: &Path) {
    // Not every system can do that; the files are whole without it.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// `error` without the name of the temporary file, which tells nobody anything.
fn bare(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::Other => error,
        kind => error.raw_os_error().map_or_else(|| io::Error::from(kind), io::Error::from_raw_os_error),
    }
}

/// Has a file that would grow beyond what the system allows be an error of writing and not the end of the program. Once is enough.
pub fn let_the_disk_answer() {
    #[cfg(unix)]
    {
        use std::sync::Arc;
        use std::sync::atomic::AtomicBool;
        // Where it cannot be had, the program ends there: the file stays as it was.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    }
}

/// "File size limit exceeded" on the systems that planlint is built for.
#[cfg(unix)]
const SIGXFSZ: i32 = 25;

/// Removes the temporary files that killed runs have left in `folder`. To be called once per folder that is written to.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let run = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(".tmp")?.split_once('-'));
        let is_stray = run.is_some_and(|(process, _)| is_over(process, &entry));
        if is_stray {
            // Another run may have swept it first.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether the run with number `process`, which made the file `entry`, has ended.
fn is_over(process: &str, entry: &fs::DirEntry) -> bool {
    if !process.bytes().all(|byte| byte.is_ascii_digit()) || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
        return false;
    }
    if Path::new("/proc/self").exists() {
        return !Path::new("/proc").join(process).exists();
    }
    let age =
        entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|written| SystemTime::now().duration_since(written).ok());
    age.is_some_and(|age| age > STRAY_AFTER)
}

/// Whether the file at `path` is the one of `metadata` and holds `old`.
fn is_still(path: &Path, metadata: &Metadata, old: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let now = file.metadata()?;
    if now.len() != old.len() as u64 || !is_same(&now, metadata) {
        return Ok(false);
    }
    let mut bytes = Vec::with_capacity(old.len());
    file.read_to_end(&mut bytes)?;
    Ok(bytes == old)
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    one.modified().ok() == other.modified().ok()
}

fn may_be_replaced(metadata: &Metadata) -> Result<(), Refusal> {
    if !metadata.is_file() {
        return Err(Refusal::NotAFile);
    }
    if metadata.permissions().readonly() {
        return Err(Refusal::ReadOnly);
    }
    has_one_name(metadata)
}

#[cfg(unix)]
fn has_one_name(metadata: &Metadata) -> Result<(), Refusal> {
    use std::os::unix::fs::MetadataExt;
    if metadata.nlink() > 1 { Err(Refusal::HardLinked) } else { Ok(()) }
}

#[cfg(not(unix))]
fn has_one_name(_metadata: &Metadata) -> Result<(), Refusal> {
    Ok(())
}

/// Gives `new` the group of the file it will replace. The user is ours already, or it is refused.
#[cfg(unix)]
fn keep_owner(new: &File, metadata: &Metadata) -> Result<(), Refusal> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let ours = new.metadata()?;
    if ours.uid() != metadata.uid() {
        return Err(Refusal::Foreign);
    }
    if ours.gid() != metadata.gid() {
        fchown(new, None, Some(metadata.gid())).map_err(|_| Refusal::Foreign)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn keep_owner(_new: &File, _metadata: &Metadata) -> Result<(), Refusal> {
    Ok(())
}
