/** `planlint check` as a task: in the terminal, as the command line says it. */

import * as vscode from 'vscode';
import type { Session } from './session';

interface Definition extends vscode.TaskDefinition {
  paths?: string[];
}

export function registerTasks(session: Session): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('planlint', {
    provideTasks: () => {
      const task = checkTask(session, { type: 'planlint' }, vscode.TaskScope.Workspace);
      return task ? [task] : [];
    },
    resolveTask: (task) => checkTask(session, task.definition as Definition, task.scope ?? vscode.TaskScope.Workspace),
  });
}

export async function checkWorkspace(session: Session): Promise<void> {
  const task = checkTask(session, { type: 'planlint' }, vscode.TaskScope.Workspace);
  if (task) {
    await vscode.tasks.executeTask(task);
  } else {
    await session.restart();
  }
}

function checkTask(session: Session, definition: Definition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task | undefined {
  if (!session.program) {
    return undefined;
  }
  const words = ['check', '--format', 'short', '--color', 'never', ...(definition.paths ?? ['.'])];
  const run = new vscode.ProcessExecution(session.program, words);
  // While the server runs, the Problems panel has these findings already.
  const matchers = session.running ? [] : ['$planlint'];
  const task = new vscode.Task(definition, scope, vscode.l10n.t('check workspace'), 'planlint', run, matchers);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  return task;
}
