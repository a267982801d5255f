// What a server says, by method: under the name of a request its result, under "> " and a name the params of what the server sends of itself.
import * as p from 'vscode-languageserver-protocol';
export interface Messages {
  'initialize': p.InitializeResult;
  'shutdown': null;
  'textDocument/diagnostic': p.DocumentDiagnosticReport;
  'workspace/diagnostic': p.WorkspaceDiagnosticReport;
  'textDocument/codeAction': (p.Command | p.CodeAction)[] | null;
  'codeAction/resolve': p.CodeAction;
  'workspace/executeCommand': p.LSPAny;
  'textDocument/hover': p.Hover | null;
  'textDocument/completion': p.CompletionItem[] | p.CompletionList | null;
  'completionItem/resolve': p.CompletionItem;
  'textDocument/documentSymbol': p.DocumentSymbol[] | p.SymbolInformation[] | null;
  'workspace/symbol': p.SymbolInformation[] | p.WorkspaceSymbol[] | null;
  'textDocument/definition': p.Definition | p.LocationLink[] | null;
  'textDocument/references': p.Location[] | null;
  'textDocument/documentHighlight': p.DocumentHighlight[] | null;
  'textDocument/prepareRename': p.PrepareRenameResult | null;
  'textDocument/rename': p.WorkspaceEdit | null;
  'workspace/willRenameFiles': p.WorkspaceEdit | null;
  'textDocument/documentLink': p.DocumentLink[] | null;
  'textDocument/codeLens': p.CodeLens[] | null;
  'textDocument/inlayHint': p.InlayHint[] | null;
  'textDocument/foldingRange': p.FoldingRange[] | null;
  'textDocument/selectionRange': p.SelectionRange[] | null;
  'textDocument/semanticTokens/full': p.SemanticTokens | null;
  'textDocument/semanticTokens/range': p.SemanticTokens | null;
  'textDocument/formatting': p.TextEdit[] | null;
  'textDocument/rangeFormatting': p.TextEdit[] | null;
  '> textDocument/publishDiagnostics': p.PublishDiagnosticsParams;
  '> window/showMessage': p.ShowMessageParams;
  '> window/logMessage': p.LogMessageParams;
  '> $/logTrace': p.LogTraceParams;
  '> $/progress': { token: p.ProgressToken; value: p.WorkDoneProgressBegin | p.WorkDoneProgressReport | p.WorkDoneProgressEnd };
  '> window/workDoneProgress/create': p.WorkDoneProgressCreateParams;
  '> window/showDocument': p.ShowDocumentParams;
  '> window/showMessageRequest': p.ShowMessageRequestParams;
  '> client/registerCapability': { registrations: Registration[] };
  '> client/unregisterCapability': p.UnregistrationParams;
  '> workspace/configuration': p.ConfigurationParams;
  '> workspace/applyEdit': p.ApplyWorkspaceEditParams;
  '> workspace/diagnostic/refresh': null;
  '> workspace/codeLens/refresh': null;
  '> workspace/inlayHint/refresh': null;
  '> workspace/semanticTokens/refresh': null;
}
type Registration =
  | { id: string; method: 'workspace/didChangeWatchedFiles'; registerOptions: p.DidChangeWatchedFilesRegistrationOptions }
  | { id: string; method: 'workspace/didChangeConfiguration'; registerOptions: p.DidChangeConfigurationRegistrationOptions };
