import { describe, expect, test } from 'vitest';
import { FULL_RUNS, LiveEnsemble, PREVIEW_RUNS, type ShownQuestion } from '../../src/app/liveEnsemble';
import { sampleRun } from '../../src/engine/sampleRun';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import type { Runner } from '../../src/engine/runner';
import { hex64 } from '../../src/numbers/hash';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

/** Half a year of the baseline: 10,000 runs take a moment. */
const baseline = preset('baseline');
const short: Scenario = { ...baseline, world: { ...baseline.world, horizon: 26 } };

interface Seen {
  readonly seed: string;
  readonly runs: number;
  readonly settled: boolean;
  readonly fingerprint: string;
}

interface Companion {
  readonly seed: string;
  readonly runs: number;
  readonly fingerprint: string;
}

interface Trial {
  readonly live: LiveEnsemble;
  readonly seen: Seen[];
  readonly companions: Companion[];
  readonly progress: number[];
  readonly failures: unknown[];
  readonly until: (done: () => boolean) => Promise<void>;
}

/** Simulates for real, on this thread; `clock` tells each preview's length. */
function trial(runner: Runner = inlineRunner(), clock: () => number = () => 0): Trial {
  const seen: Seen[] = [];
  const companions: Companion[] = [];
  const progress: number[] = [];
  const failures: unknown[] = [];
  const live = new LiveEnsemble({
    runner,
    onResult: ({ seed }, { aggregate, rows, sample }, settled) => {
      expect(rows.runs).toBe(aggregate.runs);
      expect(sample).toEqual(sampleRun(short, seed, 3));
      seen.push({ seed, settled, runs: aggregate.runs, fingerprint: hex64(aggregate.fingerprint) });
    },
    onCompanion: ({ seed }, aggregate, rows) =>
      companions.push({ seed, runs: rows?.runs ?? 0, fingerprint: hex64(aggregate.fingerprint) }),
    onProgress: (done) => progress.push(done),
    onFailure: (error) => failures.push(error),
    now: clock,
    wait: (_, signal) =>
      new Promise((resolve) => {
        setTimeout(resolve, 5);
        signal.addEventListener('abort', () => resolve());
      }),
  });
  const until = async (done: () => boolean): Promise<void> => {
    while (!done() && failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { live, seen, companions, progress, failures, until };
}

function ask(seed: string): ShownQuestion {
  return { scenario: short, seed, run: 3 };
}

function fingerprint(seed: string, runs: number): string {
  const simulator = new EnsembleSimulator(short, seed);
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from: 0, to: runs }, aggregate);
  return hex64(aggregate.fingerprint);
}

test('a question gets a preview, then all runs, with the bits of a single simulation', async () => {
  const { live, seen, progress, until } = trial();
  live.ask(ask('a'));
  await until(() => seen.length === 2);
  expect(seen).toEqual([
    { seed: 'a', runs: PREVIEW_RUNS, settled: false, fingerprint: fingerprint('a', PREVIEW_RUNS) },
    { seed: 'a', runs: FULL_RUNS, settled: true, fingerprint: fingerprint('a', FULL_RUNS) },
  ]);
  expect(progress.at(-1)).toBe(FULL_RUNS);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

test('of many questions the last is answered to the end, and no answer comes after it', async () => {
  const { live, seen, until } = trial();
  for (const seed of ['a', 'b', 'c', 'd']) live.ask(ask(seed));
  await until(() => seen.some(({ settled }) => settled));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen.filter(({ settled }) => settled).map(({ seed }) => seed)).toEqual(['d']);
  expect(seen.at(-1)).toMatchObject({ seed: 'd', settled: true, runs: FULL_RUNS });
  // The first was under way; those between were never begun.
  expect(seen.map(({ seed }) => seed)).toEqual(['a', 'd', 'd']);
});

test('a question asked during the refinement ends it', async () => {
  const { live, seen, progress, until } = trial();
  live.ask(ask('a'));
  await until(() => progress.some((done) => done > PREVIEW_RUNS));
  live.ask(ask('b'));
  await until(() => seen.some(({ settled }) => settled));
  expect(seen.map(({ seed, settled }) => `${seed}${settled ? ' settled' : ''}`)).toEqual([
    'a',
    'b',
    'b settled',
  ]);
});

const behind = (seed: string, withRows = true) => ({ ...ask(seed), withRows });

test('other questions wait behind the latest and are answered whole; a new one drops them', async () => {
  const { live, seen, companions, until } = trial();
  live.ask(ask('a'), [behind('b'), behind('c', false)]);
  await until(() => companions.length === 2);
  expect(seen.at(-1)).toMatchObject({ seed: 'a', settled: true });
  expect(companions).toEqual([
    { seed: 'b', runs: FULL_RUNS, fingerprint: fingerprint('b', FULL_RUNS) },
    // Nobody asked for its rows.
    { seed: 'c', runs: 0, fingerprint: fingerprint('c', FULL_RUNS) },
  ]);
  live.ask(ask('d'), [behind('e'), behind('f')]);
  await until(() => companions.length === 3);
  live.ask(ask('g'));
  await until(() => seen.some(({ seed, settled }) => seed === 'g' && settled));
  expect(companions.map(({ seed }) => seed)).toEqual(['b', 'c', 'e']);
});

test('where the answer is known already, only the others are asked', async () => {
  const { live, seen, companions, until } = trial();
  live.ask(null, [behind('b')]);
  await until(() => companions.length === 1);
  expect(seen).toEqual([]);
});

test('a slow machine previews fewer runs, and ends at the same bits', async () => {
  let time = 0;
  const { live, seen, until } = trial(inlineRunner(), () => (time += 200));
  for (const seed of ['a', 'b', 'c']) {
    live.ask(ask(seed));
    await until(() => seen.some((each) => each.seed === seed && each.settled));
  }
  const previews = seen.filter(({ settled }) => !settled).map(({ runs }) => runs);
  // The first also warms up and says nothing about speed.
  expect(previews[0]).toBe(PREVIEW_RUNS);
  expect(previews[1]).toBe(PREVIEW_RUNS);
  expect(previews[2]).toBeLessThan(PREVIEW_RUNS);
  expect(seen.at(-1)).toMatchObject({ runs: FULL_RUNS, fingerprint: fingerprint('c', FULL_RUNS) });
});

describe('a runner that breaks', () => {
  test('is reported, and the next question is answered', async () => {
    const inline = inlineRunner();
    let broken = true;
    const runner: Runner = {
      run: (job, options) => (broken ? Promise.reject(new Error('no memory')) : inline.run(job, options)),
      sample: (job) => inline.sample(job),
      trials: (job, options) => inline.trials(job, options),
      dispose: () => inline.dispose(),
    };
    const { live, seen, failures } = trial(runner);
    live.ask(ask('a'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(failures).toEqual([new Error('no memory')]);
    broken = false;
    live.ask(ask('b'));
    while (!seen.some(({ settled }) => settled)) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(seen.at(-1)).toMatchObject({ seed: 'b', settled: true });
  });
});
