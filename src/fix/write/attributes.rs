//! Extended attributes: labels, access lists, what other programs remember about a file. A file that replaces another takes them over.

use rustix::fs::{XattrFlags, fgetxattr, fgetxattr_query, flistxattr, flistxattr_query, fsetxattr};
use rustix::io::Errno;
use std::fs::File;
use std::io;
use std::path::Path;

/// Gives `new` the attributes of the file at `old`. What only the system may set, it sets itself.
pub(super) fn copy(old: &Path, new: &File) -> io::Result<()> {
    let old = File::open(old)?;
    let size = match flistxattr_query(&old) {
        Err(Errno::NOTSUP) => return Ok(()),
        size => size?,
    };
    let mut names = vec![0; size];
    flistxattr(&old, &mut names[..])?;
    for name in names.split(|&byte| byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0; fgetxattr_query(&old, name)?];
        fgetxattr(&old, name, &mut value[..])?;
        match fsetxattr(new, name, &value, XattrFlags::empty()) {
            Err(_) if !is_of_a_person(name) => {}
            set => set?,
        }
    }
    Ok(())
}

/// Set by people and their programs; not by the system.
fn is_of_a_person(name: &[u8]) -> bool {
    !name.starts_with(b"security.") && !name.starts_with(b"trusted.") && !name.starts_with(b"com.apple.")
}
