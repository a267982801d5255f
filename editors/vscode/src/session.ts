/** The running language server: started, stopped and asked. At most one runs. */

import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { RequestType } from 'vscode-languageclient/node';
import { Client } from './client';
import { explainMissing, findProgram } from './program';
import type { Search } from './program';

export class Session implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('planlint', { log: true });
  /** The program that runs, or would. */
  program?: string;
  private client?: Client;
  /** Beginnings and ends take turns, in whatever order settings change and commands come. */
  private turns: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<void>();
  /** The server began, ended, or has read the plans of the workspace. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  start(): Promise<void> {
    return this.inTurn(() => this.begin());
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      await this.begin();
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turns = this.turns.then(work).catch((error: unknown) => this.output.error(String(error)));
    return this.turns;
  }

  private async begin(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('planlint');
    const search = await findProgram(this.context);
    this.program = search.found;
    if (!settings.get<boolean>('enable')) {
      this.output.info('the setting planlint.enable is off');
      this.changed.fire();
      return;
    }
    if (!search.found) {
      this.explainMissing(search);
      this.changed.fire();
      return;
    }
    this.output.info(`starts ${search.found}`);
    const onType = settings.get<string>('run') !== 'onSave';
    this.client = new Client(search.found, this.output, onType, { plansRead: () => this.changed.fire() });
    this.client.onDidChangeState(() => this.changed.fire());
    try {
      await this.client.start();
      const { name, version } = this.client.initializeResult?.serverInfo ?? { name: 'a server without a name' };
      this.output.info(`${[name, version].filter(Boolean).join(' ')} is ready`);
    } catch (error) {
      this.output.error(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('planlint did not start: {0} does not answer. The output channel planlint says more.', search.found));
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A server that never started cannot be asked to end.
    await client?.dispose().catch((error: unknown) => this.output.warn(String(error)));
    this.changed.fire();
  }

  /** The program for a command that needs one, also where the server is kept off. Without one the reader is told what to do. */
  async needProgram(): Promise<string | undefined> {
    const search = await findProgram(this.context);
    this.program = search.found;
    if (!search.found) {
      this.explainMissing(search);
    }
    return search.found;
  }

  private explainMissing(search: Search): void {
    this.output.error(search.badSetting ? `cannot run ${search.badSetting}` : 'no planlint program was found');
    // Not awaited: it waits for a person.
    void explainMissing(search);
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

  dispose(): void {
    void this.stop().then(() => {
      this.changed.dispose();
      this.output.dispose();
    });
  }
}
