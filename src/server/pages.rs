//! Where the page of each rule can be read: the address that a diagnostic carries, so that every editor can lead its writer there.
//!
//! Published pages are linked where the package says where its source is. Else the shipped pages are laid down as files in a folder of the
//! user's, one for each version, and those are linked; where there is no such folder, nothing is. A writer's own pages are files already.

use super::log::{Level, Log};
use super::own;
use super::uri;
use crate::config::Source;
use crate::rules::{Catalogue, Page};
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tower_lsp::ls_types::Uri;

/// Where the source of planlint is published, if it is.
const REPOSITORY: Option<&str> = option_env!("CARGO_PKG_REPOSITORY");

/// Where the pages of the shipped rules lie.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    folder: Option<PathBuf>,
}

/// The address of each rule's page, by its code.
#[derive(Debug, Default)]
pub(super) struct Addresses(HashMap<String, Uri>);

impl Pages {
    /// Pages that are to lie below `folder`, an absolute path.
    pub(super) fn below(folder: Option<PathBuf>) -> Self {
        Self { folder: folder.map(|folder| folder.join(env!("CARGO_PKG_VERSION"))) }
    }

    /// Makes the folder. Where that fails, no page is linked: links must lead somewhere.
    pub(super) fn prepare(&mut self) {
        self.folder.take_if(|folder| !folder.is_absolute() || fs::create_dir_all(folder).is_err());
    }

    /// Writes down what is not there yet. Nobody waits for it before a page is opened.
    pub(super) fn lay_down_aside(&self, log: Log) {
        let pages = self.clone();
        let work = move || {
            if let Err(error) = pages.lay_down() {
                log.write(Level::Warn, || format!("the pages of rules could not be written: {error}"));
            }
        };
        let _ = thread::Builder::new().name("pages".to_owned()).spawn(work);
    }

    /// Writes down every page that is not there yet as it is now.
    pub(super) fn lay_down(&self) -> io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        for page in Catalogue::shipped().pages() {
            let (file, text) = (file(folder, page), own::markdown(page));
            if fs::read(&file).is_ok_and(|there| there == text.as_bytes()) {
                continue;
            }
            // Another server may be reading or writing it.
            let mut new = tempfile::NamedTempFile::new_in(folder)?;
            new.write_all(text.as_bytes())?;
            new.persist(file)?;
        }
        Ok(())
    }

    /// The addresses of all pages, those of a writer's own rules included.
    pub(super) fn addresses(&self, own: &[Arc<Source>]) -> Addresses {
        let shipped = Catalogue::shipped().pages().iter().filter_map(|page| Some((page.code.clone(), self.shipped(page)?)));
        let own = own.iter().filter_map(|source| {
            let page = Page::read(&source.text).ok()?;
            Some((page.code, uri::of_path(source.path.as_deref()?)?))
        });
        Addresses(shipped.chain(own).collect())
    }

    fn shipped(&self, page: &Page) -> Option<Uri> {
        match REPOSITORY.filter(|address| !address.is_empty()) {
            Some(address) => {
                let (path, _) = Catalogue::shipped_pages().find(|(path, _)| {
                    path.rsplit('/').next().is_some_and(|name| name.strip_prefix(&page.code).is_some_and(|rest| rest.starts_with('-')))
                })?;
                format!("{address}/blob/v{}/{path}", env!("CARGO_PKG_VERSION")).parse().ok()
            }
            None => uri::of_path(&file(self.folder.as_deref()?, page)),
        }
    }
}

impl Addresses {
    /// Where the page of the rule with this code can be read.
    pub(super) fn of(&self, code: &str) -> Option<&Uri> {
        self.0.get(code)
    }
}

/// The name is short: it is sent with every diagnostic.
fn file(folder: &Path, page: &Page) -> PathBuf {
    folder.join(format!("{}.md", page.code))
}
