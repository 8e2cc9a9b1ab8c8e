import { expect, test } from 'vitest';
import { presetIds } from '../../src/scenario/presets';
import { differences } from '../support/differences';
import { goldenResults, movesText, type GoldenResults } from './goldenResults';
import file from './results.json';

const golden = file as unknown as GoldenResults;
const now = goldenResults();

test('there are golden results for every preset, and for nothing else', () => {
  expect(Object.keys(golden)).toEqual(presetIds);
});

test.each(presetIds)('%s gives its golden results to the last bit', (id) => {
  const moves = differences(golden[id], now[id]);
  if (moves.length > 0) {
    expect.fail(
      `${moves.length} golden values of ${id} moved. If they should: npm run golden:update.\n${movesText(moves)}`,
    );
  }
});

test('what moved is said, value by value', () => {
  const before = { a: 1, b: [{ c: 0 }, { c: null }], column: Int32Array.of(1, 2), gone: 'x' };
  const after = { a: 1, b: [{ c: -0 }, { c: 2 }], column: Int32Array.of(1, 3), come: {} };
  expect(movesText(differences(before, after))).toBe(
    'b.0.c: 0 → 0\nb.1.c: null → 2\ncolumn.1: 2 → 3\ngone: "x" → absent\ncome: absent → present',
  );
  expect(differences({ n: NaN }, { n: NaN })).toEqual([]);
});
