/** Other worlds that the evidence allows: sets of values that replace those of a scenario, whatever its policy. */
import * as v from 'valibot';
import fast from '../../scenarios/assumptions/fast.json';
import slow from '../../scenarios/assumptions/slow.json';
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

/** The sets that come with the simulator, from less to more growth; throws where a file is broken, with every issue. */
export const assumptionSets: readonly AssumptionSet[] = [slow, fast].map((file: { readonly id: string }) => {
  const decoded = decodeAssumptions(file);
  if (decoded.ok) return decoded.set;
  throw new Error(`scenarios/assumptions/${file.id}.json: ${JSON.stringify(decoded.issues, null, 2)}`);
});
