// Plays scenes: `node play.mjs PLAY...`. Prints `ok SCENE` or `FAIL SCENE: WHY` for each and goes on; status 1 when one failed.
// A busy machine can lose a click: a play in which something failed is played once more from its beginning, and then it counts.
import fs from 'node:fs';
import path from 'node:path';
import * as scenes from './scenes.mjs';
import { openWorkbench, pause } from './workbench.mjs';

const { RUNS, PLANS, LOGS, SCREENSHOTS, PLANLINT, PROOF } = process.env;
const named = process.argv.slice(2);
let status = 0;

/** Plays `acts` in a workbench of their own; what came of each, a failure with its reason. */
async function played(name, acts, { file = 'helpline.plan.md', plans = PLANS, prepare, ...workbench }) {
  const home = fs.mkdtempSync(path.join(RUNS, `${name}-`));
  const folder = path.join(home, 'plans');
  fs.cpSync(plans, folder, { recursive: true });
  prepare?.(folder);
  let opened;
  try {
    opened = await openWorkbench({ folder, file, home, ...workbench });
  } catch (error) {
    return [{ scene: Object.keys(acts)[0], why: reason(error) }];
  }
  const { page, close } = opened;
  const read = () => fs.readFileSync(path.join(folder, file), 'utf8');
  const shot = async (shown) => {
    await page.mouse.move(700, 790);
    await page
      .locator('.statusbar-item', { hasText: 'Activating' })
      .waitFor({ state: 'hidden', timeout: 10000 })
      .catch(() => undefined);
    await pause(700);
    await page.screenshot({ path: path.join(SCREENSHOTS, `${shown}.png`) });
  };
  const results = [];
  for (const [scene, act] of Object.entries(acts)) {
    try {
      await act({ page, folder, shot, read });
      results.push({ scene });
    } catch (error) {
      results.push({ scene, why: reason(error) });
      await page.screenshot({ path: path.join(LOGS, `vscode-${name}-${results.length}.png`) }).catch(() => undefined);
      await page.keyboard.press('Escape').catch(() => undefined);
    }
  }
  await close();
  return results;
}

async function play(name, acts, { attempts = 2, ...setting } = {}) {
  let results;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    results = await played(name, acts, setting);
    const failed = results.filter(({ why }) => why);
    if (failed.length === 0) {
      break;
    }
    console.error(`${name}, attempt ${attempt}: ${failed.map(({ scene, why }) => `${scene}: ${why}`).join('; ')}`);
  }
  for (const { scene, why } of results) {
    console.log(why ? `FAIL ${scene}: ${why}` : `ok ${scene}`);
    status = why ? 1 : status;
  }
}

function reason(error) {
  return String(error.message ?? error).split('\n')[0];
}

/** A program of the folder that leaves a trace when it is run. */
function setTrap(folder) {
  const trap = path.join(folder, 'trap');
  fs.writeFileSync(trap, `#!/bin/sh\ntouch '${folder}/trap-was-run'\n`, { mode: 0o755 });
  fs.mkdirSync(path.join(folder, '.vscode'));
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'planlint.path': trap }));
}

function withoutProgram(extension) {
  fs.rmSync(path.join(extension, 'server'), { recursive: true });
}

/** How each play is set up. */
const PLAYS = {
  writing: {},
  commands: {},
  trusted: { prepare: setTrap },
  untrusted: { trusted: false, prepare: setTrap },
  missing: { change: withoutProgram },
  japanese: { file: 'madoguchi.plan.md', plans: `${PLANS}-ja` },
};

/** With PROOF set: the program that PLANLINT names and no other, once, so that every scene is seen to fail when it is no good. */
const proof = PROOF ? { attempts: 1, settings: { 'planlint.path': PLANLINT }, change: withoutProgram } : {};

for (const name of named) {
  await play(PROOF ? `proof-${path.basename(PLANLINT)}-${name}` : name, scenes[name], { ...PLAYS[name], ...proof });
}
process.exit(status);
