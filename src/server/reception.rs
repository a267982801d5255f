//! The methods of the protocol. Each hands its work to the desk before its first await and then waits for the desk alone, never for the client.

use super::client::Client;
use super::desk::Desk;
use super::ending::Ends;
use super::orders::Orders;
use super::{
    actions, capabilities, commands, completion, folding, hover, links, margin, navigation, own, parent, symbols, tables, tokens, watch,
};
use serde_json::Value;
use std::future::Future;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

/// Takes messages and writes orders.
pub(super) struct Reception {
    orders: Orders,
    ends: Ends,
}

impl Reception {
    pub(super) fn new(orders: Orders, ends: Ends) -> Self {
        Self { orders, ends }
    }

    /// Has the desk work something out. The order is given when this is called, not when it is awaited.
    fn ask<T, W>(&self, name: &'static str, work: W) -> impl Future<Output = Result<T>> + use<T, W>
    where
        T: Send + 'static,
        W: FnOnce(&mut Desk) -> T + Send + 'static,
    {
        let answer = self.orders.ask(name, work);
        // The work panicked, or the server is ending: either way there is no answer.
        async move { answer.await.map_err(|_| Error::internal_error()) }
    }

    fn tell(&self, name: &'static str, work: impl FnOnce(&mut Desk) + Send + 'static) {
        self.orders.give(name, work);
    }

    pub(super) async fn text(&self, params: Value) -> Result<Value> {
        self.ask("planlint/text", move |desk| own::text(desk, &params)).await
    }

    pub(super) async fn status(&self, params: Value) -> Result<Value> {
        self.ask("planlint/status", move |desk| own::status(desk, &params)).await
    }

    pub(super) async fn plan(&self, params: Value) -> Result<Value> {
        self.ask("planlint/plan", move |desk| own::plan(desk, &params)).await
    }

    pub(super) async fn rule_page(&self, params: Value) -> Result<Value> {
        self.ask("planlint/rulePage", move |desk| own::rule_page(desk, &params)).await?
    }
}

impl LanguageServer for Reception {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        if let Some(id) = params.process_id {
            parent::watch(id, self.ends.clone());
        }
        self.ends.begin();
        let client = Client::of(&params);
        let offered = capabilities::offered(&client);
        self.tell("initialize", move |desk| desk.initialize(client, &params));
        Ok(offered)
    }

    async fn initialized(&self, _: InitializedParams) {
        self.tell("initialized", Desk::initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        self.ends.shut_down();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.tell("didOpen", move |desk| desk.open(params.text_document));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.orders.bring("didChange", move |desk| desk.change(&params));
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.tell("didSave", move |desk| desk.save(&params.text_document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tell("didClose", move |desk| desk.close(&params.text_document.uri));
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.ask("codeAction", move |desk| actions::actions(desk, &params)).await
    }

    async fn code_action_resolve(&self, params: CodeAction) -> Result<CodeAction> {
        self.ask("codeAction/resolve", move |desk| actions::resolve(desk, params)).await?
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        self.ask("executeCommand", move |desk| commands::run(desk, &params)).await?
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.ask("hover", move |desk| hover::hover(desk, &params.text_document_position_params)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.ask("completion", move |desk| completion::complete(desk, &params)).await
    }

    async fn completion_resolve(&self, params: CompletionItem) -> Result<CompletionItem> {
        self.ask("completion/resolve", move |desk| completion::resolve(desk, params)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.ask("documentSymbol", move |desk| symbols::document(desk, &params.text_document.uri)).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let found = self.ask("symbol", move |desk| symbols::workspace(desk, &params.query));
        found.await.map(|symbols| Some(WorkspaceSymbolResponse::Flat(symbols)))
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.ask("definition", move |desk| navigation::definition(desk, &params.text_document_position_params)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.ask("references", move |desk| navigation::references(desk, &params)).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        self.ask("documentHighlight", move |desk| navigation::highlight(desk, &params.text_document_position_params)).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.ask("prepareRename", move |desk| navigation::prepare(desk, &params)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.ask("rename", move |desk| navigation::rename(desk, &params)).await?
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        self.ask("willRenameFiles", move |desk| links::rename(desk, &params)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask("documentLink", move |desk| links::links(desk, &params.text_document.uri)).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask("codeLens", move |desk| margin::lenses(desk, &params.text_document.uri)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.ask("inlayHint", move |desk| margin::hints(desk, &params)).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask("foldingRange", move |desk| folding::ranges(desk, &params.text_document.uri)).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.ask("selectionRange", move |desk| folding::selections(desk, &params)).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let tokens = self.ask("semanticTokens", move |desk| tokens::tokens(desk, &params.text_document.uri, None));
        tokens.await.map(|tokens| tokens.map(SemanticTokensResult::Tokens))
    }

    async fn semantic_tokens_range(&self, params: SemanticTokensRangeParams) -> Result<Option<SemanticTokensRangeResult>> {
        let tokens = self.ask("semanticTokens", move |desk| tokens::tokens(desk, &params.text_document.uri, Some(params.range)));
        tokens.await.map(|tokens| tokens.map(SemanticTokensRangeResult::Tokens))
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask("formatting", move |desk| tables::format(desk, &params.text_document.uri, None)).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask("formatting", move |desk| tables::format(desk, &params.text_document.uri, Some(params.range))).await
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.tell("didChangeConfiguration", move |desk| watch::settings_changed(desk, &params.settings));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.tell("didChangeWatchedFiles", move |desk| watch::files_changed(desk, &params));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.tell("didChangeWorkspaceFolders", move |desk| watch::folders_changed(desk, &params));
    }
}
