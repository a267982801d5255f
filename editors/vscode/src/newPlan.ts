/** A new document from the program's own template, in one of its languages. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Session } from './session';

/** In their own words, as their readers look for them. */
const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', pt: 'Português', ja: '日本語', zh: '中文', ko: '한국어' };

export async function newPlan(session: Session): Promise<void> {
  const program = await session.needProgram();
  if (!program) {
    return;
  }
  const kind = await vscode.window.showQuickPick(kinds(), { title: vscode.l10n.t('New plan: what shall it be?') });
  const language = kind && (await vscode.window.showQuickPick(languages(), { title: vscode.l10n.t('New plan: in which language?') }));
  if (!language) {
    return;
  }
  try {
    const { stdout } = await promisify(execFile)(program, ['new', kind.template, '--lang', language.code]);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: stdout });
    await vscode.window.showTextDocument(document);
  } catch (error) {
    session.output.error(String(error));
    void vscode.window.showErrorMessage(vscode.l10n.t('planlint could not write the template; the output channel planlint says more.'));
  }
}

function kinds(): (vscode.QuickPickItem & { template: string })[] {
  return [
    { template: 'plan', label: vscode.l10n.t('Plan'), description: vscode.l10n.t('mission, objectives and actions') },
    { template: 'workbook', label: vscode.l10n.t('Workbook'), description: vscode.l10n.t('mission, strategy, questions, actions and gaps') },
    { template: 'mission', label: vscode.l10n.t('Mission'), description: vscode.l10n.t('purpose, customers and their experience') },
    { template: 'vision', label: vscode.l10n.t('Vision'), description: vscode.l10n.t('what it brings to staff, the company and customers') },
    { template: 'strategy', label: vscode.l10n.t('Strategy'), description: vscode.l10n.t('how the mission is carried out') },
    { template: 'support', label: vscode.l10n.t('Support areas'), description: vscode.l10n.t('who else is responsible for what') },
  ];
}

/** The language of the window first. */
function languages(): (vscode.QuickPickItem & { code: string })[] {
  const own = vscode.env.language.slice(0, 2);
  return Object.entries(LANGUAGES)
    .map(([code, label]) => ({ code, label }))
    .sort((one, other) => Number(other.code === own) - Number(one.code === own));
}
