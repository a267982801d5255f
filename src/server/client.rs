//! What the client at the other end can do, as it said in `initialize`. Whatever it does not say, it cannot.

use crate::text::Encoding;
use serde_json::Value;
use tower_lsp::ls_types::{InitializeParams, PositionEncodingKind};

/// A client's abilities, as far as an answer depends on them.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an ability of its own")]
pub(super) struct Client {
    /// How positions are counted.
    pub(super) encoding: Encoding,
    /// It asks for diagnostics, so none are pushed.
    pub(super) pulls: bool,
    /// It can be told to ask for diagnostics again.
    pub(super) refreshes_diagnostics: bool,
    /// It can be told to ask for code lenses again.
    pub(super) refreshes_lenses: bool,
    /// It can be told to ask for inlay hints again.
    pub(super) refreshes_hints: bool,
    /// Diagnostics may point at other places.
    pub(super) related: bool,
    /// Diagnostics may link to a page.
    pub(super) links: bool,
    /// Diagnostics may carry data.
    pub(super) data: bool,
    /// Diagnostics may be marked as idle.
    pub(super) tags: bool,
    /// Edits may name the version they are for.
    pub(super) versioned_edits: bool,
    /// Edits may create files.
    pub(super) creates_files: bool,
    /// Code actions may be more than commands.
    pub(super) action_literals: bool,
    /// One action of many may be marked as the usual choice.
    pub(super) prefers: bool,
    /// It asks for the edit of an action when that is chosen.
    pub(super) resolves_edits: bool,
    /// Symbols may be nested.
    pub(super) nested_symbols: bool,
    /// Completions may be snippets.
    pub(super) snippets: bool,
    /// Edits may be snippets. See [`takes_snippets`].
    pub(super) snippet_edits: bool,
    /// It answers questions about its configuration.
    pub(super) configuration: bool,
    /// It can be asked to tell when its settings change.
    pub(super) registers_settings: bool,
    /// Files can be watched for us.
    pub(super) watches: bool,
    /// It shows progress.
    pub(super) progress: bool,
    /// It opens documents for us.
    pub(super) shows_documents: bool,
}

impl Client {
    /// As it introduces itself.
    pub(super) fn of(params: &InitializeParams) -> Self {
        let encodings = params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_deref());
        // Asked for by the protocol's own names: the types are many and deep, and each of them may be missing.
        let said = serde_json::to_value(&params.capabilities).unwrap_or_default();
        let at = |path: &str| said.pointer(path).filter(|value| !value.is_null());
        let has = |path: &str| at(path).is_some_and(|value| *value != Value::Bool(false));
        let lists = |path: &str, word: &str| at(path).and_then(Value::as_array).is_some_and(|all| all.iter().any(|it| it == word));
        Self {
            encoding: encoding(encodings.unwrap_or_default()),
            pulls: has("/textDocument/diagnostic"),
            refreshes_diagnostics: has("/workspace/diagnostics/refreshSupport") || has("/workspace/diagnostic/refreshSupport"),
            refreshes_lenses: has("/workspace/codeLens/refreshSupport"),
            refreshes_hints: has("/workspace/inlayHint/refreshSupport"),
            related: has("/textDocument/publishDiagnostics/relatedInformation") || has("/textDocument/diagnostic/relatedInformation"),
            links: has("/textDocument/publishDiagnostics/codeDescriptionSupport") || has("/textDocument/diagnostic/codeDescriptionSupport"),
            data: has("/textDocument/publishDiagnostics/dataSupport") || has("/textDocument/diagnostic/dataSupport"),
            tags: has("/textDocument/publishDiagnostics/tagSupport") || has("/textDocument/diagnostic/tagSupport"),
            versioned_edits: has("/workspace/workspaceEdit/documentChanges"),
            creates_files: lists("/workspace/workspaceEdit/resourceOperations", "create"),
            action_literals: has("/textDocument/codeAction/codeActionLiteralSupport"),
            prefers: has("/textDocument/codeAction/isPreferredSupport"),
            resolves_edits: lists("/textDocument/codeAction/resolveSupport/properties", "edit")
                && has("/textDocument/codeAction/dataSupport"),
            nested_symbols: has("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            snippets: has("/textDocument/completion/completionItem/snippetSupport"),
            snippet_edits: false,
            configuration: has("/workspace/configuration"),
            registers_settings: has("/workspace/didChangeConfiguration/dynamicRegistration"),
            watches: has("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            progress: has("/window/workDoneProgress"),
            shows_documents: has("/window/showDocument/support"),
        }
    }
}

/// Whether a client that introduces itself with these parameters takes snippets as edits. The types of our protocol library know no such
/// ability, so it is asked for before they are made.
pub(super) fn takes_snippets(introduction: &Value) -> bool {
    let has = |ability: &str| introduction["capabilities"]["workspace"]["workspaceEdit"][ability] == true;
    has("snippetEditSupport") && has("documentChanges")
}

/// The first encoding of the client's list that we have.
fn encoding(wanted: &[PositionEncodingKind]) -> Encoding {
    let known = |kind: &PositionEncodingKind| match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    };
    wanted.iter().find_map(known).unwrap_or_default()
}
