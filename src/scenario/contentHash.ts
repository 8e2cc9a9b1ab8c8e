import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Scenario } from './scenario';

/** JSON without spaces and with every object's keys sorted, so that equal data have one text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** A scenario never changes, and its hash is asked with every answer. */
const known = new WeakMap<Scenario, string>();

/**
 * 16 hexadecimal digits that name what a scenario simulates: its scale, world, thresholds, policy and report.
 * Title, summary, dates, caveats and provenance do not change it.
 */
export function contentHash(scenario: Scenario): string {
  let hash = known.get(scenario);
  if (hash === undefined) {
    const { scale, world, thresholds, policy, report } = scenario;
    const text = canonicalJson({ scale, world, thresholds, policy, report });
    hash = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
    known.set(scenario, hash);
  }
  return hash;
}
