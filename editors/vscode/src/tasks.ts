/** `planlint check` as a task, so that findings of files that are not open come to the Problems panel too. */

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
    await vscode.commands.executeCommand('workbench.actions.view.problems');
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
  const task = new vscode.Task(definition, scope, vscode.l10n.t('check workspace'), 'planlint', run, '$planlint');
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}
