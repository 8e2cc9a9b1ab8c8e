/** Other worlds that the evidence allows: sets of values that replace those of a scenario, whatever its policy. */
import * as v from 'valibot';
import central from '../../scenarios/assumptions/central.json';
import fast from '../../scenarios/assumptions/fast.json';
import hardRace from '../../scenarios/assumptions/hard-race.json';
import slow from '../../scenarios/assumptions/slow.json';
import weakElicitation from '../../scenarios/assumptions/weak-elicitation.json';
import wellMeasured from '../../scenarios/assumptions/well-measured.json';
import { messages } from '../messages/messages';
import type { Issue } from '../parameters/issue';
import { lineOfText } from '../parameters/valueSchema';
import { decodeScenario } from './decode';
import { preset } from './presets';
import type { Provenance, Scale, Scenario, World } from './scenario';
import { shapeIssues } from './shapeIssues';

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

export type DecodedAssumptions =
  | { readonly ok: true; readonly set: AssumptionSet }
  | { readonly ok: false; readonly issues: readonly Issue[] };

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

const { issues } = messages;
const idLength = 64;
const titleLength = 100;
const summaryLength = 1000;

const assumption = v.record(
  v.string(),
  v.unknown(),
  issues.objectWithKeys(['value', 'basis', 'source', 'place', 'note']),
);
const assumptions = v.record(v.string(), assumption, issues.object);
const setEntries = {
  id: lineOfText(idLength, issues.kebabCase(idLength)),
  title: lineOfText(titleLength, issues.text(titleLength)),
  summary: lineOfText(summaryLength, issues.text(summaryLength)),
  changes: v.strictObject(
    { 'effective-compute': assumptions, 'task-horizon': assumptions },
    issues.objectWithKeys(['effective-compute', 'task-horizon']),
  ),
};
const setSchema = v.strictObject(setEntries, issues.objectWithKeys(Object.keys(setEntries)));

/**
 * Reads a set from plain data of any shape. Its values and sources are checked in a scenario of each scale, so an issue
 * of theirs has a path there, after the scale.
 */
export function decodeAssumptions(input: unknown): DecodedAssumptions {
  const ofShape = shapeIssues(setSchema, input);
  if (ofShape.length > 0) return { ok: false, issues: ofShape };
  const set = input as AssumptionSet;
  const found = (['effective-compute', 'task-horizon'] as const).flatMap((scale) => {
    const decoded = decodeScenario(withAssumptions({ ...preset('baseline'), scale }, set));
    return decoded.ok ? [] : decoded.issues.map((issue) => ({ ...issue, path: `${scale}: ${issue.path}` }));
  });
  return found.length > 0 ? { ok: false, issues: found } : { ok: true, set };
}

const files = [central, slow, fast, wellMeasured, weakElicitation, hardRace];
/** How many sets the headline's range runs over: all but the one that is in force. */
export const rangeSetCount = files.length - 1;

let decodedSets: readonly AssumptionSet[] | null = null;

/**
 * The sets that come with the simulator: first the central one, which names every parameter that any other names; then
 * from less to more growth, from better to worse measurement, and the race. Throws where a file is broken, with every
 * issue.
 */
export function assumptionSets(): readonly AssumptionSet[] {
  return (decodedSets ??= files.map((file: { readonly id: string }) => {
    const decoded = decodeAssumptions(file);
    if (decoded.ok) return decoded.set;
    throw new Error(`scenarios/assumptions/${file.id}.json: ${JSON.stringify(decoded.issues, null, 2)}`);
  }));
}

/** The set of that id; throws where there is none. */
export function assumptionSet(id: string): AssumptionSet {
  const set = assumptionSets().find((each) => each.id === id);
  if (set === undefined) throw new Error(`no set of assumptions ${id}`);
  return set;
}
