import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { poolRunner } from '../../src/engine/poolRunner';
import { chunkRuns, type Runner, type TrialsJob } from '../../src/engine/runner';
import { simulateRun } from '../../src/engine/simulateRun';
import { byTrial, partsOf, runsOf, TrialSimulator, type Trial } from '../../src/engine/trials';
import { outcomeOf, outcomes } from '../../src/model/score';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { cloningThread } from '../support/cloningThread';
import { eventfulScenario } from '../support/eventfulScenario';
import { withWorkerThreads } from '../support/workerThreads';

const scenario = preset('anthropic-rsp-v2-2');
const seed = 'trials';
const many = Array.from({ length: chunkRuns(scenario) + 30 }, (_, run) => 2 * run);

const trials: readonly Trial[] = [
  { changes: [], runs: many },
  { changes: [], runs: [] },
  { changes: [{ keys: ['policy', 'evaluation', 'interval'], value: 1 }], runs: [5, 3, 5, 9_999_999] },
  {
    changes: [
      { keys: ['policy', 'limits', 'safetyBuffer'], value: 0 },
      { keys: ['thresholds', 1, 'limit'], value: null },
      { keys: ['thresholds', 0, 'gates', 'release'], value: false },
    ],
    runs: [0, 1, 2],
  },
];
const job: TrialsJob = { scenario, seed, trials };

/** The same settings by their public ids, as the command line sets them. */
const settings = [
  [],
  [],
  [{ id: 'evaluation.interval', text: '1' }],
  [
    { id: 'limits.safetyBuffer', text: '0' },
    { id: 't2.limit', text: 'none' },
    { id: 't1.gates.release', text: 'no' },
  ],
];

/** The outcomes of the same runs, each simulated in full by itself. */
const expected = trials.map(({ runs }, index) => {
  const applied = applySettings(scenario, settings[index]!);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return Uint8Array.from(runs, (run) => outcomes.indexOf(simulateRun(applied.scenario, seed, run).outcome));
});

test('the trials differ from each other', () => {
  expect(new Set(expected[0]).size).toBeGreaterThan(2);
  expect([...expected[3]!]).not.toEqual([...expected[0]!.subarray(0, 2), expected[0]![1]]);
});

const runners: [string, () => Runner][] = [
  ['inline', inlineRunner],
  ['a pool of one', () => poolRunner([cloningThread()])],
  [
    'a pool of three, of which one is slow',
    () => poolRunner([1, 9, 2].map((turns) => cloningThread(() => turns))),
  ],
  ['a pool of more threads than parts', () => poolRunner(Array.from({ length: 9 }, () => cloningThread()))],
];

describe.each(runners)('%s', (_, make) => {
  test('gives the outcome of every run of every trial, and says how far it is', async () => {
    const runner = make();
    const progress: number[] = [];
    expect(await runner.trials(job, { onProgress: (done) => progress.push(done) })).toEqual(expected);
    expect(progress.at(-1)).toBe(runsOf(trials));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    runner.dispose();
  });

  test('no trials, and trials of no runs, have no outcomes', async () => {
    const runner = make();
    expect(await runner.trials({ scenario, seed, trials: [] })).toEqual([]);
    expect(await runner.trials({ scenario, seed, trials: [trials[1]!] })).toEqual([new Uint8Array()]);
    runner.dispose();
  });

  test('a cancelled job is rejected with the signal’s reason, and the next one is whole', async () => {
    const runner = make();
    const controller = new AbortController();
    let heard = 0;
    const cancelled = runner.trials(job, {
      signal: controller.signal,
      onProgress: () => {
        heard++;
        controller.abort('newer');
      },
    });
    await expect(cancelled).rejects.toBe('newer');
    expect(await runner.trials(job)).toEqual(expected);
    expect(heard).toBe(1);
    await expect(runner.trials(job, { signal: AbortSignal.abort('no') })).rejects.toBe('no');
    runner.dispose();
    await expect(runner.trials(job)).rejects.toThrow('disposed');
  });

  test('ensembles, samples and trials side by side do not mix', async () => {
    const runner = make();
    const range = { from: 0, to: 250 };
    const [first, aggregate, sample, second] = await Promise.all([
      runner.trials(job),
      runner.run({ scenario, seed, ...range }),
      runner.sample({ scenario, seed, run: 4 }),
      runner.trials({ ...job, trials: trials.toReversed() }),
    ]);
    expect(first).toEqual(expected);
    expect(second).toEqual(expected.toReversed());
    expect(outcomes.indexOf(sample.outcome)).toBe(expected[0]![2]);
    const simulator = new EnsembleSimulator(scenario, seed);
    const direct = simulator.newAggregate();
    simulator.simulate(range, direct);
    expect(aggregate).toEqual(direct);
    runner.dispose();
  });

  test('a number that is no run’s, and keys that lead nowhere, reject the job', async () => {
    const runner = make();
    const wrong = (trial: Trial) => runner.trials({ scenario, seed, trials: [trial] });
    await expect(wrong({ changes: [], runs: [0.5] })).rejects.toThrow(/RangeError|setRun/);
    await expect(wrong({ changes: [{ keys: ['no', 'such'], value: 1 }], runs: [1] })).rejects.toThrow();
    expect(await runner.trials(job)).toEqual(expected);
    runner.dispose();
  });
});

