import { describe, expect, test } from 'vitest';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { poolRunner } from '../../src/engine/poolRunner';
import type { Runner } from '../../src/engine/runner';
import { runColumns } from '../../src/engine/runTable';
import { simulateRun } from '../../src/engine/simulateRun';
import { outcomes } from '../../src/model/score';
import { comparedColumns, RowsCollector, type RunRows } from '../../src/results/runRows';
import { preset } from '../../src/scenario/presets';
import { cloningThread } from '../support/cloningThread';

const base = preset('baseline');
// 600 runs are three chunks.
const scenario = { ...base, world: { ...base.world, horizon: 200 } };
const seed = 'rows';

/** The first runs, collected in jobs that end at `ends`. */
async function collected(runner: Runner, ends: readonly number[]): Promise<RunRows> {
  const collector = new RowsCollector();
  for (const to of ends) {
    const job = { scenario, seed, from: collector.rows.runs, to, columns: comparedColumns };
    await runner.run(job, { onRows: collector.onRows });
  }
  runner.dispose();
  return collector.rows;
}

test('what is compared is in the per-run table', () => {
  const ids = runColumns(1).map(({ id }) => id);
  expect(comparedColumns.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(comparedColumns).size).toBe(comparedColumns.length);
});

describe('the rows of runs', () => {
  test('are what the runs say one by one', async () => {
    const { runs, columns } = await collected(inlineRunner(), [40]);
    expect(runs).toBe(40);
    expect([...columns.run]).toEqual(Array.from({ length: 40 }, (_, run) => run));
    for (let run = 0; run < runs; run++) {
      const { lab, outcome } = simulateRun(scenario, seed, run);
      expect(outcomes[columns.outcome[run]!]).toBe(outcome);
      expect(columns.pausedWeeks[run]).toBe(lab.pausedWeeks);
      expect(columns.releases[run]).toBe(lab.releases);
      expect(columns.recalled[run]).toBe(lab.recalls > 0 ? 1 : 0);
      const foregone = lab.unconstrainedCapability - lab.trueCapability;
      expect(Math.abs(columns.foregoneDoublings[run]! - foregone)).toBeLessThanOrEqual(2 ** -21);
    }
  });

  test('are the same on one thread and on two, in one job and in several', async () => {
    const whole = await collected(inlineRunner(), [700]);
    const slow = (): Runner => poolRunner([cloningThread(() => 7), cloningThread()]);
    expect(await collected(poolRunner([cloningThread()]), [700])).toEqual(whole);
    expect(await collected(slow(), [700])).toEqual(whole);
    expect(await collected(slow(), [1, 260, 700])).toEqual(whole);
  });

  test('stay as they were when more come', async () => {
    const collector = new RowsCollector();
    const job = { scenario, seed, from: 0, to: 2, columns: comparedColumns };
    const runner = inlineRunner();
    await runner.run(job, { onRows: collector.onRows });
    const { rows } = collector;
    const before = structuredClone(rows);
    await runner.run({ ...job, to: 1100 }, { onRows: collector.onRows });
    await runner.run({ ...job, from: 1100, to: 1200 }, { onRows: collector.onRows });
    expect(rows).toEqual(before);
    expect(rows.runs).toBe(2);
    expect(collector.rows).toEqual(await collected(runner, [1200]));
  });

  test('of a job done again are the same runs', async () => {
    const collector = new RowsCollector();
    const runner = poolRunner([cloningThread(), cloningThread()]);
    const job = { scenario, seed, from: 0, to: 700, columns: comparedColumns };
    const controller = new AbortController();
    const cancelled = runner.run(job, {
      signal: controller.signal,
      onRows: (rows) => {
        collector.onRows(rows);
        controller.abort('enough');
      },
    });
    await expect(cancelled).rejects.toBe('enough');
    expect(collector.rows.runs).toBeGreaterThan(0);
    expect(collector.rows.runs).toBeLessThan(700);
    await runner.run(job, { onRows: collector.onRows });
    expect(collector.rows).toEqual(await collected(runner, [700]));
  });

  test('are not part of a row, and leave none out', () => {
    const width = comparedColumns.length;
    const collector = new RowsCollector();
    expect(() => collector.onRows(new Float64Array(width + 1))).toThrow(RangeError);
    collector.onRows(new Float64Array(width));
    for (const run of [2, -1, 0.5, NaN]) {
      const row = new Float64Array(width);
      row[0] = run;
      expect(() => collector.onRows(row), `run ${run}`).toThrow(RangeError);
    }
    expect(collector.rows.runs).toBe(1);
  });
});
