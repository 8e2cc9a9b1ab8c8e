import { parameterIds, type ParameterId, type ThresholdParameterId } from './registry';
import { type thresholdCount } from './thresholds';

const levelNumbers = [1, 2, 3, 4, 5, 6] as const satisfies { readonly length: typeof thresholdCount.max };
type LevelNumber = (typeof levelNumbers)[number];

/** An id as scenario files, links and the command line write it: `growth`, `evaluation.interval`, `t1.limit`. */
export type PublicId =
  Exclude<ParameterId, `threshold.${string}`> | `t${LevelNumber}.${ThresholdParameterId}`;

/** A public id taken apart: the registry's id, and the number of the level (from 1) or null. */
export interface ParsedId {
  readonly id: ParameterId;
  readonly level: number | null;
}

/** The public id of a level's parameter (`threshold.limit`, 2 → `t2.limit`). */
export function levelId(id: ParameterId, level: number): string {
  return id.replace(/^threshold\./, `t${level}.`);
}

/** Every public id of a scenario with so many levels, in the order of a scenario file. */
export function publicIds(levels: number): string[] {
  const own = parameterIds.filter((id) => id.startsWith('threshold.'));
  const ids: string[] = [];
  for (const id of parameterIds) {
    if (!id.startsWith('threshold.')) ids.push(id);
    else if (id === own[0]) {
      for (let level = 1; level <= levels; level++) ids.push(...own.map((each) => levelId(each, level)));
    }
  }
  return ids;
}

let parsedIds: ReadonlyMap<string, ParsedId> | undefined;

/** Takes a public id apart, or says null where no parameter has it. */
export function parsePublicId(text: string): ParsedId | null {
  parsedIds ??= new Map(
    parameterIds.flatMap((id): [string, ParsedId][] =>
      id.startsWith('threshold.')
        ? levelNumbers.map((level) => [levelId(id, level), { id, level }])
        : [[id, { id, level: null }]],
    ),
  );
  return parsedIds.get(text) ?? null;
}

/** Where a parameter stands in a scenario: `t2.limit` is at thresholds, 1, limit. */
export function scenarioKeys({ id, level }: ParsedId): (string | number)[] {
  const parts = id.split('.');
  if (level !== null) return ['thresholds', level - 1, ...parts.slice(1)];
  if (parts.length === 1) return ['world', ...parts];
  return parts[0] === 'report' ? parts : ['policy', ...parts];
}