test('threads of Node give the same', async () => {
  await withWorkerThreads(2, async (threads) => {
    const runner = poolRunner(threads);
    expect(await runner.trials(job)).toEqual(expected);
    const controller = new AbortController();
    const cancelled = runner.trials(job, {
      signal: controller.signal,
      onProgress: () => controller.abort('newer'),
    });
    await expect(cancelled).rejects.toBe('newer');
    expect(await runner.trials(job)).toEqual(expected);
  });
});

test('a listener that throws rejects the job', async () => {
  const runner = poolRunner([cloningThread()]);
  const full = new Error('no room');
  const onProgress = (): void => {
    throw full;
  };
  await expect(runner.trials(job, { onProgress })).rejects.toBe(full);
  expect(await runner.trials(job)).toEqual(expected);
  runner.dispose();
});

test('a thread forgets trials that are over', async () => {
  const thread = cloningThread();
  const runner = poolRunner([thread]);
  await runner.trials(job);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const types = thread.requests.map(({ type }) => type);
  expect(types[0]).toBe('startTrials');
  expect(types.at(-1)).toBe('cancel');
  runner.dispose();
});

test('unchanged, every run ends as in the ensemble, whatever the scenario', () => {
  const property = (each: Scenario) => {
    const simulator = new EnsembleSimulator(each, seed);
    const ends: number[] = [];
    simulator.simulate({ from: 0, to: 6 }, simulator.newAggregate(), (_, lab) => ends.push(outcomeOf(lab)));
    const runs = [3, 0, 5, 1, 4, 2];
    const found = new TrialSimulator(each, seed).outcomesOf([{ changes: [], runs }]);
    expect([...found]).toEqual(runs.map((run) => ends[run]));
  };
  fc.assert(fc.property(eventfulScenario(), property), { numRuns: 60 });
});

test('parts hold every run once, in order, and no more than they may', () => {
  const arbitraryTrial = fc
    .array(fc.nat(99), { maxLength: 12 })
    .map((runs): Trial => ({ changes: [{ keys: ['a'], value: runs.length }], runs }));
  fc.assert(
    fc.property(fc.array(arbitraryTrial), fc.integer({ min: 1, max: 9 }), (list, most) => {
      const parts = partsOf(list, most);
      let at = 0;
      for (const [index, part] of parts.entries()) {
        expect(part.at).toBe(at);
        expect(part.runs).toBe(runsOf(part.trials));
        expect(index === parts.length - 1 ? part.runs <= most : part.runs === most).toBe(true);
        at += part.runs;
      }
      const flat = (of: readonly Trial[]) =>
        of.flatMap(({ changes, runs }) => runs.map((run) => [changes, run]));
      expect(parts.flatMap((part) => flat(part.trials))).toEqual(flat(list));
      const outcomesOfAll = Uint8Array.from(flat(list).map(([, run]) => run as number));
      expect(byTrial(list, outcomesOfAll)).toEqual(list.map(({ runs }) => Uint8Array.from(runs)));
    }),
  );
});
