/** The Plan view: questions and actions of all plans, grouped, to go to and to tick off. */

import * as vscode from 'vscode';
import { planRequest } from './protocol';
import type { DocumentPlan, Item } from './protocol';
import type { Session } from './session';

type Grouping = 'owner' | 'date' | 'file';

/** An item with the file it stands in. */
interface Entry extends Item {
  uri: vscode.Uri;
  kind: 'question' | 'action';
}

/** A heading of the tree, or an entry under it. */
type Node = { label: string; children: Node[] } | Entry;

/** Typing stops this long, in milliseconds, before the tree is asked for again. */
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
    this.owned = [
      view,
      view.onDidChangeCheckboxState(({ items }) => void this.tick(items)),
      session.onDidChange(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'markdown' && soon()),
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidCloseTextDocument(soon),
      vscode.commands.registerCommand('planlint.plan.refresh', () => this.changed.fire()),
      ...(['owner', 'date', 'file'] as const).map((grouping) =>
        vscode.commands.registerCommand(`planlint.plan.by${grouping[0]?.toUpperCase()}${grouping.slice(1)}`, () => {
          this.grouping = grouping;
          this.changed.fire();
        }),
      ),
    ];
  }

  private refreshSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.changed.fire(), REST);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) {
      return 'children' in node ? node.children : [];
    }
    const answer = await this.session.ask(planRequest, {});
    const entries = (answer?.documents ?? []).flatMap(entriesOf);
    const questions = entries.filter(({ kind }) => kind === 'question');
    const actions = entries.filter(({ kind }) => kind === 'action');
    const open = questions.filter((question) => question.status !== 'answered');
    const answered = questions.filter((question) => question.status === 'answered');
    return [
      counted(vscode.l10n.t('Open questions'), open),
      counted(vscode.l10n.t('Answered questions'), answered),
      ...grouped(actions, this.grouping),
    ].filter((group) => group.children.length > 0);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('children' in node) {
      return new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
    }
    const item = new vscode.TreeItem(node.text);
    // The same item before and after a refresh, so that a click in between is not lost.
    item.id = `${node.kind} ${node.uri.toString()}#${node.range.start.line}:${node.range.start.character} ${node.text}`;
    const range = asRange(node);
    item.description = [this.grouping === 'owner' ? undefined : node.owner, node.due].filter(Boolean).join(' · ');
    item.tooltip = [node.text, node.owner, node.due, node.status, vscode.workspace.asRelativePath(node.uri)].filter(Boolean).join('\n');
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Go There'), arguments: [node.uri, { selection: range }] };
    if (node.kind === 'action') {
      item.checkboxState = node.status === 'done' ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
    } else {
      item.iconPath = new vscode.ThemeIcon(node.status === 'answered' ? 'pass' : 'question');
    }
    return item;
  }

  private async tick(items: readonly [Node, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [node, state] of items) {
      if (!('children' in node) && !(await setTick(node, state === vscode.TreeItemCheckboxState.Checked))) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('"{0}" has no box to tick. Write its status where it stands, or make it a task: - [ ] …', node.text),
        );
        await vscode.window.showTextDocument(node.uri, { selection: asRange(node) });
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

/** Ticks the box of a task, or takes the tick away. False when the action has none. A file that had nothing unsaved is saved again. */
async function setTick(entry: Entry, done: boolean): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(entry.uri);
  const line = document.lineAt(entry.range.start.line);
  const box = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)[ xX]\]/.exec(line.text);
  if (!box?.[1]) {
    return false;
  }
  const clean = !document.isDirty;
  const at = new vscode.Position(line.lineNumber, box[1].length);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(entry.uri, new vscode.Range(at, at.translate(0, 1)), done ? 'x' : ' ');
  await vscode.workspace.applyEdit(edit);
  if (clean) {
    await document.save();
  }
  return true;
}

function entriesOf(plan: DocumentPlan): Entry[] {
  const uri = vscode.Uri.parse(plan.uri);
  return [
    ...plan.questions.map((item): Entry => ({ ...item, uri, kind: 'question' })),
    ...plan.actions.map((item): Entry => ({ ...item, uri, kind: 'action' })),
  ];
}

function grouped(actions: Entry[], grouping: Grouping): { label: string; children: Node[] }[] {
  const without = { owner: vscode.l10n.t('Nobody yet'), date: vscode.l10n.t('No date yet'), file: '' }[grouping];
  const key = (entry: Entry) =>
    ({ owner: entry.owner, date: entry.due, file: vscode.workspace.asRelativePath(entry.uri) })[grouping] || without;
  const groups = new Map<string, Entry[]>();
  for (const action of actions) {
    groups.set(key(action), [...(groups.get(key(action)) ?? []), action]);
  }
  // What nobody has taken, or has no date, is what a reader looks for: it comes first.
  return [...groups]
    .sort(([one], [other]) => Number(other === without) - Number(one === without) || one.localeCompare(other))
    .map(([label, children]) => counted(label, children));
}

function counted(label: string, children: Entry[]): { label: string; children: Node[] } {
  return { label: `${label} (${children.length})`, children };
}

function asRange({ range: { start, end } }: Entry): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
