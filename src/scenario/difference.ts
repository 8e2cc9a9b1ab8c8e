/** What two scenarios set differently. */
import { parsePublicId, publicIds, scenarioKeys } from '../parameters/publicId';
import { isSameValue, newLevel, originsOfLevels } from './levels';
import { valueAt } from './path';
import type { Provenance, Scenario } from './scenario';

/** A parameter that is not what it was. */
export interface ParameterChange {
  /** Its public id in the later scenario. */
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ScenarioDifference {
  /** For each level of the later scenario, its place (from 0) in the earlier one; null: it is new. */
  readonly origins: readonly (number | null)[];
  /** Numbers, from 1, of levels of the earlier scenario that are gone. */
  readonly removed: readonly number[];
  /** Numbers, from 1, of levels of the later scenario that are new. */
  readonly added: readonly number[];
  /** In the order of a scenario file. Those of a new level differ from `newLevel`. */
  readonly parameters: readonly ParameterChange[];
}

/** The value that a parameter of `after` has in `before`, which holds its level at `origins`. */
function valueBefore(before: Scenario, origins: readonly (number | null)[], id: string): unknown {
  const parsed = parsePublicId(id);
  if (parsed === null) return undefined;
  if (parsed.level === null) return valueAt(before, scenarioKeys(parsed));
  const origin = origins[parsed.level - 1];
  const level = origin == null ? newLevel : before.thresholds[origin];
  return valueAt(level, scenarioKeys(parsed).slice(2));
}

/** What has to be changed in `before` to get what `after` simulates. Texts about scenarios are not compared. */
export function scenarioDifference(before: Scenario, after: Scenario): ScenarioDifference {
  const origins = originsOfLevels(before.thresholds, after.thresholds);
  const parameters = publicIds(after.thresholds.length).flatMap((id): ParameterChange[] => {
    const parsed = parsePublicId(id);
    const own = parsed === null ? undefined : valueAt(after, scenarioKeys(parsed));
    const other = valueBefore(before, origins, id);
    return isSameValue(own, other) ? [] : [{ id, before: other, after: own }];
  });
  const levels = before.thresholds.map((_, index) => index);
  return {
    origins,
    removed: levels.filter((index) => !origins.includes(index)).map((index) => index + 1),
    added: origins.flatMap((origin, index) => (origin === null ? [index + 1] : [])),
    parameters,
  };
}

/** The number of things that a person changed: levels removed and added, and parameters of all others. */
export function countOfChanges({ removed, added, parameters }: ScenarioDifference): number {
  const isOfNewLevel = ({ id }: ParameterChange): boolean =>
    added.includes(parsePublicId(id)?.level ?? Infinity);
  return removed.length + added.length + parameters.filter((change) => !isOfNewLevel(change)).length;
}

/**
 * Where the values of a changed scenario come from: as in the scenario it was made from, by the levels' new numbers,
 * without those that are not the source's any more.
 */
export function provenanceAfter(before: Scenario, after: Scenario): Readonly<Record<string, Provenance>> {
  const { origins, parameters } = scenarioDifference(before, after);
  const changed = new Set(parameters.map(({ id }) => id));
  const kept: [string, Provenance][] = [];
  for (const id of publicIds(after.thresholds.length)) {
    if (changed.has(id)) continue;
    const level = parsePublicId(id)?.level ?? null;
    const origin = level === null ? null : origins[level - 1];
    if (origin === null && level !== null) continue;
    const idBefore = level === null ? id : id.replace(/^t\d+/, `t${(origin ?? 0) + 1}`);
    const provenance = before.provenance[idBefore];
    if (provenance !== undefined) kept.push([id, provenance]);
  }
  return Object.fromEntries(kept);
}
