/** Reading a set of assumptions from plain data. The program shows those that come with it as they stand. */
import * as v from 'valibot';
import { messages } from '../../src/messages/messages';
import type { Issue } from '../../src/parameters/issue';
import { lineOfText } from '../../src/parameters/valueSchema';
import { withAssumptions, type AssumptionSet } from '../../src/scenario/assumptionSets';
import { decodeScenario } from '../../src/scenario/decode';
import { preset } from '../../src/scenario/presets';
import { shapeIssues } from '../../src/scenario/shapeIssues';

export type DecodedAssumptions =
  | { readonly ok: true; readonly set: AssumptionSet }
  | { readonly ok: false; readonly issues: readonly Issue[] };

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
