/** Rule pages as read-only documents, which VS Code's Markdown preview shows. The server has them; no network is asked. */

import * as vscode from 'vscode';
import { rulePageRequest } from './protocol';
import type { Session } from './session';

const SCHEME = 'planlint-rule';

export function registerRulePages(session: Session): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const code = uri.path.replace(/^\/|\.md$/g, '');
      return (await session.ask(rulePageRequest, { code }))?.markdown ?? vscode.l10n.t('There is no page for "{0}".', code);
    },
  });
}

/** What a click on the code of a finding does. */
export function rulePageLink(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:planlint.openRulePage?${encodeURIComponent(JSON.stringify([{ code }]))}`);
}

/** Opens the page of a rule: the one named, else that of the finding at the cursor, else one the reader names. */
export async function openRulePage(named?: { code: string }): Promise<void> {
  const code = named?.code ?? codeAtCursor() ?? (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Code of the rule, for example A101') }));
  if (code) {
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${code.trim()}.md` });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  }
}

function codeAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return undefined;
  }
  const finding = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'planlint' && range.start.line <= editor.selection.active.line && editor.selection.active.line <= range.end.line);
  const code = finding?.code;
  return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}
