/** What planlint's language server answers to its own requests, as far as this extension reads it. */

import { RequestType } from 'vscode-languageclient/node';
import type { Range } from 'vscode-languageclient/node';

/** A question or an action of a plan. */
export interface Item {
  text: string;
  range: Range;
  /** `open`, `done`, `answered`, `overdue` …; a word of the server's. */
  status?: string | null;
  owner?: string | null;
  /** ISO date, or the words that stand there. */
  due?: string | null;
}

/** One document's questions and actions. */
export interface DocumentPlan {
  uri: string;
  questions: Item[];
  actions: Item[];
}

/** Which configuration is in force for a document, and whether it is judged. */
export interface Status {
  judged: boolean;
  reason?: string | null;
  config?: string | null;
  profile?: string | null;
}

/** Questions and actions of one document, or of all documents the server knows. */
export const planRequest = new RequestType<{ uri?: string }, { documents: DocumentPlan[] } | null, void>('planlint/plan');

export const statusRequest = new RequestType<{ uri: string }, Status | null, void>('planlint/status');

/** A rule's page in Markdown. */
export const rulePageRequest = new RequestType<{ code: string }, string | null, void>('planlint/rulePage');

