/** The language client as planlint needs it: the extension's own commands come first, and the code of a finding opens the rule's page. */

import type * as vscode from 'vscode';
import { ExecuteCommandRequest, LanguageClient } from 'vscode-languageclient/node';
import type { DynamicFeature, LanguageClientOptions, StaticFeature } from 'vscode-languageclient/node';
import { rulePageLink } from './rulePages';

/** What the session wants to hear of. */
export interface Listener {
  /** The server has read the plans of the workspace. */
  plansRead(): void;
}

export class Client extends LanguageClient {
  constructor(program: string, output: vscode.LogOutputChannel, onType: boolean, listener: Listener) {
    super('planlint', 'planlint', { command: program, args: ['server'] }, options(output, onType, listener));
  }

  /** The commands that the server's actions and lenses name are those of commands.ts; registered twice they would end the start. */
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    if (!('registrationType' in feature && feature.registrationType.method === ExecuteCommandRequest.method)) {
      super.registerFeature(feature);
    }
  }
}

function options(output: vscode.LogOutputChannel, onType: boolean, listener: Listener): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
    ],
    outputChannel: output,
    diagnosticPullOptions: { onChange: onType, onSave: !onType },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, linked(diagnostics)),
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        return report && 'items' in report ? { ...report, items: linked(report.items) } : report;
      },
      provideWorkspaceDiagnostics: (known, token, report, next) =>
        next(known, token, (chunk) => {
          const items = chunk?.items.map((item) => ('items' in item ? { ...item, items: linked(item.items) } : item));
          report(items ? { items } : chunk);
        }),
      handleWorkDoneProgress: (token, progress, next) => {
        next(token, progress);
        if (progress.kind === 'end') {
          listener.plansRead();
        }
      },
    },
  };
}

/** Findings whose codes lead to the pages of their rules as we show them. A link to a published page stays. */
function linked(diagnostics: vscode.Diagnostic[]): vscode.Diagnostic[] {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    const value = typeof code === 'object' ? code.value : code;
    const isPublished = typeof code === 'object' && code.target.scheme !== 'file';
    if (typeof value === 'string' && !isPublished) {
      diagnostic.code = { value, target: rulePageLink(value) };
    }
  }
  return diagnostics;
}
