import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeScenario } from '../../src/scenario/decode';
import { newLevel, originsOfLevels, withLevels } from '../../src/scenario/levels';
import { preset } from '../../src/scenario/presets';
import type { Threshold } from '../../src/scenario/scenario';
import { arbitraryScenario } from '../support/arbitraryScenario';

const baseline = preset('baseline');
const [first, second, third] = baseline.thresholds as [Threshold, Threshold, Threshold];
const all = [first, second, third];

test('a new level is one that a scenario may have', () => {
  expect(decodeScenario({ ...baseline, thresholds: [...all, newLevel] }).ok).toBe(true);
});

describe('the origins of levels', () => {
  const renamed = { ...second, name: 'Other' };
  const moved = { ...second, danger: 9, limit: 8, leadTime: { security: 1, deployment: 1 } };
  const gates = { ...second.gates, release: false };
  const replaced = { ...newLevel, name: 'Cyber', domain: 'cyber', gates };

  test.each<[string, readonly Threshold[], readonly (number | null)[]]>([
    ['unchanged', all, [0, 1, 2]],
    ['the first removed', [second, third], [1, 2]],
    ['the middle removed', [first, third], [0, 2]],
    ['the last removed', [first, second], [0, 1]],
    ['all but one removed', [second], [1]],
    ['one put first', [newLevel, ...all], [null, 0, 1, 2]],
    ['one put between', [first, newLevel, second, third], [0, null, 1, 2]],
    ['one put last', [...all, newLevel], [0, 1, 2, null]],
    [
      'one at either end and between',
      [newLevel, first, replaced, second, third, { ...newLevel, name: 'x' }],
      [null, 0, null, 1, 2, null],
    ],
    ['one renamed', [first, renamed, third], [0, 1, 2]],
    ['one renamed, another removed', [renamed, third], [1, 2]],
    ['four values of one changed', [first, moved, third], [0, 1, 2]],
    ['one replaced', [first, replaced, third], [0, null, 2]],
    ['two exchanged', [second, first, third], [null, 0, 2]],
    ['the first moved to the end', [second, third, first], [1, 2, null]],
  ])('%s', (_, after, origins) => {
    expect(originsOfLevels(all, after)).toEqual(origins);
  });

  test('are found whatever the order of a level’s keys', () => {
    const { name, ...rest } = second;
    expect(originsOfLevels(all, [{ ...rest, name }])).toEqual([1]);
  });

  test('keep their order and name no level twice', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (before, after) => {
        const origins = originsOfLevels(before.thresholds, after.thresholds);
        expect(origins).toHaveLength(after.thresholds.length);
        const kept = origins.filter((origin) => origin !== null);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        for (const origin of kept) expect(before.thresholds[origin]).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('are the levels themselves where nothing was changed but that some are gone', () => {
    fc.assert(
      fc.property(
        arbitraryScenario(),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (scenario, gone) => {
          const { thresholds } = scenario;
          const left = thresholds.map((_, index) => index).filter((index) => gone[index] !== true);
          expect(
            originsOfLevels(
              thresholds,
              left.map((index) => thresholds[index]!),
            ),
          ).toEqual(left);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('withLevels', () => {
  test.each<[readonly number[], readonly number[], readonly Threshold[]]>([
    [[], [], all],
    [[2], [], [first, third]],
    [[1, 3], [], [second]],
    [[3, 1], [], [second]],
    [[], [1], [newLevel, ...all]],
    [[], [2, 5], [first, newLevel, second, third, newLevel]],
    [[], [5, 2], [first, newLevel, second, third, newLevel]],
    [[2], [2], [first, newLevel, third]],
    [
      [1, 2, 3],
      [1, 2],
      [newLevel, newLevel],
    ],
  ])('takes levels %j out and puts new ones at %j', (removed, added, thresholds) => {
    const before = structuredClone(baseline);
    expect(withLevels(baseline, removed, added)).toEqual({ ...baseline, thresholds });
    expect(baseline).toEqual(before);
  });
});
