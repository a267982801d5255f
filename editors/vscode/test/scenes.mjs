// The scenes that are played in VS Code. Each leaves the document as the next one wants it: as it is on the disk.
import fs from 'node:fs';
import path from 'node:path';
import { expect } from './expect.mjs';
import { command, eventually, goTo, goToFile, goToProblem, line, openProblems, pressUntil, problem, save, widenSideBar } from './hand.mjs';
import { pause } from './workbench.mjs';

/** Where the editor is on the screen: what a small picture shows. */
const EDITOR = { x: 352, y: 3, width: 760, height: 502 };

/** Of the extension and of its program. */
const VERSION = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

const CUSTOMERS = '- **Customers:** households with a service contract\n';

/** One workbench, one trusted folder, these in order. */
export const writing = {
  async 'squiggles, and the Problems panel with codes'({ page, shot }) {
    await line(page, 'Northwind').first().waitFor();
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await openProblems(page);
    await problem(page, 'M104').waitFor();
    const text = (await problem(page, 'M104').innerText()).replace(/\s+/g, ' ');
    expect(/does not state the desired customer experience.*planlint.*Ln 7, Col 4/.test(text), `the row says: ${text}`);
    await noComplaint(page);
    await focusEditor(page);
    await shot('problems');
  },

  async 'a quick fix inserts the experience at the right place'({ page, shot, read }) {
    await goToProblem(page, 'M104');
    await page.keyboard.press('Home'); // a fix is offered anywhere on the line
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Insert Experience' }).first();
    await pressUntil(page, 'Control+.', fix);
    await shot('quick-fix', EDITOR);
    await fix.click();
    await line(page, 'Experience:').first().waitFor();
    await page.locator('.statusbar-item', { hasText: `(${'TODO'.length} selected)` }).waitFor();
    await noComplaint(page);
    await save(page);
    expect(read().includes(`${CUSTOMERS}- **Experience:** TODO\n\n## Vision`), `the file holds: ${read().slice(0, 300)}`);
    await undo(page);
    await save(page);
  },

  async 'inserts all missing sections, and one undo takes them back'({ page, read }) {
    const before = read();
    await goTo(page, '1:1');
    await command(page, 'planlint: Insert All Missing Sections');
    await eventually('no gaps section came', async () => {
      await page.keyboard.press('Control+S');
      return /^## Gaps$/m.test(read());
    });
    expect(read().includes('**Experience:**'), 'the experience is not among them');
    await undo(page);
    await eventually('one undo does not take it back', async () => {
      await page.keyboard.press('Control+S');
      return read() === before;
    });
  },

  async 'completes an owner'({ page, read }) {
    await goTo(page, `${lineOf(read(), 'Ask the crews')}:40`);
    await page.keyboard.type('Oma');
    await pressUntil(page, 'Control+Space', suggestion(page, 'Omar Haddad'));
    await suggestion(page, 'Omar Haddad').click();
    await eventually('the owner is not there', async () => {
      await page.keyboard.press('Control+S');
      return /Ask the crews what slows them down \| Omar Haddad +\|/.test(read());
    });
  },

  async 'formatting lays the table out again'({ page, read }) {
    expect(!/down \| Omar Haddad \| 2026/.test(read()), 'it is laid out already');
    await command(page, 'Format Document');
    await eventually('the columns are not straight', async () => {
      await page.keyboard.press('Control+S');
      return /down \| Omar Haddad \| 2026/.test(read());
    });
  },

  async 'a code lens counts while one types'({ page, shot, read }) {
    const lens = (text) => page.locator('.codelens-decoration', { hasText: text }).first();
    await command(page, 'View: Hide Panel');
    await goTo(page, `${lineOf(read(), '## Questions') + 1}:1`);
    await lens('1 of 3 answered').waitFor();
    await shot('code-lens', { ...EDITOR, y: 260, height: 440 });
    await goTo(page, `${lineOf(read(), 'when a promise slips')}:100`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('  Answer: The shift lead does, by phone.');
    await lens('2 of 3 answered').waitFor();
    await save(page);
  },

  async 'the Plan view lists actions, goes to one and ticks it'({ page, shot, folder }) {
    await command(page, 'planlint: Show Plan View');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'Tell the crews about the new script' }).first();
    await row.waitFor();
    await widenSideBar(page);
    await shot('plan-view', { x: 0, y: 3, width: 502, height: 332 });
    await row.locator('.label-name').first().click();
    await page.locator('.tab.active', { hasText: 'notes.plan.md' }).waitFor();
    const ticked = () => fs.readFileSync(path.join(folder, 'notes.plan.md'), 'utf8').includes('- [x] Tell the crews about the new script');
    const box = row.locator('.custom-view-tree-node-item-checkbox');
    await eventually('the task is not ticked', async () => {
      if ((await box.getAttribute('aria-checked')) !== 'true') {
        await box.click();
      }
      await pause(3000);
      return ticked();
    });
  },

  async 'the Plan view groups by date and by file'({ page }) {
    await command(page, 'planlint: Show Plan View');
    const groups = async (title, wanted) => {
      await page.locator(`.action-label[aria-label^="${title}"]`).first().click();
      await page.locator('.pane-body .monaco-list-row[aria-level="1"]', { hasText: wanted }).first().waitFor();
    };
    await groups('Group by Date', '2026-03-31');
    await groups('Group by File', 'notes.plan.md');
    await groups('Group by Owner', 'Omar Haddad');
  },

  async 'a snippet writes a question with its answer, which is counted'({ page, read }) {
    await goToFile(page, 'helpline.plan.md');
    await goTo(page, `${lineOf(read(), 'Is the night shift')}:100`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('question');
    await pressUntil(page, 'Control+Space', suggestion(page, 'Question with its answer'));
    await suggestion(page, 'Question with its answer').click();
    await page.keyboard.type('Who opens the gate at night');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The porter does.');
    await page.locator('.codelens-decoration', { hasText: '3 of 4 answered' }).first().waitFor();
    await save(page);
    expect(read().includes('- Who opens the gate at night?\n  Answer: The porter does.\n'), `the file holds: ${read()}`);
  },

  async 'a click on a code lens lists the open questions'({ page }) {
    await page.locator('.codelens-decoration a', { hasText: '3 of 4 answered' }).first().click();
    await page.locator('.zone-widget.reference-zone-widget, .peekview-widget', { hasText: 'Is the night shift' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
};

/** Commands of the palette that need no place in a plan, and the page of a rule: one workbench, these in order. */
export const commands = {
  async 'says what a file is judged by'({ page }) {
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await command(page, 'planlint: Show Status of This File');
    const notice = page.locator('.notification-toast', { hasText: 'This file is judged as a plan' });
    await notice.waitFor();
    const text = await notice.innerText();
    expect(/Rule set: recommended/.test(text) && /planlint\.toml/.test(text) && /Findings in this file: 9/.test(text), `it says: ${text}`);
  },

  async 'mends what is safe to mend'({ page, read }) {
    const before = read();
    await goTo(page, `${lineOf(before, 'Publish the rota')}:100`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('|  |  |  |');
    await eventually('the empty row did not come', async () => {
      await page.keyboard.press('Control+S');
      return /^\| {2}\| {2}\| {2}\|$/m.test(read());
    });
    await page.locator('.monaco-editor .squiggly-hint, .monaco-editor .squiggly-info, .monaco-editor .squiggly-warning').first().waitFor();
    await command(page, 'planlint: Fix All in This File');
    await eventually('the empty row stays', async () => {
      await page.keyboard.press('Control+S');
      return read().trimEnd() === before.trimEnd();
    });
  },

  async 'checks the workspace in a terminal'({ page }) {
    await command(page, 'planlint: Check Workspace');
    await page.locator('.terminal-wrapper .xterm-rows', { hasText: 'no mission: neither stated nor linked' }).first().waitFor();
  },

  async 'shows its log'({ page }) {
    await command(page, 'planlint: Show Output');
    const log = page.locator('.part.panel .view-line', { hasText: `planlint ${VERSION} is ready` });
    await log.first().waitFor();
  },

  async 'treats a file as a plan for now, and leaves it as it is'({ page, folder }) {
    const minutes = () => fs.readFileSync(path.join(folder, 'minutes.md'), 'utf8');
    const before = minutes();
    await openMinutes(page);
    await goTo(page, '1:1');
    const forNow = page.locator('.action-widget .monaco-list-row', { hasText: 'Treat this file as a plan (until it is closed)' }).first();
    await pressUntil(page, 'Control+.', forNow);
    await forNow.click();
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+S');
    expect(minutes() === before, 'the file is another now');
    await goToFile(page, 'helpline.plan.md');
    await page.locator('.tab.active', { hasText: 'helpline.plan.md' }).waitFor();
  },

  async 'starts its server again'({ page, folder }) {
    const [before, ...others] = serversOf(folder);
    expect(before && others.length === 0, `not one server: ${[before, ...others].join(', ')}`);
    await command(page, 'planlint: Restart Server');
    await eventually('no other server came in its place', () => {
      const [now, ...more] = serversOf(folder);
      return now && now !== before && more.length === 0;
    });
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  },

  async 'starts a plan from a template, in German'({ page }) {
    await newPlan(page, 'mission, objectives and actions', 'Deutsch');
    await line(page, '## Maßnahmen').first().waitFor();
  },

  async 'treats a file as a plan'({ page, folder }) {
    await openMinutes(page);
    await command(page, 'planlint: Treat This File as a Plan');
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await save(page);
    expect(fs.readFileSync(path.join(folder, 'minutes.md'), 'utf8').startsWith('---\nplanlint: on\n---\n'), 'the front matter does not say so');
  },

  async 'the code of a finding opens the page of its rule'({ page }) {
    await openProblems(page);
    await problem(page, 'M104').locator('a', { hasText: 'M104' }).click();
    await page.locator('.tab', { hasText: 'Preview M104' }).waitFor();
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await shown.locator('h1', { hasText: 'M104 missing-experience' }).waitFor();
  },
};

/** A planlint.toml being written. */
export const configuring = {
  async 'planlint.toml is completed from its schema'({ page, folder }) {
    await openProblems(page);
    await problem(page, 'M104').waitFor();
    await goToFile(page, 'planlint.toml');
    await line(page, 'messages').first().waitFor();
    await goTo(page, '1:100');
    await page.keyboard.press('Enter');
    await page.keyboard.type('dat');
    await pressUntil(page, 'Control+Space', suggestion(page, 'dates'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Backspace');
    await page.keyboard.type('[rules]\nM104 = ');
    await pressUntil(page, 'Control+Space', suggestion(page, '"off"'));
    await suggestion(page, '"off"').click();
    await save(page);
    expect(fs.readFileSync(path.join(folder, 'planlint.toml'), 'utf8') === 'messages = "en"\n[rules]\nM104 = "off"\n', 'the file does not hold it');
  },

  async 'what it says is in force when it is saved'({ page }) {
    await openProblems(page);
    await problem(page, 'A101').first().waitFor();
    await problem(page, 'M104').waitFor({ state: 'detached' });
  },

  async 'planlint.toml is held against its schema'({ page }) {
    await goTo(page, '3:100');
    await page.keyboard.type('\nA101 = "wrong"');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await openProblems(page);
    await page.locator('.markers-panel .monaco-list-row', { hasText: '"wrong"' }).first().waitFor();
  },
};

/** The command line as a task, with the server kept off. */
export const tasks = {
  async 'without its server, its task fills the Problems panel'({ page }) {
    await line(page, 'Northwind').first().waitFor();
    await openProblems(page);
    await pause(1500);
    expect((await problem(page, 'M104').count()) === 0, 'it was there before');
    await command(page, 'planlint: Check Workspace');
    await openProblems(page);
    const text = (await problem(page, 'M104').innerText()).replace(/\s+/g, ' ');
    expect(/does not state the desired customer experience.*planlint.*Ln 7, Col 4/.test(text), `the row says: ${text}`);
    await problem(page, 'M104').click();
    await page.keyboard.press('End');
    await problem(page, 'M101').waitFor();
  },

  async 'a task of the folder judges the files it names'({ page }) {
    await command(page, 'Tasks: Run Task');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'judge the notes' }).first().click();
    const terminal = page.locator('.terminal-wrapper.active .xterm-rows');
    await terminal.filter({ hasText: 'no mission: neither stated nor linked' }).first().waitFor();
    expect(!(await terminal.first().innerText()).includes('helpline'), 'others are judged, too');
  },
};

/** A folder whose settings name a program of its own. */
export const trusted = {
  async 'a trusted folder is judged, and does not choose the program'({ page, folder }) {
    await judgedWithoutRunning(page, folder);
  },
};

/** The same, and nobody trusts it. */
export const untrusted = {
  async 'an untrusted folder is judged, and nothing of it is run'({ page, folder }) {
    const no = page.locator('.monaco-dialog-box .monaco-button', { hasText: /No, I don/ });
    await line(page, 'Northwind').first().or(no).first().waitFor();
    await pause(1000);
    if (await no.isVisible()) {
      await no.click();
    }
    await judgedWithoutRunning(page, folder);
  },
};

/** An extension without its program, on a machine without one. */
export const missing = {
  async 'a missing program is explained'({ page }) {
    const notice = page.locator('.notification-toast', { hasText: 'Install the planlint program' });
    await notice.waitFor();
    expect(await notice.locator('.monaco-button', { hasText: 'Open Settings' }).isVisible(), 'no button to the settings');
  },
};

/** A plan in Japanese. */
export const japanese = {
  async 'a plan in Japanese has its findings'({ page, shot }) {
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await openProblems(page);
    await problem(page, 'Q101').first().waitFor();
    await noComplaint(page);
    await page.setViewportSize({ width: 1280, height: 620 });
    await focusEditor(page);
    await shot('japanese', EDITOR);
  },

  async 'starts a workbook from a template, in Japanese'({ page }) {
    await newPlan(page, 'mission, strategy, questions, actions and gaps', '日本語');
    await line(page, '## ミッション').first().waitFor();
  },
};

/** The number of the line that holds `words`, from 1. */
function lineOf(text, words) {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

/** Findings on the screen do not mean that all is well: the client tells of requests that failed. */
async function noComplaint(page) {
  await pause(2000);
  const complaint = page.locator('.notification-toast', { has: page.locator('.codicon-error') }).first();
  expect(!(await complaint.isVisible()), `VS Code complains: ${await complaint.innerText({ timeout: 500 }).catch(() => '')}`);
}

/** A file that nobody takes for a plan. */
async function openMinutes(page) {
  await goToFile(page, 'minutes.md');
  await line(page, 'Minutes of the crew meeting').first().waitFor();
  await pause(1500);
  expect(!(await page.locator('.monaco-editor .squiggly-warning').first().isVisible()), 'it is judged already');
}

/** A row of the list of completions. */
function suggestion(page, label) {
  return page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
}

/** The processes that run the program of the extension installed beside `folder`, or the one that proves that scenes can fail. */
function serversOf(folder) {
  const program = process.env.PROOF ? process.env.PLANLINT : path.join(path.dirname(folder), 'extensions');
  return fs.readdirSync('/proc').filter((entry) => {
    try {
      return /^\d+$/.test(entry) && fs.readlinkSync(`/proc/${entry}/exe`).startsWith(program);
    } catch {
      return false; // it has ended meanwhile, or is someone else's
    }
  });
}

/** Chooses a template and its language, and waits for the new document. */
async function newPlan(page, kind, language) {
  await command(page, 'planlint: New Plan from Template');
  for (const choice of [kind, language]) {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).click();
  }
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
}

async function judgedWithoutRunning(page, folder) {
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  await openProblems(page);
  await problem(page, 'M104').waitFor();
  expect(!fs.existsSync(path.join(folder, 'trap-was-run')), 'the program of the folder was run');
}

async function focusEditor(page) {
  await pressUntil(page, 'Control+1', page.locator('.monaco-editor.focused'));
}

async function undo(page) {
  await focusEditor(page);
  await page.keyboard.press('Control+Z');
}
