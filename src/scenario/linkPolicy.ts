/** One policy of a link: a preset, and what is different from it. */
import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { parseValue, textOfValue } from '../parameters/parseValue';
import { parsePublicId, publicIds } from '../parameters/publicId';
import { thresholdCount } from '../parameters/thresholds';
import { applySettings, type Setting } from './applySettings';
import type { Decoded } from './decode';
import { provenanceAfter, scenarioDifference } from './difference';
import { withLevels } from './levels';
import type { LinkEntry } from './linkText';
import { preset, type PresetId } from './presets';
import type { Scenario } from './scenario';

const { issues, links } = messages;

/** A scenario and the preset it was made from. */
export interface LinkedPolicy {
  readonly presetId: PresetId;
  readonly scenario: Scenario;
}

/** Levels of the preset that are gone, and levels of the result that are new: numbers from 1, with dots between. */
const REMOVED = 'tdel';
const ADDED = 'tadd';

/** Every key that tells of a policy. */
export const policyKeys: readonly string[] = [REMOVED, ADDED, ...publicIds(thresholdCount.max)];

export function isPolicyKey(key: string): boolean {
  return key === REMOVED || key === ADDED || parsePublicId(key) !== null;
}

/** Whether the recorded path of a scenario is not that of its preset; no link carries one. */
export function hasOwnHistory({ presetId, scenario }: LinkedPolicy): boolean {
  return scenarioDifference(preset(presetId), scenario).parameters.some(({ id }) => id === 'history');
}

/** What makes a policy of its preset. Texts about the scenario and where values come from are not part of it. */
export function policyEntries({ presetId, scenario }: LinkedPolicy): LinkEntry[] {
  const { removed, added, parameters } = scenarioDifference(preset(presetId), scenario);
  const levels = [
    { key: REMOVED, text: removed.join('.') },
    { key: ADDED, text: added.join('.') },
  ];
  const settings = parameters.map(({ id, after }) => ({ key: id, text: textOfValue(after) }));
  return [...levels.filter(({ text }) => text !== ''), ...settings];
}

/** Ascending numbers from 1 with dots between; null where a text is none. */
function levelNumbers(text: string): readonly number[] | null {
  if (!/^[1-9]\d*(\.[1-9]\d*)*$/.test(text)) return null;
  const numbers = text.split('.').map(Number);
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number))
    ? numbers
    : null;
}

/** The levels that a key names, none where it is absent; null, with an issue left, where it is wrong. */
function readLevelNumbers(
  key: string,
  entries: readonly LinkEntry[],
  highestOf: (count: number) => number,
  found: Issue[],
): readonly number[] | null {
  const text = entries.find((entry) => entry.key === key)?.text;
  if (text === undefined) return [];
  const numbers = levelNumbers(text);
  const { max } = thresholdCount;
  const highest = Math.min(max, highestOf(numbers?.length ?? max));
  if (numbers !== null && (numbers.at(-1) ?? 0) <= highest) return numbers;
  found.push({ path: key, expected: links.issues.levelNumbers(highest), received: describeValue(text) });
  return null;
}

/** The preset with its levels taken out and new ones put in; null, with issues left, where that cannot be. */
function readLevels(base: Scenario, entries: readonly LinkEntry[], found: Issue[]): Scenario | null {
  const levels = base.thresholds.length;
  const removed = readLevelNumbers(REMOVED, entries, () => levels, found);
  const kept = levels - (removed?.length ?? 0);
  const added = readLevelNumbers(ADDED, entries, (count) => kept + count, found);
  if (removed === null || added === null) return null;
  const count = kept + added.length;
  const { min, max } = thresholdCount;
  if (count >= min && count <= max) return withLevels(base, removed, added);
  const path = count < min ? REMOVED : ADDED;
  found.push({ path, expected: issues.levels(min, max), received: issues.list(count) });
  return null;
}

function settingsIn(entries: readonly LinkEntry[]): Setting[] {
  return entries
    .filter(({ key }) => key !== REMOVED && key !== ADDED)
    .map(({ key, text }) => ({ id: key, text }));
}

function issuesOfSettings(entries: readonly LinkEntry[]): Issue[] {
  return settingsIn(entries).flatMap(({ id, text }) => {
    const parsed = parseValue(id, text);
    return parsed.ok ? [] : [parsed.issue];
  });
}

/** Issues of a policy's entries as far as they can be seen without its preset. */
export function issuesWithoutPreset(entries: readonly LinkEntry[]): Issue[] {
  const found: Issue[] = [];
  for (const key of [REMOVED, ADDED]) readLevelNumbers(key, entries, () => thresholdCount.max, found);
  return [...found, ...issuesOfSettings(entries)];
}

/**
 * The scenario that entries, all of policy keys, make of a preset. Its values are the source's as far as they are
 * still the preset's.
 */
export function readPolicy(presetId: PresetId, entries: readonly LinkEntry[]): Decoded {
  const base = preset(presetId);
  const found: Issue[] = [];
  const levels = readLevels(base, entries, found);
  if (levels === null) return { ok: false, issues: [...found, ...issuesOfSettings(entries)] };
  // The numbers by which the preset's provenance names its levels need not be theirs any more.
  const applied = applySettings({ ...levels, provenance: {} }, settingsIn(entries));
  if (!applied.ok) return applied;
  const provenance = provenanceAfter(base, applied.scenario);
  return { ok: true, scenario: { ...applied.scenario, provenance } };
}
