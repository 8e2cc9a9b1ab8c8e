import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** Ids of all scenarios, by their files. */
export const presetIds: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'sources.json')
  .map((name) => name.replace(/\.json$/, ''));
