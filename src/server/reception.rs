//! The methods of the protocol. Each hands its work to the desk before its first await and then waits for the desk alone, never for the client.

use super::capabilities;
use super::client::Client;
use super::desk::{Desk, Orders};
use super::diagnostics;
use super::ending::Ends;
use super::parent;
use serde_json::Value;
use std::future::Future;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{InitializeParams, InitializeResult, InitializedParams, DidOpenTextDocumentParams, DidChangeTextDocumentParams, DidSaveTextDocumentParams, DidCloseTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult};

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
        self.ask("planlint/text", move |desk| super::own::text(desk, &params)).await?
    }
}

impl LanguageServer for Reception {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        if let Some(id) = params.process_id {
            parent::watch(id, self.ends.clone());
        }
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
        self.tell("didChange", move |desk| desk.change(&params));
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.tell("didSave", move |desk| desk.save(&params.text_document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tell("didClose", move |desk| desk.close(&params.text_document.uri));
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        self.ask("diagnostic", move |desk| diagnostics::pull(desk, &params)).await
    }
}
