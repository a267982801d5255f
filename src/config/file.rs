//! Opens files as text, the only way planlint does: never a device or a pipe, never more than a stated number of bytes, UTF-8 or not at all.

use std::fmt::{self, Display, Formatter};
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Why a file was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// There is none.
    Missing,
    /// A folder stands in its place.
    Folder,
    /// A pipe, socket or device: reading it could wait for ever.
    Special,
    /// The system does not let us.
    Denied,
    /// The bytes are no UTF-8.
    NotUtf8,
    /// Larger than asked for; its size in bytes.
    TooLarge(u64),
    /// What the system said.
    Other(String),
}

impl Display for Unreadable {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str("no such file"),
            Self::Folder => out.write_str("is a folder, not a file"),
            Self::Special => out.write_str("is a pipe or device, not a file"),
            Self::Denied => out.write_str("may not be read: ask for permission to read it"),
            Self::NotUtf8 => out.write_str("not UTF-8: save as UTF-8"),
            Self::TooLarge(bytes) => write!(out, "is too large ({bytes} bytes)"),
            Self::Other(message) => write!(out, "cannot be read: {message}"),
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// The whole text of the file at `path`, if it has at most `limit` bytes.
///
/// # Errors
/// Says why there is no text.
pub fn read_text(path: &Path, limit: u64) -> Result<String, Unreadable> {
    let (file, about) = open(path)?;
    if about.len() > limit {
        return Err(Unreadable::TooLarge(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    // A file may grow while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Unreadable::TooLarge(bytes.len() as u64));
    }
    String::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)
}

/// The start of the file at `path`: at most `limit` bytes, cut before a character that is not whole or not UTF-8.
///
/// # Errors
/// Says why there is no text.
pub fn read_head(path: &Path, limit: u64) -> Result<String, Unreadable> {
    let (file, _) = open(path)?;
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let whole = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(whole);
            String::from_utf8(bytes).unwrap_or_default()
        }
    })
}

/// Looks before it opens: opening a pipe waits for its other end.
fn open(path: &Path) -> Result<(File, Metadata), Unreadable> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(Unreadable::Folder);
    }
    if !about.is_file() {
        return Err(Unreadable::Special);
    }
    Ok((File::open(path)?, about))
}
