/** What became of the golden figures since the last version of the model. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PresetId } from '../../src/scenario/presets';
import { differences } from '../support/differences';
import type { GoldenResults } from '../golden/goldenResults';

/** The golden results of the last version but one; no file: there was none. `npm run golden:update` writes it. */
export const previousFile = fileURLToPath(new URL('../golden/previous.json', import.meta.url));

export interface MovedFigure {
  readonly preset: string;
  readonly figure: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface GoldenChange {
  /** Version of the model before; null: this is the first. */
  readonly from: string | null;
  readonly to: string;
  /** Presets that both versions simulated with the same content, and the others. */
  readonly compared: readonly string[];
  readonly notCompared: readonly string[];
  readonly moved: readonly MovedFigure[];
}

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
