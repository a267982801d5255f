/** The Plan view: questions and actions of all plans of the workspace, to go to and to tick off. */

import * as vscode from 'vscode';
import { groupsOf } from './planEntries';
import type { Entry, Group, Grouping } from './planEntries';
import { planRequest } from './protocol';
import type { Session } from './session';

type Node = Group | Entry;

/** Things rest this long, in milliseconds, before the tree is asked for again. */
const REST = 400;

export class PlanView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly owned: vscode.Disposable[];
  private grouping: Grouping = 'owner';
  private rest?: NodeJS.Timeout;

  constructor(private readonly session: Session) {
    const view = vscode.window.createTreeView('planlint.plan', { treeDataProvider: this, manageCheckboxStateManually: true });
    const soon = () => this.refreshSoon();
    const by = (grouping: Grouping) => () => {
      this.grouping = grouping;
      this.changed.fire();
    };
    this.owned = [
      view,
      view.onDidChangeCheckboxState(({ items }) => void this.tick(items)),
      session.onDidChange(soon),
      // Also how plans that are not open make themselves heard.
      vscode.languages.onDidChangeDiagnostics(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'markdown' && soon()),
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidCloseTextDocument(soon),
      vscode.commands.registerCommand('planlint.plan.refresh', () => this.changed.fire()),
      vscode.commands.registerCommand('planlint.plan.byOwner', by('owner')),
      vscode.commands.registerCommand('planlint.plan.byDate', by('date')),
      vscode.commands.registerCommand('planlint.plan.byFile', by('file')),
    ];
  }

  private refreshSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.changed.fire(), REST);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) {
      return 'entries' in node ? node.entries : [];
    }
    const answer = await this.session.ask(planRequest, {});
    return groupsOf(answer?.documents ?? [], this.grouping);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'entries' in node ? groupItem(node) : entryItem(node, this.grouping);
  }

  private async tick(items: readonly [Node, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [node, state] of items) {
      if (!('entries' in node)) {
        await setTick(node, state === vscode.TreeItemCheckboxState.Checked);
      }
    }
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.rest);
    this.changed.dispose();
    this.owned.forEach((owned) => owned.dispose());
  }
}

function groupItem({ label, entries }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = label;
  item.description = String(entries.length);
  return item;
}

function entryItem(entry: Entry, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.text);
  // The same item before and after a refresh, so that a click in between is not lost.
  item.id = `${entry.kind} ${entry.uri.toString()}#${entry.range.start.line}:${entry.range.start.character} ${entry.text}`;
  const due = entry.overdue ? vscode.l10n.t('overdue since {0}', entry.due) : entry.due;
  const shown = grouping === 'owner' ? [due] : grouping === 'date' ? [entry.owner] : [entry.owner, due];
  item.description = shown.filter(Boolean).join(' · ');
  item.tooltip = [entry.text, entry.owner, due, vscode.workspace.asRelativePath(entry.uri)].filter(Boolean).join('\n');
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Go There'), arguments: [entry.uri, { selection: entry.range }] };
  if (entry.ticked === undefined) {
    item.iconPath = new vscode.ThemeIcon(entry.settled ? 'pass' : entry.kind === 'question' ? 'question' : 'circle-large-outline');
  } else {
    item.checkboxState = entry.ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  }
  return item;
}

/** Ticks the box of a task, or takes the tick away. A file that had nothing unsaved is saved again. */
async function setTick(entry: Entry, done: boolean): Promise<void> {
  const document = await vscode.workspace.openTextDocument(entry.uri);
  const line = document.lineAt(entry.range.start.line);
  const before = /^.*?\[(?=[ xX]\])/.exec(line.text)?.[0];
  // Since the view was drawn the line may have become another.
  if (before === undefined) {
    return;
  }
  const clean = !document.isDirty;
  const box = new vscode.Range(line.lineNumber, before.length, line.lineNumber, before.length + 1);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(entry.uri, box, done ? 'x' : ' ');
  await vscode.workspace.applyEdit(edit);
  if (clean) {
    await document.save();
  }
}
