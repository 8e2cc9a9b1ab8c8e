/** Scenarios as files on a person's own disk. */
import { messages } from '../../messages/messages';
import type { Issue } from '../../parameters/parameters';
import { decodeScenarioText } from '../../scenario/decodeText';
import { encodeScenario } from '../../scenario/encode';
import type { Scenario } from '../../scenario/scenario';

const words = messages.page.share.opened;

export type OpenedFile =
  | { readonly ok: true; readonly name: string; readonly scenario: Scenario }
  | { readonly ok: false; readonly name: string; readonly issues: readonly Issue[] };

/** Largest file that is read, in bytes; a scenario has some ten thousand. */
const LARGEST = 1_000_000;

/** Reads a scenario from a file. Finds every issue at once; changes nothing. */
export async function readScenarioFile(file: File): Promise<OpenedFile> {
  const { name, size } = file;
  const refused = (issue: Issue): OpenedFile => ({ ok: false, name, issues: [issue] });
  if (size > LARGEST) {
    return refused({ path: '', expected: words.atMostOneMegabyte, received: words.megabytes(size / 1e6) });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refused({ path: '', expected: words.utf8, received: words.otherBytes });
  }
  const decoded = decodeScenarioText(text);
  return decoded.ok
    ? { ok: true, name, scenario: decoded.scenario }
    : { ok: false, name, issues: decoded.issues };
}

/** Where the schema of scenario files lies, seen from a page of the site. */
function schemaUrl(page: string): string {
  return new URL('scenario.schema.json', page.replace(/[?#].*$/, '')).href;
}

/** The file of a scenario: its name, and its text. */
export function scenarioFile(
  scenario: Scenario,
  page: string,
): { readonly name: string; readonly text: string } {
  return { name: `${scenario.id}.json`, text: encodeScenario(scenario, schemaUrl(page)) };
}
