/** What became of the golden figures since the last version of the model. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GoldenChange } from '../../src/app/method/modelCheck';
import type { PresetId } from '../../src/scenario/presets';
import { differences } from '../support/differences';
import type { GoldenResults } from '../golden/goldenResults';

/** The golden results of the last version but one; no file: there was none. `npm run golden:update` writes it. */
export const previousFile = fileURLToPath(new URL('../golden/previous.json', import.meta.url));

function versionOf(results: Partial<GoldenResults>): string {
  const [version, ...others] = new Set(Object.values(results).map(({ modelVersion }) => modelVersion));
  if (version === undefined || others.length > 0)
    throw new Error('golden results of no version, or of several');
  return version;
}

export function goldenChange(
  before: Partial<GoldenResults> | null,
  now: Partial<GoldenResults>,
): GoldenChange {
  const ids = Object.keys(now) as PresetId[];
  const isComparable = (id: PresetId): boolean => before?.[id]?.scenario.hash === now[id]?.scenario.hash;
  const compared = ids.filter(isComparable);
  const moved = compared.flatMap((preset) =>
    differences(before?.[preset], now[preset])
      .filter(({ path }) => path !== 'modelVersion')
      .map(({ path, before: was, after }) => ({ preset, figure: path, before: was, after })),
  );
  return {
    from: before === null ? null : versionOf(before),
    to: versionOf(now),
    compared,
    notCompared: ids.filter((id) => !compared.includes(id)),
    moved,
  };
}

/** The golden results of the version before; null where there is none. */
export function previousResults(): Partial<GoldenResults> | null {
  if (!existsSync(previousFile)) return null;
  return JSON.parse(readFileSync(previousFile, 'utf8')) as Partial<GoldenResults>;
}
