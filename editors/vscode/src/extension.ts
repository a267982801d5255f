/** planlint in VS Code: starts the language server and adds what the protocol has no words for: commands, the Plan view, a status item. */

import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { PlanView } from './planView';
import { registerRulePages } from './rulePages';
import { Session } from './session';
import { StatusItem } from './statusItem';
import { registerTasks } from './tasks';

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = new Session(context);
  const started = session;
  const status = new StatusItem(started);
  context.subscriptions.push(
    started,
    status,
    new PlanView(started),
    registerRulePages(started),
    registerTasks(started),
    ...registerCommands(started, status),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['enable', 'run', 'path'].some((key) => change.affectsConfiguration(`planlint.${key}`))) {
        void started.restart();
      }
    }),
  );
  await started.start();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
