import * as v from 'valibot';
import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { currentVersion, migrate } from './migrations';
import { isRecord } from './path';
import { ruleIssues } from './ruleIssues';
import type { Scenario } from './scenario';
import { scenarioSchema } from './schema';
import { shapeIssues } from './shapeIssues';

export type { Issue } from '../parameters/issue';

export type Decoded =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

/**
 * Reads a scenario from plain data of any shape, as JSON.parse gives it, migrating an older version first.
 * Finds every issue at once and repairs, clamps or fills in nothing; what a file may leave out is null,
 * empty or 'steps' in the result.
 */
export function decodeScenario(input: unknown): Decoded {
  const version = isRecord(input) ? input.schemaVersion : undefined;
  if (isVersion(version) && version > currentVersion) {
    const expected = messages.issues.schemaVersion(currentVersion);
    return { ok: false, issues: [{ path: 'schemaVersion', expected, received: describeValue(version) }] };
  }
  const current = isRecord(input) && isVersion(version) ? migrate(input, version).scenario : input;
  const found = [...shapeIssues(scenarioSchema(), current), ...ruleIssues(current)];
  if (found.length > 0) return { ok: false, issues: found };
  const { $schema: _, ...scenario } = v.parse(scenarioSchema(), current) as Scenario & { $schema?: string };
  return { ok: true, scenario };
}
