import { decodeScenario, type Decoded } from './decode';
import { findJsonProblems } from './jsonProblems';

/** Reads a scenario from JSON text. A syntax error or a key given twice is an issue with line and column. */
export function decodeScenarioText(text: string): Decoded {
  const problems = findJsonProblems(text);
  if (problems.length > 0) return { ok: false, issues: problems };
  return decodeScenario(JSON.parse(text));
}
