/** `planlint check` as a task: in the terminal, as the command line says it. */

import * as vscode from 'vscode';
import type { Session } from './session';

interface Definition extends vscode.TaskDefinition {
  paths?: string[];
}

type Scope = vscode.WorkspaceFolder | vscode.TaskScope;

export function registerTasks(session: Session): vscode.Disposable {
  const task = (definition: Definition, scope: Scope) => (session.program ? checkTask(session, session.program, definition, scope) : undefined);
  return vscode.tasks.registerTaskProvider('planlint', {
    provideTasks: () => {
      const offered = task({ type: 'planlint' }, vscode.TaskScope.Workspace);
      return offered && [offered];
    },
    resolveTask: ({ definition, scope }) => task(definition as Definition, scope ?? vscode.TaskScope.Workspace),
  });
}

export async function checkWorkspace(session: Session): Promise<void> {
  const program = await session.needProgram();
  if (program) {
    await vscode.tasks.executeTask(checkTask(session, program, { type: 'planlint' }, vscode.TaskScope.Workspace));
  }
}

function checkTask(session: Session, program: string, definition: Definition, scope: Scope): vscode.Task {
  const words = ['check', '--format', 'short', '--color', 'never', ...(definition.paths ?? ['.'])];
  const run = new vscode.ProcessExecution(program, words);
  // While the server runs, the Problems panel has these findings already.
  const matchers = session.running ? [] : ['$planlint'];
  const task = new vscode.Task(definition, scope, vscode.l10n.t('check workspace'), 'planlint', run, matchers);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  return task;
}
