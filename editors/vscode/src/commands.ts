/** The commands of the palette. */

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { newPlan } from './newPlan';
import { commandRequest } from './protocol';
import { openRulePage } from './rulePages';
import type { Session } from './session';
import type { StatusItem } from './statusItem';
import { checkWorkspace } from './tasks';

export function registerCommands(session: Session, status: StatusItem): vscode.Disposable[] {
  const commands: Record<string, (...given: never[]) => unknown> = {
    'planlint.restart': () => session.restart(),
    'planlint.showOutput': () => session.output.show(),
    'planlint.showStatus': () => status.explain(),
    'planlint.checkWorkspace': () => checkWorkspace(session),
    'planlint.fixFile': () => applyAction('source.fixAll.planlint'),
    'planlint.insertMissing': () => applyAction('refactor.rewrite.planlint'),
    'planlint.newPlan': () => newPlan(session),
    // An action of the server names a document, which is a plan for now; the palette names none.
    'planlint.treatAsPlan': (named?: unknown) => (named ? runInServer(session, 'planlint.treatAsPlan', named) : treatAsPlan()),
    'planlint.openRulePage': openRulePage,
    'planlint.showPlaces': showPlaces,
    'planlint.show': (place: unknown) => runInServer(session, 'planlint.show', place),
    'planlint.showPlan': () => vscode.commands.executeCommand('planlint.plan.focus'),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** VS Code's own way to apply the one action of a kind: one step to undo, and it says so when there is nothing to do. */
function applyAction(kind: string): Thenable<unknown> {
  return vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}

/** Runs what the server does itself for its actions. */
function runInServer(session: Session, command: string, ...given: unknown[]): Promise<unknown> {
  return session.ask(commandRequest, { command, arguments: given });
}

/** Lists places of a document, as the server's code lenses ask. */
function showPlaces(uri: string, { line, character }: Position, places: Location[]): Thenable<unknown> {
  const listed = places.map(
    ({ range: { start, end } }) => new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character)),
  );
  return vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), new vscode.Position(line, character), listed);
}

/** Writes into the front matter that this file is a plan, which every other tool of planlint then knows too. */
async function treatAsPlan(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the Markdown file that is a plan first.'));
    return;
  }
  const { document } = editor;
  const newline = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const inFront = document.lineAt(0).text.trimEnd() === '---';
  const lines = inFront ? ['planlint: on', ''] : ['---', 'planlint: on', '---', '', ''];
  await editor.edit((edit) => edit.insert(new vscode.Position(inFront ? 1 : 0, 0), lines.join(newline)));
}
