// Writes schema.json: the JSON schema of everything a server says (roots.ts), without its prose. `npm ci && npm run make`
import fs from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const schema = createGenerator({ path: 'roots.ts', tsconfig: 'tsconfig.json', type: 'Messages', skipTypeCheck: true, sortProps: true }).createSchema('Messages');
const bounds = { integer: [-(2 ** 31), 2 ** 31 - 1], uinteger: [0, 2 ** 31 - 1] };
for (const [name, [minimum, maximum]] of Object.entries(bounds)) {
  schema.definitions[name] = { type: 'integer', minimum, maximum };
}
// The one object that is open in the types: what we send is not.
schema.definitions.InitializeResult.additionalProperties = false;
const prose = new Set(['description', 'deprecated', '$schema']);
const bare = (value, names = false) => {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, it]) => names || !prose.has(key) || typeof it === 'object');
  return Object.fromEntries(kept.map(([key, it]) => [key, key === '$ref' && !names ? decodeURIComponent(it) : bare(it, key === 'properties' || key === 'definitions')]));
};
fs.writeFileSync('schema.json', `${JSON.stringify(bare(schema), null, 1)}\n`);
