/** What planlint's language server answers to its own requests, as far as this extension reads it. */

import { RequestType } from 'vscode-languageclient/node';
import type { Range } from 'vscode-languageclient/node';

/** A question of a plan. */
export interface Question {
  text: string;
  range: Range;
  answer: { state: 'open' | 'answered' | 'withdrawn' };
  owner: string | null;
  /** ISO date. */
  due: string | null;
}

/** An action of a plan. */
export interface Action {
  text: string;
  range: Range;
  state: 'open' | 'done' | 'cancelled';
  /** Whether its box is ticked; `null` when it has none. */
  ticked: boolean | null;
  owners: string[];
  /** ISO date. */
  due: string | null;
  overdue: boolean;
}

/** One document's questions and actions, in the order they stand. */
export interface DocumentPlan {
  uri: string;
  questions: Question[];
  actions: Action[];
}

/** Which configuration is in force for a document, and whether it is judged. */
export interface Status {
  judged: boolean;
  because: string;
  /** The file, when there is one. */
  configuration: string | null;
  /** What is wrong with it. */
  errors: string[];
  /** The sets of rules, by name. */
  profiles: string[];
}

/** Questions and actions of one document, or of every plan in the workspace. */
export const planRequest = new RequestType<{ uri?: string }, { documents: DocumentPlan[] }, void>('planlint/plan');

/** Of an open document; `null` for another. */
export const statusRequest = new RequestType<{ uri: string }, Status | null, void>('planlint/status');

/** A rule's page in Markdown. */
export const rulePageRequest = new RequestType<{ code: string }, { markdown: string }, void>('planlint/rulePage');

/** Has the server run one of its commands. */
export const commandRequest = new RequestType<{ command: string; arguments: unknown[] }, unknown, void>('workspace/executeCommand');
