//! Watches the process that started the server: an editor that was killed says no goodbye, and others may still hold our input open.

use super::ending::{Ending, Ends};
use std::thread;
use std::time::Duration;

/// How often to look.
const PAUSE: Duration = Duration::from_millis(400);

/// Ends the server when the process `id` is gone. Where processes cannot be looked up, the end of input has to do.
pub(super) fn watch(id: u32, ends: Ends) {
    if !is_running(id) {
        // Another machine's or container's number: it says nothing here.
        return;
    }
    let watching = move || {
        while is_running(id) {
            thread::sleep(PAUSE);
        }
        ends.tell(Ending::Orphaned);
    };
    // Without a thread to spare the end of input has to do.
    let _ = thread::Builder::new().name("parent".to_owned()).spawn(watching);
}

/// Whether process `id` is there and not only waiting to be collected.
#[cfg(target_os = "linux")]
fn is_running(id: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The name in brackets may hold anything, also brackets.
    status.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with(['Z', 'X']))
}

/// Whether process `id` still is the parent of this one.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_running(id: u32) -> bool {
    std::os::unix::process::parent_id() == id
}

#[cfg(not(unix))]
fn is_running(_id: u32) -> bool {
    false
}
