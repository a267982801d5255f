// Puts the program, the schema it prints and the licence into the extension. PLANLINT names the program; without it, the release build.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const windows = process.platform === 'win32';
const here = path.dirname(import.meta.dirname);
const program = process.env.PLANLINT ?? path.join(here, '..', '..', 'target', 'release', windows ? 'planlint.exe' : 'planlint');
const inside = path.join(here, 'server', windows ? 'planlint.exe' : 'planlint');

mkdirSync(path.dirname(inside), { recursive: true });
copyFileSync(program, inside);
chmodSync(inside, 0o755);
mkdirSync(path.join(here, 'schemas'), { recursive: true });
writeFileSync(path.join(here, 'schemas', 'planlint.schema.json'), execFileSync(program, ['config', 'schema']));
copyFileSync(path.join(here, '..', '..', 'LICENSE-MIT'), path.join(here, 'LICENSE'));
