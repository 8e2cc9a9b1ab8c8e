/** One future played by an XState actor while the page goes on, and every step of it kept. */
import { simulateRun } from '../../engine/simulateRun';
import type { Step, Stepper } from '../../engine/stepper';
import type { Scenario } from '../../scenario/scenario';
import type { Moment } from './moments';

/** An actor plays this long at a time: a fraction of a frame. */
const SLICE_MILLISECONDS = 4;

type StepperModule = typeof import('../../engine/stepper');

/** Lets the page have its turn. A timer would, after a few turns, come back late. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * The step at which a moment stands: the first one by which as many events of the log have happened or, where that was
 * in an earlier week, the last one of its week; null where it is not among the steps, which are in their order.
 */
export function stepAt(steps: readonly Step[], { week, done }: Moment): Step | null {
  /** Place of the first step for which something holds that, once it does, holds for all that follow. */
  const first = (holds: (step: Step) => boolean): number => {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const step = steps[middle];
      if (step !== undefined && holds(step)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const reached = steps[first((step) => step.done >= done)];
  if (reached === undefined || reached.week >= week) return reached ?? null;
  const last = steps[first((step) => step.week > week) - 1];
  return last?.week === week ? last : null;
}

/** Whether an actor's log is, number for number, the one that the simulator's own loops write. */
function isSameLog({ events }: Stepper, scenario: Scenario, seed: string, run: number): boolean {
  // JSON says neither infinity nor what is not a number.
  const exact = (_: string, value: unknown): unknown => (typeof value === 'number' ? String(value) : value);
  return JSON.stringify(events, exact) === JSON.stringify(simulateRun(scenario, seed, run).events, exact);
}

export class LivePlay {
  #steps: readonly Step[] = [];
  /** The last week that was played to its end; -1: none. */
  #week = $state(-1);
  #failure = $state<string | null>(null);
  #agrees = $state<boolean | null>(null);
  #controller = new AbortController();
  readonly #load: () => Promise<StepperModule>;

  /** @param load loads the stepper, and XState with it */
  constructor(load: () => Promise<StepperModule> = () => import('../../engine/stepper')) {
    this.#load = load;
  }

  get week(): number {
    return this.#week;
  }

  /** Events of the log that have happened by now. */
  get done(): number {
    return this.#week < 0 ? 0 : (this.#steps.at(-1)?.done ?? 0);
  }

  get failure(): string | null {
    return this.#failure;
  }

  /** Whether the events are those of the simulator's own loops; null until all are played. */
  get agrees(): boolean | null {
    return this.#agrees;
  }

  /** The step at which a moment stands; null while it has not been played. */
  stepAt(moment: Moment): Step | null {
    return moment.week <= this.#week ? stepAt(this.#steps, moment) : null;
  }

  /** Plays run number `run` of a scenario under a seed, and no longer any other. */
  async play(scenario: Scenario, seed: string, run: number): Promise<void> {
    this.stop();
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const isOver = (): boolean => signal.aborted;
    try {
      const { Stepper } = await this.#load();
      if (isOver()) return;
      const stepper = new Stepper(scenario, seed, run);
      this.#steps = stepper.steps;
      this.#week = 0;
      while (this.#week < stepper.horizon) {
        await breath();
        if (isOver()) return;
        const end = performance.now() + SLICE_MILLISECONDS;
        let { week } = stepper.lab;
        while (week < stepper.horizon && performance.now() < end) {
          stepper.playWeek();
          week++;
        }
        this.#week = week;
      }
      await breath();
      if (!isOver()) this.#agrees = isSameLog(stepper, scenario, seed, run);
    } catch (error) {
      if (!isOver()) this.#failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Stops playing, and forgets what was played. */
  stop(): void {
    this.#controller.abort();
    this.#steps = [];
    this.#week = -1;
    this.#failure = null;
    this.#agrees = null;
  }
}
