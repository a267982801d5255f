//! Paths in a document: where they lead, and how they follow when files are renamed.

use super::change::Changes;
use super::desk::Desk;
use super::uri;
use super::view::View;
use crate::config::{absolute, slashed};
use crate::text::Span;
use std::path::{Component, Path, PathBuf};
use tower_lsp::ls_types::*;

/// `textDocument/documentLink`: the paths of the front matter and of head fields. Markdown's own links are the editor's.
pub(super) fn links(desk: &Desk, uri: &Uri) -> Option<Vec<DocumentLink>> {
    let view = desk.view(uri)?;
    let folder = view.open.path.as_deref()?.parent()?;
    let links = view.plan().document_links(view.source()).into_iter().filter_map(|link| {
        let path = link.path.as_deref()?.split('#').next()?.to_owned();
        let target = uri::of_path(&absolute(Path::new(&path), folder));
        Some(DocumentLink { range: view.range(link.value), target, tooltip: None, data: None })
    });
    Some(links.collect())
}

/// `workspace/willRenameFiles`: links to what is renamed, and the links of what is renamed, follow.
pub(super) fn rename(desk: &Desk, params: &RenameFilesParams) -> Option<WorkspaceEdit> {
    let renames: Vec<(PathBuf, PathBuf)> = params
        .files
        .iter()
        .filter_map(|file| Some((uri::to_path(&file.old_uri.parse().ok()?)?, uri::to_path(&file.new_uri.parse().ok()?)?)))
        .collect();
    let mut changes = Changes::default();
    let names: Vec<String> = renames.iter().filter_map(|(old, _)| Some(old.file_name()?.to_string_lossy().into_owned())).collect();
    let closed: Vec<_> = names.iter().flat_map(|name| desk.on_disk_with(name)).collect();
    let closed = closed.iter().map(|open| View { open, encoding: desk.client.encoding });
    let mut seen: Vec<String> = Vec::new();
    for view in desk.views().chain(closed) {
        if seen.iter().any(|known| known == view.uri().as_str()) {
            continue;
        }
        seen.push(view.uri().as_str().to_owned());
        let edits = edits(&view, &renames);
        let is_open = desk.documents.contains_key(view.uri().as_str());
        changes.add(view.uri().clone(), is_open.then_some(view.open.version), edits);
    }
    changes.drop_idle();
    if changes.is_empty() { None } else { changes.into_edit(&desk.client) }
}

fn edits(view: &View<'_>, renames: &[(PathBuf, PathBuf)]) -> Vec<TextEdit> {
    let Some(file) = view.open.path.as_deref() else { return Vec::new() };
    let folder = file.parent().unwrap_or(file);
    let home = moved(file, renames);
    let new_folder = home.parent().unwrap_or(&home);
    let follow = |(span, written): (Span, String)| {
        let (path, anchor) = written.split_at(written.find('#').unwrap_or(written.len()));
        if path.is_empty() || path.contains("://") || path.starts_with(['/', '<']) {
            return None;
        }
        let decoded = path.replace("%20", " ");
        let target = absolute(Path::new(&decoded), folder);
        let now = moved(&target, renames);
        if now == target && home == file {
            return None;
        }
        let new = relative(&now, new_folder).replace(' ', "%20");
        (new != path).then(|| view.edit(span, format!("{new}{anchor}")))
    };
    destinations(view).into_iter().filter_map(follow).collect()
}

/// Where `path` lies after the renames, of which one may be of a folder above it.
fn moved(path: &Path, renames: &[(PathBuf, PathBuf)]) -> PathBuf {
    let hit = renames.iter().find_map(|(old, new)| Some((path.strip_prefix(old).ok()?, new)));
    hit.map_or_else(|| path.to_owned(), |(rest, new)| if rest.as_os_str().is_empty() { new.clone() } else { new.join(rest) })
}

/// Every path that is written in a document, with its place.
fn destinations(view: &View<'_>) -> Vec<(Span, String)> {
    let text = view.text().to_string();
    let mut found: Vec<(Span, String)> = Vec::new();
    for (at, _) in text.match_indices("](") {
        let start = at + 2;
        let end = text[start..].find([')', ' ', '\n', '\r']).map_or(text.len(), |end| start + end);
        found.push((Span::new(start, end), text[start..end].to_owned()));
    }
    for link in view.plan().document_links(view.source()) {
        let Some(path) = link.path else { continue };
        let words = view.words(link.value);
        let Some(at) = words.find(&*path) else { continue };
        let span = Span::new(at, at + path.len()).shifted(link.value.start as usize);
        if found.iter().all(|(known, _)| !known.overlaps(span)) {
            found.push((span, path));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// `path` as it is written in a document of `folder`; both absolute.
fn relative(path: &Path, folder: &Path) -> String {
    let (to, from): (Vec<Component<'_>>, Vec<Component<'_>>) = (path.components().collect(), folder.components().collect());
    let common = to.iter().zip(&from).take_while(|(one, other)| one == other).count();
    let up = from[common..].iter().map(|_| Component::ParentDir);
    slashed(&up.chain(to[common..].iter().copied()).collect::<PathBuf>())
}
