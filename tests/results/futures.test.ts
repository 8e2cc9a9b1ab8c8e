import { describe, expect, test } from 'vitest';
import { simulateRun } from '../../src/engine/simulateRun';
import { outcomes } from '../../src/model/score';
import { futuresOf, nextFuture } from '../../src/results/futures';
import { comparedMeasures, type ComparedMeasure, type RunRows } from '../../src/results/runRows';
import { flaggedKinds, rankedKinds, type FutureKind } from '../../src/scenario/futureKinds';
import { preset } from '../../src/scenario/presets';
import { answer } from '../app/chartFixtures';

const runs = 400;
const scenario = preset('anthropic-rsp-v1');
const { rows, summary } = answer(scenario, runs);

const order = (kind: FutureKind): number[] => [...futuresOf(rows, kind)];
const value = (id: ComparedMeasure, run: number): number => rows.columns[id][run]!;
const severity = (run: number): number => rows.columns.outcome[run]!;

describe('the futures of a kind', () => {
  test.each(['any', ...rankedKinds] as const)('%s: every run once', (kind) => {
    expect(order(kind).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: runs }, (_, k) => k),
    );
  });

  test.each(flaggedKinds)('%s: exactly the runs that the summary counts, by number', (kind) => {
    const found = order(kind);
    expect(found).toHaveLength(summary.flags[kind].count);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    for (const run of found.slice(0, 5)) {
      const { lab } = simulateRun(scenario, '1', run);
      const isOf = {
        missedWarning: [...lab.missedWarning].some((flag) => flag === 1),
        falseAlarm: [...lab.falseAlarm].some((flag) => flag === 1),
        pauseAbandoned: lab.abandoned > 0,
      };
      expect(isOf[kind], `run ${run}`).toBe(true);
    }
  });

  test('the worst: no run has a worse outcome, or as bad a one with more unsafe weeks', () => {
    const unsafeWeeks = (run: number): number =>
      value('unsafeDeploymentWeeks', run) +
      value('unsafeInternalUseWeeks', run) +
      value('unsecuredWeeks', run);
    const [worst = -1] = order('worst');
    for (let run = 0; run < runs; run++) {
      expect(severity(run)).toBeGreaterThanOrEqual(severity(worst));
      if (severity(run) === severity(worst)) expect(unsafeWeeks(run)).toBeLessThanOrEqual(unsafeWeeks(worst));
    }
    expect(outcomes[severity(worst)]).toBe('unsafe-deployment');
  });

  test('the luckiest: no run has a better outcome, or as good a one with fewer weeks held back', () => {
    const held = (run: number): number =>
      value('pausedWeeks', run) + value('suspendedWeeks', run) + value('withheldWeeks', run);
    const [luckiest = -1] = order('luckiest');
    for (let run = 0; run < runs; run++) {
      expect(severity(run)).toBeLessThanOrEqual(severity(luckiest));
      if (severity(run) === severity(luckiest)) expect(held(run)).toBeGreaterThanOrEqual(held(luckiest));
    }
  });

  test('the most typical is nearer to every median than most runs are', () => {
    const [typical = -1] = order('typical');
    const distance = (id: ComparedMeasure, run: number): number => {
      const sorted = [...rows.columns[id]].toSorted((one, other) => one - other);
      return Math.abs(value(id, run) - sorted[Math.floor((runs - 1) / 2)]!);
    };
    for (const id of comparedMeasures) {
      const nearer = Array.from({ length: runs }, (_, run) => run).filter(
        (run) => distance(id, run) < distance(id, typical),
      );
      expect(nearer.length, id).toBeLessThan(runs / 2);
    }
  });

  test('runs alike in everything stand by their numbers', () => {
    const zeros = new Float64Array(5);
    const alike = {
      runs: 5,
      columns: Object.fromEntries(Object.keys(rows.columns).map((id) => [id, zeros])),
    } as unknown as RunRows;
    for (const kind of rankedKinds) expect([...futuresOf(alike, kind)]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('the next future', () => {
  const list = Int32Array.of(2, 5, 9);
  test.each([
    [2, 1, 5],
    [9, 1, 2],
    [2, -1, 9],
    [5, -1, 2],
    // From one that is not of the kind.
    [6, 1, 9],
    [6, -1, 5],
    [12, 1, 2],
    [0, -1, 9],
  ] as const)('after %i by %i is %i', (run, step, next) => {
    expect(nextFuture(list, run, step)).toBe(next);
  });

  test('there is none where none is of the kind', () => {
    expect(nextFuture(new Int32Array(0), 3, 1)).toBeNull();
  });

  test('steps lead through every future of a kind and back', () => {
    for (const kind of ['worst', 'falseAlarm'] as const) {
      const futures = futuresOf(rows, kind);
      const seen: number[] = [];
      let run = futures[0]!;
      do {
        seen.push(run);
        run = nextFuture(futures, run, 1)!;
      } while (run !== seen[0]);
      expect(seen).toEqual([...futures]);
      expect(nextFuture(futures, seen[0], -1)).toBe(seen.at(-1));
    }
  });
});
