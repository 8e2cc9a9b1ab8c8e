import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** What else is in the folder. */
const others = ['sources.json', 'dossiers.json', 'replays.json'];

/** Ids of all scenarios, by their files. */
export const presetIds: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !others.includes(name))
  .map((name) => name.replace(/\.json$/, ''));
