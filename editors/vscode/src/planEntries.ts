/** Questions and actions of all plans as the Plan view lists them: one kind of entry, in groups. Knows nothing of trees. */

import * as vscode from 'vscode';
import type { Action, DocumentPlan, Question } from './protocol';

export type Grouping = 'owner' | 'date' | 'file';

/** A question or an action, and where it stands. */
export interface Entry {
  kind: 'question' | 'action';
  uri: vscode.Uri;
  range: vscode.Range;
  text: string;
  /** Answered, or done. */
  settled: boolean;
  /** Whether its box is ticked; nothing when it has none. */
  ticked?: boolean;
  owner: string;
  /** ISO date, or empty. */
  due: string;
  overdue: boolean;
}

/** A heading with what stands under it. */
export interface Group {
  label: string;
  entries: Entry[];
}

/** Open questions first, then answered ones, then actions by owner, date or file. What was dropped is not listed. */
export function groupsOf(plans: DocumentPlan[], grouping: Grouping): Group[] {
  const entries = plans.flatMap(entriesOf);
  const questions = entries.filter(({ kind }) => kind === 'question');
  const actions = entries.filter(({ kind }) => kind === 'action');
  return [
    { label: vscode.l10n.t('Open questions'), entries: questions.filter(({ settled }) => !settled) },
    { label: vscode.l10n.t('Answered questions'), entries: questions.filter(({ settled }) => settled) },
    ...grouped(actions, grouping),
  ].filter((group) => group.entries.length > 0);
}

function entriesOf(plan: DocumentPlan): Entry[] {
  const uri = vscode.Uri.parse(plan.uri);
  return [
    ...plan.questions.filter(({ answer }) => answer.state !== 'withdrawn').map((question) => ofQuestion(uri, question)),
    ...plan.actions.filter(({ state }) => state !== 'cancelled').map((action) => ofAction(uri, action)),
  ];
}

function ofQuestion(uri: vscode.Uri, question: Question): Entry {
  const settled = question.answer.state === 'answered';
  const { text, owner, due } = question;
  return { kind: 'question', uri, range: asRange(question), text, settled, owner: owner ?? '', due: due ?? '', overdue: false };
}

function ofAction(uri: vscode.Uri, action: Action): Entry {
  const { text, owners, due, overdue, state } = action;
  const settled = state === 'done';
  return { kind: 'action', uri, range: asRange(action), text, settled, ticked: action.ticked ?? undefined, owner: owners.join(', '), due: due ?? '', overdue };
}

function asRange({ range: { start, end } }: Question | Action): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function grouped(actions: Entry[], grouping: Grouping): Group[] {
  const without = { owner: vscode.l10n.t('Nobody yet'), date: vscode.l10n.t('No date yet'), file: '' }[grouping];
  const groups = new Map<string, Entry[]>();
  for (const action of actions) {
    const key = { owner: action.owner, date: action.due, file: vscode.workspace.asRelativePath(action.uri) }[grouping] || without;
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  // What nobody has taken, or has no date, is what a reader looks for: it comes first.
  return [...groups]
    .sort(([one], [other]) => Number(other === without) - Number(one === without) || one.localeCompare(other))
    .map(([label, entries]) => ({ label, entries }));
}
