// What a person does in the workbench, written so that a key press lost under load is pressed again.
import { expect } from './expect.mjs';
import { patience, pause } from './workbench.mjs';

/** Presses `keys` until `seen` is on the screen. Escape takes back what a press that came too late has opened. */
export async function pressUntil(page, keys, seen) {
  const end = Date.now() + patience;
  await page.keyboard.press(keys);
  while (!(await isSeen(seen))) {
    expect(Date.now() < end, `${keys} never showed ${seen}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press(keys);
  }
}

async function isSeen(locator) {
  try {
    await locator.first().waitFor({ timeout: 4000 });
    return true;
  } catch {
    return false;
  }
}

/** Waits until `holds` says yes. */
export async function eventually(what, holds) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    expect(Date.now() < end, what);
    await pause(100);
  }
}

export function line(page, text) {
  return page.locator('.monaco-editor .view-line', { hasText: text });
}

/** Runs a command of the palette by its title. */
export async function command(page, title) {
  const box = page.locator('.quick-input-widget:visible input');
  await pressUntil(page, 'F1', box);
  await box.fill(`>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await row.waitFor();
  await row.click();
}

export function problem(page, code) {
  return page.locator('.markers-panel .monaco-list-row', { hasText: code });
}

export async function openProblems(page) {
  await pressUntil(page, 'Control+Shift+M', page.locator('.markers-panel'));
}

/** Puts the cursor where a problem is. */
export async function goToProblem(page, code) {
  await openProblems(page);
  await problem(page, code).first().dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** Opens a file of the folder by its name. */
export async function goToFile(page, name) {
  const box = page.locator('.quick-input-widget:visible input');
  await pressUntil(page, 'Control+P', box);
  await box.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page, place) {
  const box = page.locator('.quick-input-widget:visible input');
  await pressUntil(page, 'Control+G', box);
  await box.fill(`:${place}`);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

/** What the file holds once it is saved. */
export async function save(page) {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}

/** Pulls the edge of the side bar, so that a sentence fits into it. */
export async function widenSideBar(page) {
  const { x, y, height } = await page.locator('.editor-group-container').first().boundingBox();
  const edge = y + height * 0.75;
  await page.mouse.move(x - 2, edge);
  await page.mouse.down();
  await page.mouse.move(x + 150, edge, { steps: 5 });
  await page.mouse.up();
}
