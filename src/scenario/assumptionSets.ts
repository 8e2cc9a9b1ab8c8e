/** Other worlds that the evidence allows: sets of values that replace those of a scenario, whatever its policy. */
import central from '../../scenarios/assumptions/central.json';
import fast from '../../scenarios/assumptions/fast.json';
import hardRace from '../../scenarios/assumptions/hard-race.json';
import slow from '../../scenarios/assumptions/slow.json';
import weakElicitation from '../../scenarios/assumptions/weak-elicitation.json';
import wellMeasured from '../../scenarios/assumptions/well-measured.json';
import type { Provenance, Scale, Scenario, World } from './scenario';

/** A value of the world, and where it comes from. */
export interface Assumption extends Provenance {
  readonly value: unknown;
}

export interface AssumptionSet {
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences in plain words. */
  readonly summary: string;
  /** By scale, whose units the values have, and by parameter of the world. */
  readonly changes: Readonly<Record<Scale, Readonly<Record<string, Assumption>>>>;
}

/**
 * A scenario in another world: exactly the parameters that a set names for its scale have the set's values, and say
 * where these come from; everything else is as it was.
 */
export function withAssumptions(scenario: Scenario, { changes }: AssumptionSet): Scenario {
  const ofScale = Object.entries(changes[scenario.scale]);
  const values = ofScale.map(([id, { value }]) => [id, value] as const);
  const provenance = ofScale.map(([id, { value: _, ...source }]) => [id, source] as const);
  return {
    ...scenario,
    world: { ...scenario.world, ...(Object.fromEntries(values) as Partial<World>) },
    provenance: { ...scenario.provenance, ...Object.fromEntries(provenance) },
  };
}

const files = [central, slow, fast, wellMeasured, weakElicitation, hardRace];
/** How many sets the headline's range runs over: all but the one that is in force. */
export const rangeSetCount = files.length - 1;

const sets = files as unknown as readonly AssumptionSet[];

/**
 * The sets that come with the simulator: first the central one, which names every parameter that any other names; then
 * from less to more growth, from better to worse measurement, and the race. Tests hold every file to be whole and right.
 */
export function assumptionSets(): readonly AssumptionSet[] {
  return sets;
}

/** The set of that id; throws where there is none. */
export function assumptionSet(id: string): AssumptionSet {
  const set = assumptionSets().find((each) => each.id === id);
  if (set === undefined) throw new Error(`no set of assumptions ${id}`);
  return set;
}
