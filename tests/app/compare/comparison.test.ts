import { describe, expect, test } from 'vitest';
import { changesInWords, comparedTitle, designTitle } from '../../../src/app/compare/changesInWords';
import { comparedAnswers, comparisonTable, signed } from '../../../src/app/compare/comparison';
import type { PinnedResult } from '../../../src/app/compare/letters';
import { policyRows } from '../../../src/app/compare/policyRows';
import { settingName } from '../../../src/app/people/valueText';
import { unchanged, withNewLevel, withoutLevel } from '../../../src/app/session/design';
import { outcomes } from '../../../src/model/score';
import { publicIds } from '../../../src/parameters/parameters';
import { applySettings } from '../../../src/scenario/applySettings';
import { scenarioDifference } from '../../../src/scenario/difference';
import { preset, presetIds } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { answer } from '../chartFixtures';

const baseline = preset('baseline');
const RUNS = 400;

function set(scenario: Scenario, changes: Readonly<Record<string, string>>): Scenario {
  const applied = applySettings(
    scenario,
    Object.entries(changes).map(([id, text]) => ({ id, text })),
  );
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return applied.scenario;
}

const wide = set(baseline, { 'limits.safetyBuffer': '4.585' });

describe('a comparison', () => {
  const a: PinnedResult = { letter: 'A', result: answer(baseline, RUNS) };
  const b: PinnedResult = { letter: 'B', result: answer(wide, RUNS) };
  const table = comparisonTable([a, b])!;
  const row = (id: string) => table.groups.flatMap(({ rows }) => rows).find((each) => each.id === id)!;

  test('says of each policy what its own answer says, and of each but A its difference from A', () => {
    for (const id of outcomes) {
      const { cells } = row(id);
      const shares = [a, b].map(({ result }) => result.summary.outcomes[id]);
      expect(cells.map(({ value }) => value.replace(/[<>]/, ''))).toEqual(
        shares.map(({ share }) => String(share > 0 && share < 0.01 ? 1 : Math.round(share * 100))),
      );
      expect(cells[0]!.difference).toBeNull();
      const [inA, inB] = shares.map(({ share }) => share * 100);
      const number = cells[1]!.difference!.split(' ')[0]!.replace('−', '-');
      expect(Math.abs(Number(number) - (inB! - inA!))).toBeLessThanOrEqual(0.5);
    }
    expect(table.runs).toBe(RUNS);
  });

  test('counts the futures that end more and less safely one by one', () => {
    const rank = (outcome: number) => Math.min(outcome, 4);
    const [inA, inB] = [a, b].map(({ result }) => result.rows.columns.outcome);
    let better = 0;
    let worse = 0;
    for (let run = 0; run < RUNS; run++) {
      const gain = rank(inB![run]!) - rank(inA![run]!);
      if (gain > 0) better++;
      if (gain < 0) worse++;
    }
    expect(better).toBeGreaterThan(RUNS / 5);
    const of = (count: number) => String(Math.round((count / RUNS) * 100));
    expect(table.sentences).toEqual([
      `B is safer than A in ${of(better)} of 100 futures, less safe in ${of(worse)}.`,
    ]);
  });

  test('marks a difference as clear only where zero lies outside its interval', () => {
    expect(row('unsafe').cells[1]!.isClear).toBe(true);
    const same = comparisonTable([a, { letter: 'B', result: a.result }])!;
    const cells = same.groups.flatMap(({ rows }) => rows).flatMap((each) => each.cells.slice(1));
    for (const { difference, isClear } of cells) {
      expect(difference).toMatch(/^0 \(/);
      expect(isClear).toBe(false);
    }
    expect(same.sentences).toEqual(['B and A are the same policy: every difference is exactly zero.']);
  });

  test('needs A and another', () => {
    expect(comparisonTable([])).toBeNull();
    expect(comparisonTable([a])).toBeNull();
    expect(comparisonTable([b])).toBeNull();
    const session = { letter: 'B', result: b.result, seed: b.result.seed, pinnedResults: [a] } as const;
    expect(comparedAnswers(session).map(({ letter }) => letter)).toEqual(['A', 'B']);
    // While the answer is still that to another seed, it is no comparison.
    expect(comparedAnswers({ ...session, seed: 'other' })).toEqual([a]);
  });

  test('signs are those that people read', () => {
    expect([signed(3.4, 0), signed(-3.6, 0), signed(0.2, 0), signed(-0.04, 1), signed(-0.25, 1)]).toEqual([
      '+3',
      '−4',
      '0',
      '0',
      '−0.3',
    ]);
  });
});

describe('changes in words', () => {
  test('name what was and what is', () => {
    const changed = set(preset('anthropic-rsp-v1'), {
      'limits.safetyBuffer': '1',
      't2.limit': 'none',
      't1.gates.training': 'no',
      'response.training': 'continue',
      'evaluation.interval': '0',
      growth: '2/3/4',
    });
    expect(changesInWords(preset('anthropic-rsp-v1'), changed)).toEqual([
      'Growth of capability: 13x a year → 4x a year to 16x a year, most often 8x a year',
      'CBRN-3, can pause training: yes → no',
      'CBRN-4, limit: 1,000x → no limit',
      'Safety buffer: 6x → 2x',
      'Weeks between evaluations: 3 months → not by calendar',
      'Training without security: pause training → continue',
    ]);
  });

  test('name levels that are gone and new, not their parts', () => {
    const design = unchanged(baseline);
    const fewer = withoutLevel(design, 2)!;
    expect(changesInWords(baseline, fewer.scenario)).toEqual(['Level CBRN-4: removed']);
    const more = withNewLevel(design)!;
    expect(changesInWords(baseline, more.scenario)).toEqual(['Level New level: added']);
    expect([design, fewer, more].map(designTitle)).toEqual([
      'Baseline',
      'Baseline, 1 change',
      'Baseline, 1 change',
    ]);
  });

  test('exist for every parameter and every value of every scenario', () => {
    for (const id of presetIds) {
      for (const other of presetIds) {
        for (const line of changesInWords(preset(id), preset(other))) {
          expect(line).not.toMatch(/undefined|NaN|\[object|null/);
        }
      }
      const scenario = preset(id);
      for (const publicId of publicIds(scenario.thresholds.length)) {
        expect(settingName(publicId, scenario)).not.toMatch(/undefined|^$/);
      }
      expect(scenarioDifference(scenario, scenario).parameters).toEqual([]);
    }
  });
});

describe('the policies on paper', () => {
  const base = unchanged(baseline);
  const wider = { base: baseline, scenario: wide };
  const a: PinnedResult = { letter: 'A', result: answer(baseline, RUNS) };
  const b: PinnedResult = { letter: 'B', result: answer(wide, RUNS) };

  test('are measured by the present one, the last: the reverse of the table that starts from A', () => {
    const [first, present] = policyRows([base, wider], [a, b]);
    expect(first).toMatchObject({ letter: 'A', title: 'Baseline', changes: '', isPresent: false });
    expect(present).toMatchObject({
      letter: 'B',
      title: 'Baseline, 1 change',
      changes: 'Safety buffer: 6x → 24x',
      isPresent: true,
    });
    expect(present!.numbers!.difference).toBeNull();
    const fromA = comparisonTable([a, b])!.groups[0]!.rows.find(({ id }) => id === 'unsafe')!.cells[1]!;
    const numbers = (text: string) =>
      [...text.replaceAll('−', '-').matchAll(/[-+]?[\d.]+/g)].map(([number]) => Number(number));
    const [difference, low, high] = numbers(fromA.difference!) as [number, number, number];
    expect(difference).toBeLessThan(0);
    expect(numbers(first!.numbers!.difference!)).toEqual([-difference, -high, -low]);
    for (const { result, row } of [
      { result: a.result, row: first! },
      { result: b.result, row: present! },
    ]) {
      const weeks = Math.round(result.summary.measures.pausedWeeks.q50!);
      expect(row.numbers!.paused).toBe(`${weeks} weeks`);
      expect(result.headline.title).toContain(`In ${row.numbers!.unsafe.split(' ')[0]!} of 100`);
    }
  });

  test('without an answer have no numbers, and without the present one none has', () => {
    const numbers = (answers: readonly PinnedResult[]) =>
      policyRows([base, wider], answers).map((row) => row.numbers !== null);
    expect(numbers([b])).toEqual([false, true]);
    expect(numbers([a])).toEqual([false, false]);
  });

  test('are named in what is cited and passed on', () => {
    expect(comparedTitle(wider, [])).toBe('Baseline, 1 change');
    expect(comparedTitle(wider, [base, unchanged(preset('no-policy'))])).toBe(
      `Baseline, 1 change (C), compared with Baseline (A); ${preset('no-policy').title} (B)`,
    );
  });
});
