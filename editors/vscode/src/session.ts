/** The running language server: started, stopped and asked. At most one runs. */

import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { RequestType } from 'vscode-languageclient/node';
import { Client } from './client';
import { explainMissing, findProgram } from './program';

export class Session implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('planlint', { log: true });
  /** The program that runs, or would. */
  program?: string;
  private client?: Client;
  private readonly changed = new vscode.EventEmitter<void>();
  /** The server began, ended, or has read the plans of the workspace. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  async start(): Promise<void> {
    const search = await findProgram(this.context);
    this.program = search.found;
    const settings = vscode.workspace.getConfiguration('planlint');
    if (!settings.get<boolean>('enable')) {
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
    const onType = settings.get<string>('run') !== 'onSave';
    this.client = new Client(search.found, this.output, onType, { plansRead: () => this.changed.fire() });
    this.client.onDidChangeState(() => this.changed.fire());
    try {
      await this.client.start();
    } catch (error) {
      this.output.error(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('planlint did not start: {0} does not answer. The output channel planlint says more.', search.found));
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

  dispose(): void {
    void this.stop();
    this.changed.dispose();
    this.output.dispose();
  }
}
