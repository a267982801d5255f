/** Which `planlint` program runs: the one the machine's settings name, else the one in this extension, else the first on PATH. */

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

const NAME = process.platform === 'win32' ? 'planlint.exe' : 'planlint';

/** Where the program was looked for, and the first that can be run. */
export interface Search {
  found?: string;
  /** The setting, when it names something that cannot be run: then nothing else is tried, since its writer meant that one. */
  badSetting?: string;
}

export async function findProgram(context: vscode.ExtensionContext): Promise<Search> {
  const named = namedBySettings();
  if (named) {
    return (await canRun(named)) ? { found: named } : { badSetting: named };
  }
  // A relative entry of PATH would run what lies in the folder that happens to be open.
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  for (const candidate of [context.asAbsolutePath(path.join('server', NAME)), ...onPath.map((folder) => path.join(folder, NAME))]) {
    if (await canRun(candidate)) {
      return { found: candidate };
    }
  }
  return {};
}

/** Only the machine's own setting counts: a folder must not choose what runs. */
function namedBySettings(): string | undefined {
  const setting = vscode.workspace.getConfiguration('planlint').inspect<string>('path');
  return setting?.globalValue?.trim() || undefined;
}

async function canRun(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Tells what to do when there is no program, and offers to do it. */
export async function explainMissing(search: Search): Promise<void> {
  const change = vscode.l10n.t('Open Settings');
  const again = vscode.l10n.t('Try Again');
  const message = search.badSetting
    ? vscode.l10n.t('planlint cannot run "{0}", which the setting planlint.path names. Correct the path, or clear the setting.', search.badSetting)
    : vscode.l10n.t('planlint is not in this extension and not on your PATH. Install the planlint program, or name it in the setting planlint.path.');
  const chosen = await vscode.window.showErrorMessage(message, change, again);
  if (chosen === change) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'planlint.path');
  } else if (chosen === again) {
    await vscode.commands.executeCommand('planlint.restart');
  }
}
