/** What two scenarios set differently. */
import { levelId, parsePublicId, publicIds, scenarioKeys } from '../parameters/publicId';
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

/** What a parameter of a later scenario was called in the earlier one; null where its level is new. */
function idBefore(origins: ScenarioDifference['origins'], id: string): string | null {
  const parsed = parsePublicId(id);
  if (parsed === null || parsed.level === null) return id;
  const origin = origins[parsed.level - 1];
  return origin == null ? null : levelId(parsed.id, origin + 1);
}

function keysOf(id: string): (string | number)[] {
  const parsed = parsePublicId(id);
  if (parsed === null) throw new Error(`no parameter ${id}`);
  return scenarioKeys(parsed);
}

/** What has to be changed in `before` to get what `after` simulates. Texts about scenarios are not compared. */
export function scenarioDifference(before: Scenario, after: Scenario): ScenarioDifference {
  const origins = originsOfLevels(before.thresholds, after.thresholds);
  const parameters = publicIds(after.thresholds.length).flatMap((id): ParameterChange[] => {
    const idThen = idBefore(origins, id);
    const keys = keysOf(id);
    const own = valueAt(after, keys);
    const other = idThen === null ? valueAt(newLevel, keys.slice(2)) : valueAt(before, keysOf(idThen));
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
  const kept = publicIds(after.thresholds.length).flatMap((id): [string, Provenance][] => {
    const idThen = changed.has(id) ? null : idBefore(origins, id);
    const provenance = idThen === null ? undefined : before.provenance[idThen];
    return provenance === undefined ? [] : [[id, provenance]];
  });
  return Object.fromEntries(kept);
}
