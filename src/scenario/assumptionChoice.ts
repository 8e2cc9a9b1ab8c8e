/** Choosing a set of assumptions: it takes the place of the set before, and leaves everything else alone. */
import { assumptionSet, assumptionSets, withAssumptions, type AssumptionSet } from './assumptionSets';
import { isSameValue } from './levels';
import { valueAt } from './path';
import type { Provenance, Scale, Scenario } from './scenario';

export const CENTRAL = 'central';

/** Ids of the parameters that a set names on a scale, and no others, in the order of its file. */
export function changesOfSet({ changes }: AssumptionSet, scale: Scale): readonly string[] {
  return Object.keys(changes[scale]);
}

/** Ids of the parameters that sets of assumptions are about: those that any of them names. */
function parametersOfSets(scale: Scale): readonly string[] {
  return [...new Set(assumptionSets().flatMap((set) => changesOfSet(set, scale)))];
}

/** What `ids` name in a record; what it lacks is left out. */
function picked<Value>(
  record: Readonly<Record<string, Value>>,
  ids: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.includes(id)));
}

/**
 * A scenario in the world of a set: of the parameters that any set names, those that this one names have its values,
 * and the others those of `base`, the scenario before anybody changed it. Values say where they come from; everything
 * else is as it was.
 */
export function worldOfSet(scenario: Scenario, base: Scenario, set: AssumptionSet): Scenario {
  const ids = parametersOfSets(scenario.scale);
  const unlisted = Object.entries(scenario.provenance).filter(([id]) => !ids.includes(id));
  const provenance: Record<string, Provenance> = {
    ...Object.fromEntries(unlisted),
    ...picked(base.provenance, ids),
  };
  const world = { ...scenario.world, ...picked<unknown>({ ...base.world }, ids) };
  return withAssumptions({ ...scenario, world, provenance }, set);
}

function isSameWorld({ scale, world }: Scenario, other: Scenario): boolean {
  return parametersOfSets(scale).every((id) => isSameValue(valueAt(world, [id]), valueAt(other.world, [id])));
}

/**
 * The id of the set whose world a scenario has; null where it has values of its own. `base`: the scenario before anybody
 * changed it.
 */
export function setInForce(scenario: Scenario, base: Scenario): string | null {
  const set = assumptionSets().find((each) => isSameWorld(scenario, worldOfSet(scenario, base, each)));
  return set?.id ?? null;
}

/** A scenario as it would be in the world of a set. */
export interface Assumed {
  readonly set: AssumptionSet;
  readonly scenario: Scenario;
}

/**
 * A scenario in the worlds of all sets but its own, `rangeSetCount` of them. Where a set is in force, another takes
 * its place; over a person's own values, the central ones aside, each set puts only what it names.
 */
export function rangeOfAssumptions(scenario: Scenario): readonly Assumed[] {
  const base = withAssumptions(scenario, assumptionSet(CENTRAL));
  const own = setInForce(scenario, base);
  return assumptionSets()
    .filter(({ id }) => id !== (own ?? CENTRAL))
    .map((set) => ({
      set,
      scenario: own === null ? withAssumptions(scenario, set) : worldOfSet(scenario, base, set),
    }));
}
