/** The status item of a Markdown editor: how much was found, which rule set, and why this file is judged or not. */

import * as vscode from 'vscode';
import { statusRequest } from './protocol';
import type { Status } from './protocol';
import type { Session } from './session';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('planlint.status', vscode.StatusBarAlignment.Right, 100);
  private readonly listeners: vscode.Disposable[];
  private shown = 0;

  constructor(private readonly session: Session) {
    this.item.name = 'planlint';
    this.item.command = 'planlint.showStatus';
    const show = () => void this.show();
    this.listeners = [vscode.window.onDidChangeActiveTextEditor(show), vscode.languages.onDidChangeDiagnostics(show), session.onDidChange(show)];
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') {
      this.item.hide();
      return;
    }
    const turn = ++this.shown;
    const status = await this.session.ask(statusRequest, { uri: document.uri.toString() });
    // Another editor may have come to the front meanwhile.
    if (turn === this.shown) {
      this.item.text = this.label(document, status);
      this.item.tooltip = this.sentences(status).join('\n\n');
      this.item.show();
    }
  }

  private label(document: vscode.TextDocument, status: Status | null | undefined): string {
    if (!this.session.running) {
      return '$(circle-slash) planlint';
    }
    if (status && !status.judged) {
      return '$(dash) planlint';
    }
    const count = findings(document.uri).length;
    return count === 0 ? '$(check) planlint' : `$(checklist) planlint: ${count}`;
  }

  private sentences(status: Status | null | undefined): string[] {
    if (!this.session.running) {
      return [vscode.l10n.t('The planlint server does not run.')];
    }
    const judged = status?.judged ? vscode.l10n.t('This file is judged as a plan.') : vscode.l10n.t('This file is not judged as a plan.');
    const rules = vscode.l10n.t('Rule set: {0}', status?.profiles.join(', ') ?? '');
    const config = vscode.l10n.t('Configuration: {0}', status?.configuration ?? vscode.l10n.t('none here, your settings are in force'));
    return status ? [`${judged} (${status.because})`, rules, config, ...status.errors] : [];
  }

  /** Says it all in a message, with what can be done about it. */
  async explain(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && (await this.session.ask(statusRequest, { uri: document.uri.toString() }));
    const count = document ? findings(document.uri).length : 0;
    const found = vscode.l10n.t('Findings in this file: {0}', count);
    const treat = vscode.l10n.t('Treat This File as a Plan');
    const restart = vscode.l10n.t('Restart Server');
    const output = vscode.l10n.t('Show Output');
    // A message with a button is shown whole, one without is cut off.
    const offered = this.session.running ? (status && !status.judged ? [treat, output] : [output]) : [restart, output];
    const chosen = await vscode.window.showInformationMessage([...this.sentences(status), ...(document ? [found] : [])].join(' · '), ...offered);
    if (chosen === treat) {
      await vscode.commands.executeCommand('planlint.treatAsPlan');
    } else if (chosen === restart) {
      await vscode.commands.executeCommand('planlint.restart');
    } else if (chosen === output) {
      this.session.output.show();
    }
  }

  dispose(): void {
    this.item.dispose();
    this.listeners.forEach((listener) => listener.dispose());
  }
}

function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'planlint');
}
