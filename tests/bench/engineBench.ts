import { Lab, restart } from '../../src/model/lab';
import { STREAM } from '../../src/model/luck';
import { compileSetup } from '../../src/model/setup';
import { nodeThread } from '../../src/cli/nodeThreads';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { beginRun, simulateWeek } from '../../src/engine/kernel.gen';
import { Luck } from '../../src/engine/luck';
import { poolRunner } from '../../src/engine/poolRunner';
import { seedKey } from '../../src/engine/seed';
import { Stepper } from '../../src/engine/stepper';
import type { Scenario } from '../../src/scenario/scenario';
import { simulateByHand } from '../oracle/handWritten';
import { handAggregate } from './handAggregate';
import type { Line } from './print';
import { timeInTurn, type Timing } from './stopwatch';

const SEED = 'bench';
/** Enough for tens of milliseconds. */
const RUNS = 1000;
const ROUNDS = 21;
const CHART_ROUNDS = 7;
const THREAD_ROUNDS = 7;
const THREAD_RUNS = 10_000;
const NORMALS = 1_000_000;

const MICROSECONDS = 1000;
const NANOSECONDS = 1_000_000;

function ratio(slow: Timing, fast: Timing): string {
  const shortest = slow.shortest / fast.shortest;
  const digits = shortest < 20 ? 2 : 0;
  return `${shortest.toFixed(digits)} (${(slow.median / fast.median).toFixed(digits)})`;
}

function perRun(timing: Timing): string {
  return `${(timing.shortest * MICROSECONDS).toFixed(1)} µs (${(timing.median * MICROSECONDS).toFixed(1)})`;
}

/** The kernel and the hand-written loop, each as an ensemble keeps its runs and with nothing kept. */
function loops(scenario: Scenario) {
  const range = { from: 0, to: RUNS };
  const simulator = new EnsembleSimulator(scenario, SEED);
  const setup = compileSetup(scenario);
  const luck = new Luck(seedKey(SEED));
  const lab = new Lab(setup, luck);
  const occupancy = new Int32Array((setup.horizon + 1) * lab.stateCount);
  return [
    {
      name: 'kernel',
      amount: RUNS,
      run: () => simulator.simulate(range, simulator.newAggregate()),
    },
    {
      name: 'hand',
      amount: RUNS,
      run: () => {
        const { tally, addRun } = handAggregate(simulator.newAggregate());
        simulateByHand(scenario, SEED, range.from, range.to, addRun, tally);
      },
    },
    {
      name: 'bareKernel',
      amount: RUNS,
      run: () => {
        for (let run = range.from; run < range.to; run++) {
          luck.setRun(run);
          restart(lab);
          beginRun(lab, occupancy);
          for (let week = 1; week <= setup.horizon; week++) simulateWeek(lab, occupancy);
        }
      },
    },
    {
      name: 'bareHand',
      amount: RUNS,
      run: () => simulateByHand(scenario, SEED, range.from, range.to, () => undefined),
    },
    {
      name: 'normals',
      amount: NORMALS,
      run: () => {
        let sum = 0;
        for (let index = 0; index < NORMALS; index++) sum += luck.normal(STREAM.growth, index);
        if (sum === 0) throw new Error('A million normals sum to 0');
      },
    },
  ] as const;
}

/** Plays one run in the XState actor. */
function playChart(scenario: Scenario): void {
  const stepper = new Stepper(scenario, SEED, 0);
  while (stepper.lab.week < stepper.horizon) stepper.playWeek();
}

/** Times the engine on a scenario. */
export async function engineBench(scenario: Scenario): Promise<Line[]> {
  const contenders = loops(scenario);
  const { kernel, hand, bareKernel, bareHand, normals } = await timeInTurn(contenders, ROUNDS);
  const against = await timeInTurn(
    [contenders[0], { name: 'chart', run: () => playChart(scenario) }],
    CHART_ROUNDS,
  );
  const [one, two] = [poolRunner([nodeThread()]), poolRunner([nodeThread(), nodeThread()])];
  const job = { scenario, seed: SEED, from: 0, to: THREAD_RUNS };
  const threads = await timeInTurn(
    [
      { name: 'one', run: async () => void (await one.run(job)) },
      { name: 'two', run: async () => void (await two.run(job)) },
    ],
    THREAD_ROUNDS,
  );
  one.dispose();
  two.dispose();
  return [
    { what: 'kernel / hand-written loop, both aggregating', value: ratio(kernel, hand), goal: '≤ 1.5' },
    { what: 'kernel / hand-written loop, neither', value: ratio(bareKernel, bareHand), goal: '≤ 1.5' },
    { what: 'XState actor / kernel', value: ratio(against.chart, against.kernel), goal: '≥ 300' },
    { what: 'one thread / two threads', value: ratio(threads.one, threads.two), goal: '≥ 1.7' },
    { what: 'kernel, a run, aggregating', value: perRun(kernel) },
    { what: 'kernel, a run', value: perRun(bareKernel) },
    { what: 'hand-written loop, a run, aggregating', value: perRun(hand) },
    { what: 'hand-written loop, a run', value: perRun(bareHand) },
    {
      what: 'a normal draw',
      value: `${(normals.shortest * NANOSECONDS).toFixed(1)} ns (${(normals.median * NANOSECONDS).toFixed(1)})`,
    },
  ];
}
