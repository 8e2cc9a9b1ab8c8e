import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { parseValue } from '../parameters/parseValue';
import { parsePublicId, scenarioKeys } from '../parameters/publicId';
import { decodeScenario, type Decoded } from './decode';
import { withValueAt } from './path';
import { hasParameter, idIssue } from './ruleIssues';
import type { Scenario } from './scenario';

/** One parameter to change: its public id (`growth`, `t1.limit`) and its value as text. */
export interface Setting {
  readonly id: string;
  readonly text: string;
}

/**
 * A scenario with some parameters set from text, for the command line and links; the one given stays as it is.
 * Issues of all settings are found at once and carry the id as their path; issues of the resulting whole
 * (a protected level without lead time) carry a path in the scenario.
 */
export function applySettings(scenario: Scenario, settings: readonly Setting[]): Decoded {
  const found: Issue[] = [];
  const seen = new Set<string>();
  let changed = scenario;
  for (const { id, text } of settings) {
    const parsedId = parsePublicId(id);
    if (parsedId === null || !hasParameter(id, scenario.thresholds.length)) {
      found.push(idIssue(id, scenario.thresholds.length));
      continue;
    }
    if (seen.has(id)) {
      const received = messages.issues.twice(describeValue(text));
      found.push({ path: id, expected: messages.issues.setOnce, received });
      continue;
    }
    seen.add(id);
    const parsed = parseValue(id, text);
    if (parsed.ok) changed = withValueAt(changed, scenarioKeys(parsedId), parsed.value);
    else found.push(parsed.issue);
  }
  return found.length > 0 ? { ok: false, issues: found } : decodeScenario(changed);
}
