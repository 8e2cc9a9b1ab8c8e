import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { nearestNames } from '../parameters/nearestNames';
import { levelId, parsePublicId, publicIds, scenarioKeys } from '../parameters/publicId';
import { definitionOf, parameterIds } from '../parameters/registry';
import { unknownParameter } from '../parameters/unknownParameter';
import { isRecord, pathText, valueAt, type Path } from './path';
import { sourceIds } from './sources';

const { issues } = messages;

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function distributionsOutOfOrder(input: unknown): Issue[] {
  return parameterIds.flatMap((id) => {
    const definition = definitionOf(id);
    if (definition.kind !== 'number' || !definition.uncertain) return [];
    const path = scenarioKeys({ id, level: null });
    const value = valueAt(input, path);
    if (!isRecord(value)) return [];
    const { low, mode, high } = value;
    if (typeof low !== 'number' || typeof mode !== 'number' || typeof high !== 'number') return [];
    if (!(low > mode || mode > high)) return [];
    return [{ path: pathText(path), expected: issues.ordered, received: `${low}/${mode}/${high}` }];
  });
}

function historyOutOfOrder(input: unknown): Issue[] {
  const path: Path = ['world', 'history'];
  const found: Issue[] = [];
  let before: { week: number; capability: number } | undefined;
  for (const [index, point] of list(valueAt(input, path)).entries()) {
    if (!isRecord(point)) continue;
    const { week, capability } = point;
    if (typeof week !== 'number' || typeof capability !== 'number') continue;
    const expect = (key: string, expected: string, received: number) =>
      found.push({ path: pathText([...path, index, key]), expected, received: String(received) });
    if (index === 0 && week !== 0) expect('week', issues.firstWeek, week);
    if (before !== undefined && week <= before.week) {
      expect('week', issues.laterWeek(String(before.week)), week);
    }
    if (before !== undefined && capability < before.capability) {
      expect('capability', issues.noFall(String(before.capability)), capability);
    }
    before = { week, capability };
  }
  return found;
}

function namesTwice(input: unknown): Issue[] {
  const holders = new Map<string, string>();
  return list(valueAt(input, ['thresholds'])).flatMap((threshold, index) => {
    const name = valueAt(threshold, ['name']);
    if (typeof name !== 'string') return [];
    const path = pathText(['thresholds', index, 'name']);
    const holder = holders.get(name);
    if (holder === undefined) {
      holders.set(name, pathText(['thresholds', index]));
      return [];
    }
    return [{ path, expected: issues.uniqueName(holder), received: describeValue(name) }];
  });
}

/** A protection that nobody knows how to build cannot be in place at the start. */
function protectedWithoutLeadTime(input: unknown): Issue[] {
  return list(valueAt(input, ['thresholds'])).flatMap((threshold, index) => {
    if (valueAt(threshold, ['protectedAtStart']) !== true) return [];
    return ['security', 'deployment']
      .filter((protection) => valueAt(threshold, ['leadTime', protection]) === null)
      .map((protection) => ({
        path: pathText(['thresholds', index, 'leadTime', protection]),
        expected: issues.leadTimeOfProtected,
        received: describeValue(null),
      }));
  });
}

function unknownProvenance(input: unknown): Issue[] {
  const provenance = valueAt(input, ['provenance']);
  if (provenance === undefined) return [];
  // Valibot's record takes a list for an object without keys.
  if (Array.isArray(provenance)) {
    const received = describeValue(provenance);
    return [{ path: 'provenance', expected: issues.provenanceMap, received }];
  }
  if (!isRecord(provenance)) return [];
  const levels = list(valueAt(input, ['thresholds'])).length;
  const known = new Set(publicIds(levels));
  return Object.entries(provenance).flatMap(([id, entry]) => {
    const found: Issue[] = [];
    const path = ['provenance', id];
    if (!known.has(id)) found.push({ ...idIssue(id, levels), path: pathText(path) });
    const source = valueAt(entry, ['source']);
    if (typeof source === 'string' && !sourceIds.includes(source)) {
      const expected = issues.knownSource(nearestNames(source, sourceIds));
      found.push({ path: pathText([...path, 'source']), expected, received: describeValue(source) });
    }
    return found;
  });
}

/** Why an id is none of a scenario with so many levels: no parameter has it, or no level has its number. */
export function idIssue(id: string, levels: number): Issue {
  const parsed = parsePublicId(id);
  if (parsed === null) return unknownParameter(id);
  return { path: id, expected: issues.existingLevel(levels), received: describeValue(id) };
}

/** Whether a public id belongs to a scenario with so many levels. */
export function hasParameter(id: string, levels: number): boolean {
  const parsed = parsePublicId(id);
  if (parsed === null) return false;
  return parsed.level === null || (parsed.level <= levels && levelId(parsed.id, parsed.level) === id);
}

/** Every rule that ties values to each other, as far as an input of any shape lets it be checked. */
export function ruleIssues(input: unknown): Issue[] {
  return [
    ...unknownProvenance(input),
    ...distributionsOutOfOrder(input),
    ...historyOutOfOrder(input),
    ...namesTwice(input),
    ...protectedWithoutLeadTime(input),
  ];
}
