// A real VS Code workbench in a real browser, with the extension installed: opened for a folder, closed without a trace.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const { FETCHED, VSIX, LOGS, PATIENCE_MS = '90000' } = process.env;
const { chromium } = createRequire(`${FETCHED}/package.json`)('playwright-core');

/** Milliseconds a scene waits for something to appear. */
export const patience = Number(PATIENCE_MS);

// Nothing moves, asks or advertises while scenes are played.
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.autoClosingBrackets': 'never',
  'files.autoSave': 'off',
  'terminal.integrated.gpuAcceleration': 'off', // text that can be read, not a picture of it
  'files.simpleDialog.enable': true,
  'window.commandCenter': false,
};

/**
 * Opens `file` of `folder`. `settings`: the machine's; `trusted`: whether the folder is; `change(extension)`: what is done to the installed
 * extension before it starts.
 */
export async function openWorkbench({ folder, file, home, settings = {}, trusted = true, change }) {
  const data = path.join(home, 'data');
  const extensions = path.join(home, 'extensions');
  const config = path.join(home, 'code-server.yaml');
  for (const place of [path.join(data, 'User'), path.join(data, 'Machine'), extensions]) {
    fs.mkdirSync(place, { recursive: true });
  }
  fs.writeFileSync(config, '{}\n');
  fs.writeFileSync(path.join(data, 'User', 'settings.json'), JSON.stringify(QUIET));
  fs.writeFileSync(path.join(data, 'Machine', 'settings.json'), JSON.stringify(settings));
  // An empty gallery: otherwise a public one is asked at every start.
  const gallery = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' });
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, EXTENSIONS_GALLERY: gallery, NODE_OPTIONS: '' };
  delete env.VSCODE_IPC_HOOK_CLI;
  const entry = path.join(FETCHED, 'node_modules/code-server/out/node/entry.js');
  const common = [entry, '--user-data-dir', data, '--extensions-dir', extensions, '--config', config];
  const installed = spawnSync(process.execPath, [...common, '--install-extension', VSIX], { env, encoding: 'utf8' });
  if (installed.status !== 0) {
    throw new Error(`the .vsix cannot be installed: ${installed.stderr}`);
  }
  change?.(
    path.join(
      extensions,
      fs.readdirSync(extensions).find((name) => name.startsWith('planlint.')),
    ),
  );

  const port = await freePort();
  const log = fs.openSync(path.join(LOGS, 'code-server.log'), 'a');
  const trust = trusted ? ['--disable-workspace-trust'] : [];
  const server = spawn(
    process.execPath,
    [
      ...common,
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
      ...trust,
      folder,
    ],
    { env, stdio: ['ignore', log, log], detached: true },
  );
  let browser;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      try {
        process.kill(-server.pid, signal);
      } catch {
        break;
      }
      await pause(500);
    }
  };
  try {
    await answers(`http://127.0.0.1:${port}/healthz`);
    browser = await chromium.launchPersistentContext(path.join(home, 'browser'), {
      executablePath: '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1280, height: 800 },
      // Containers have little shared memory, and often only root.
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(patience);
    const payload = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${path.join(folder, file)}`]]);
    const address = `http://127.0.0.1:${port}/?${new URLSearchParams({ folder, payload })}`;
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 180000 });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 180000 });
    // The extension has begun, whatever server it has.
    await page.locator('.statusbar-item', { hasText: 'planlint' }).waitFor({ timeout: 60000 });
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function freePort() {
  return new Promise((done) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function answers(address) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await pause(200);
  }
  throw new Error('code-server does not answer');
}
