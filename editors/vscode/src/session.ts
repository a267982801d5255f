/** The running language server: started, stopped and asked. At most one runs; what it needs to know of settings is here and nowhere else. */

import * as vscode from 'vscode';
import { LanguageClient, RequestType, State } from 'vscode-languageclient/node';
import type { LanguageClientOptions } from 'vscode-languageclient/node';
import { explainMissing, findProgram } from './program';

const SEVERITIES = ['error', 'warning', 'info', 'hint'];

export class Session implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('planlint', { log: true });
  /** The program that runs, or would. */
  program?: string;
  private client?: LanguageClient;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The server began or ended. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  async start(): Promise<void> {
    const search = await findProgram(this.context);
    this.program = search.found;
    if (!vscode.workspace.getConfiguration('planlint').get<boolean>('enable')) {
      this.changed.fire();
      return;
    }
    if (!search.found) {
      this.output.error(search.badSetting ? `cannot run ${search.badSetting}` : 'no planlint program was found');
      this.changed.fire();
      // Not awaited: it waits for a person.
      void explainMissing(search);
      return;
    }
    this.output.info(`starts ${search.found}`);
    this.client = new LanguageClient('planlint', 'planlint', { command: search.found, args: ['server'] }, this.options());
    this.client.onDidChangeState(() => this.changed.fire());
    try {
      await this.client.start();
    } catch (error) {
      this.output.error(String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('planlint did not start: {0} does not answer. The output channel planlint says more.', search.found),
      );
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A server that never started cannot be asked to end.
    await client?.stop().catch((error: unknown) => this.output.warn(String(error)));
    client?.dispose().catch(() => undefined);
    this.changed.fire();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks the server; without one, and when it cannot answer, there is no answer. */
  async ask<Asked, Answer>(request: RequestType<Asked, Answer, void>, params: Asked): Promise<Answer | undefined> {
    if (!this.running) {
      return undefined;
    }
    try {
      return await this.client?.sendRequest(request, params);
    } catch (error) {
      this.output.warn(`${request.method}: ${String(error)}`);
      return undefined;
    }
  }

  private options(): LanguageClientOptions {
    const settings = vscode.workspace.getConfiguration('planlint');
    const onType = settings.get<string>('run') !== 'onSave';
    const shown = SEVERITIES.indexOf(settings.get<string>('minSeverity') ?? 'info');
    const visible = (diagnostics: vscode.Diagnostic[]) => diagnostics.filter((diagnostic) => diagnostic.severity <= shown);
    return {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
      ],
      outputChannel: this.output,
      synchronize: { configurationSection: 'planlint' },
      initializationOptions: { trusted: vscode.workspace.isTrusted },
      diagnosticPullOptions: { onChange: onType, onSave: !onType },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, visible(diagnostics)),
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          return report && 'items' in report ? { ...report, items: visible(report.items) } : report;
        },
      },
    };
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
    this.output.dispose();
  }
}
