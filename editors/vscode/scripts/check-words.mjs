// Every word the extension shows is translated into every language it has, and no translation is left over.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const here = path.dirname(import.meta.dirname);
const read = (...file) => readFileSync(path.join(here, ...file), 'utf8');
const keys = (...file) => Object.keys(JSON.parse(read(...file)));
const files = (folder, pattern) => readdirSync(path.join(here, folder)).filter((name) => pattern.test(name));
let wrong = 0;

function same(file, found, wanted) {
  const missing = wanted.filter((word) => !found.includes(word));
  const leftOver = found.filter((word) => !wanted.includes(word));
  for (const word of missing) {
    console.error(`${file}: missing: ${word}`);
  }
  for (const word of leftOver) {
    console.error(`${file}: left over: ${word}`);
  }
  wrong += missing.length + leftOver.length;
}

const sources = files('src', /\.ts$/)
  .map((name) => read('src', name))
  .join('\n');
const shown = [...new Set([...sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words.replaceAll("\\'", "'")))];
files('l10n', /\.json$/).forEach((name) => same(name, keys('l10n', name), shown));

const named = [...new Set([...read('package.json').matchAll(/%([\w.]+)%/g)].map(([, key]) => key))];
files('.', /^package\.nls.*\.json$/).forEach((name) => same(name, keys(name), named));

process.exit(wrong === 0 ? 0 : 1);
