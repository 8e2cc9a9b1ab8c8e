import { describe, expect, test } from 'vitest';
import type { PinnedResult } from '../../src/app/compare/letters';
import { printSheet, type SheetInput } from '../../src/app/printSheet';
import { unchanged } from '../../src/app/session/design';
import { linkOfSession } from '../../src/app/share/linkOfSession';
import { chartHeights } from '../../src/app/sheetHeights';
import { messages } from '../../src/messages/messages';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { answer, changed } from './chartFixtures';

const baseline = preset('baseline');
const wide = changed('baseline', { 'limits.safetyBuffer': '4.585' });

function input(scenario: Scenario, base = scenario): SheetInput {
  const design = { base, scenario };
  const result = answer(scenario);
  const link = linkOfSession({
    design,
    pinned: [],
    seed: '1',
    look: { run: 0, opened: null, kind: 'any', isTold: false, isKnownOnly: false, week: null },
    isSettled: true,
    result,
  });
  return {
    result,
    design,
    pinned: [],
    answers: [],
    assumed: [],
    link,
    page: 'https://example.org/rsp/',
    printed: new Date(2026, 10, 24, 12),
  };
}

describe('the printed page', () => {
  test.each(presetIds)('of %s is told without a hole', (id) => {
    const sheet = printSheet(input(preset(id)));
    expect(JSON.stringify(sheet)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(sheet.changes).toEqual([]);
    expect(sheet.changesTitle).toBe(`Settings as in ${preset(id).title}`);
    expect(sheet.caveats[0]).toContain('predicts nothing about any company');
    expect(sheet.addressText).toContain('https://example.org/rsp/#v1/');
    expect(sheet.colophon).toContain('Printed 24 November 2026.');
  });

  test('lists what was changed, and how much more there is', () => {
    const few = printSheet(input(wide, baseline));
    expect([few.changesTitle, ...few.changes]).toEqual(['Changed from Baseline', 'Safety buffer: 6x → 24x']);
    const ids = ['t1', 't2', 't3'].flatMap((level) => [
      `${level}.gates.training`,
      `${level}.gates.internalUse`,
    ]);
    const settings = Object.fromEntries(
      [...ids, 't1.gates.release', 't2.gates.release'].map((id) => [id, 'no']),
    );
    const many = printSheet(input(changed('baseline', settings), baseline));
    expect(many.changes).toHaveLength(7);
    expect(many.changes.at(-1)).toBe('and 2 more');
  });

  test('has a row for each policy compared, and none where none is', () => {
    expect(printSheet(input(wide, baseline)).policies).toEqual([]);
    const own = input(wide, baseline);
    const answers: PinnedResult[] = [
      { letter: 'A', result: answer(baseline) },
      { letter: 'B', result: own.result },
    ];
    const { policies } = printSheet({ ...own, pinned: [unchanged(baseline)], answers });
    expect(policies.map(({ letter, isPresent }) => [letter, isPresent])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });

  test('of a scenario that no link can carry says why there is none', () => {
    const own = { ...baseline, id: 'my-own', caveats: ['Made up.'] };
    const sheet = printSheet(input(own));
    expect(sheet.address).toBeNull();
    expect(sheet.addressText).toBe(`There is no link to this result. ${messages.links.refusals.texts}`);
  });
});

describe('charts on paper', () => {
  const usual = { levels: 3, changes: 2, comparedLines: 0, drawn: 0, caveats: ['a', 'b'] };
  const fullest = {
    levels: 6,
    changes: 7,
    comparedLines: 8,
    caveats: Array<string>(5).fill('x'.repeat(500)),
  };

  test('give way to words, and never vanish', () => {
    const full = chartHeights(usual);
    const less = chartHeights({ ...usual, levels: 6, comparedLines: 3, drawn: 1 });
    expect(less.capability + less.activity).toBe(full.capability + full.activity - 6 * 16);
    const least = chartHeights({ ...fullest, drawn: 3 });
    expect(least.capability).toBe(130);
  });

  test('leave room for the labels beside the rows, however many lines each has', () => {
    for (const [drawn, lines] of [
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 3],
    ] as const) {
      expect(chartHeights({ ...fullest, drawn }).activity).toBeGreaterThanOrEqual(4 * lines * 14);
    }
  });
});
