import { describe, expect, test } from 'vitest';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { poolRunner } from '../../src/engine/poolRunner';
import { chunkRuns, type EnsembleJob, type Runner } from '../../src/engine/runner';
import { sampleRun } from '../../src/engine/sampleRun';
import { runColumns } from '../../src/engine/runTable';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';
import { cloningThread } from '../support/cloningThread';

function shortBaseline() {
  const result = applySettings(preset('baseline'), [{ id: 'horizon', text: '100' }]);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

const scenario = shortBaseline();
const chunk = chunkRuns(scenario);
const job: EnsembleJob = { scenario, seed: 'runner', from: 3, to: 3 + 3 * chunk + 7 };

function direct({ from, to, seed }: EnsembleJob = job) {
  const simulator = new EnsembleSimulator(scenario, seed);
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from, to }, aggregate);
  return aggregate;
}

const runners: [string, () => Runner][] = [
  ['inline', inlineRunner],
  ['a pool of one', () => poolRunner([cloningThread()])],
  [
    'a pool of three, of which one is slow',
    () => poolRunner([1, 9, 2].map((turns) => cloningThread(() => turns))),
  ],
  ['a pool of more threads than chunks', () => poolRunner(Array.from({ length: 9 }, () => cloningThread()))],
];

describe.each(runners)('%s', (_, make) => {
  test('gives the same aggregate, to the last bit', async () => {
    const runner = make();
    const progress: number[] = [];
    const aggregate = await runner.run(job, { onProgress: (done) => progress.push(done) });
    expect(aggregate).toEqual(direct());
    expect(progress.at(-1)).toBe(job.to - job.from);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    runner.dispose();
  });

  test('delivers the per-run table in order, one chunk at a time', async () => {
    const runner = make();
    const width = runColumns(scenario.thresholds.length).length;
    const runs: number[] = [];
    let open = 0;
    await runner.run(job, {
      onRows: async (rows) => {
        expect(++open).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        for (let at = 0; at < rows.length; at += width) runs.push(rows[at] ?? NaN);
        open--;
      },
    });
    expect(runs).toEqual(Array.from({ length: job.to - job.from }, (__, i) => job.from + i));
    runner.dispose();
  });

  test('delivers the columns that the job chooses, in its order', async () => {
    const runner = make();
    const all = runColumns(scenario.thresholds.length).map(({ id }) => id);
    const columns = ['foregoneDoublings', 't2.leadWeeks', 'run', 'missedWarning', 'firstPauseWeek'];
    const collect = async (which: EnsembleJob): Promise<number[]> => {
      const values: number[] = [];
      await runner.run(which, { onRows: (rows) => void values.push(...rows) });
      return values;
    };
    const whole = await collect(job);
    const chosen = await collect({ ...job, columns });
    expect(whole).toHaveLength((job.to - job.from) * all.length);
    const expected = Array.from({ length: job.to - job.from }, (_, row) =>
      columns.map((id) => whole[row * all.length + all.indexOf(id)]),
    );
    expect(chosen).toEqual(expected.flat());
    expect(await collect({ ...job, columns: [] })).toEqual([]);
    runner.dispose();
  });

  test('refuses a column that is not in the table', async () => {
    const runner = make();
    const columns = ['run', 't9.leadWeeks'];
    const wrong = runner.run({ ...job, columns }, { onRows: () => undefined });
    await expect(wrong).rejects.toThrow(new RangeError('No column of the per-run table: t9.leadWeeks'));
    expect(await runner.run(job)).toEqual(direct());
    runner.dispose();
  });

  test('a cancelled job is rejected with the signal’s reason, and the next one is whole', async () => {
    const runner = make();
    const controller = new AbortController();
    const cancelled = runner.run(job, {
      signal: controller.signal,
      onProgress: () => controller.abort('newer'),
    });
    await expect(cancelled).rejects.toBe('newer');
    const next = { ...job, from: 0, to: 40, seed: 'next' };
    expect(await runner.run(next)).toEqual(direct(next));
    runner.dispose();
  });

  test('a run by itself is the one of that number, whatever else is under way', async () => {
    const runner = make();
    const [ensemble, ...samples] = await Promise.all([
      runner.run(job),
      ...[0, 5, 5].map((run) => runner.sample({ scenario, seed: 'runner', run })),
    ]);
    expect(ensemble).toEqual(direct());
    expect(samples).toEqual([0, 5, 5].map((run) => sampleRun(scenario, 'runner', run)));
    expect(samples[0]).not.toEqual(samples[1]);
    runner.dispose();
    await expect(runner.sample({ scenario, seed: 'runner', run: 0 })).rejects.toThrow('disposed');
  });

  test('jobs side by side do not mix', async () => {
    const runner = make();
    const jobs = ['a', 'b', 'c'].map((seed) => ({ ...job, seed }));
    const aggregates = await Promise.all(jobs.map((each) => runner.run(each)));
    aggregates.forEach((aggregate, i) => expect(aggregate).toEqual(direct(jobs[i])));
    runner.dispose();
  });

  test('an aborted signal and an empty job are refused; a disposed runner runs nothing', async () => {
    const runner = make();
    await expect(runner.run(job, { signal: AbortSignal.abort('no') })).rejects.toBe('no');
    await expect(runner.run({ ...job, to: job.from })).rejects.toThrow(RangeError);
    await expect(runner.run({ ...job, from: 0.5 })).rejects.toThrow(RangeError);
    const open = runner.run(job);
    runner.dispose();
    await expect(open).rejects.toThrow('disposed');
    await expect(runner.run(job)).rejects.toThrow('disposed');
  });

  test('a failure while rows are written rejects the job', async () => {
    const runner = make();
    const full = new Error('disk full');
    await expect(runner.run(job, { onRows: () => Promise.reject(full) })).rejects.toBe(full);
    runner.dispose();
  });
});

test('a thread that breaks rejects its job and the pool', async () => {
  const thread = cloningThread();
  let fail: (error: Error) => void = () => undefined;
  const runner = poolRunner([{ ...thread, listen: (_, onFailure) => (fail = onFailure) }]);
  const open = runner.run(job);
  fail(new Error('out of memory'));
  await expect(open).rejects.toThrow('out of memory');
  await expect(runner.run(job)).rejects.toThrow('out of memory');
});

test('an error inside a thread rejects the job with its message', async () => {
  const runner = poolRunner([cloningThread()]);
  const broken = { ...scenario, thresholds: null } as unknown as typeof scenario;
  await expect(runner.run({ ...job, scenario: broken })).rejects.toThrow(/TypeError/);
});
