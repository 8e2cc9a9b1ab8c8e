import type { Aggregate } from '../../engine/aggregate';
import type { Runner } from '../../engine/runner';
import type { Share } from '../../results/share';
import type { RunRows } from '../../results/runRows';
import { unsafeShareOf } from '../../results/unsafe';
import { rangeOfAssumptions } from '../../scenario/assumptionChoice';
import type { Scenario } from '../../scenario/scenario';
import {
  isSameQuestion,
  LiveEnsemble,
  type Companion,
  type Question,
  type ShownQuestion,
} from '../liveEnsemble';
import { rest } from '../rest';
import { resultOf, type Result } from '../result';

/** How often the lab is unsafe if the world were as a set of assumptions has it. */
export interface AssumedShare {
  readonly set: string;
  readonly title: string;
  readonly share: Share;
}

/** The same policy and dangers in the world of one set of assumptions. */
interface Assumed {
  readonly set: string;
  readonly title: string;
  readonly scenario: Scenario;
}

const assumedOf = new WeakMap<Scenario, readonly Assumed[]>();

/** A scenario under every set of assumptions but its own; the same objects each time it is asked. */
function assumed(scenario: Scenario): readonly Assumed[] {
  let each = assumedOf.get(scenario);
  if (each === undefined) {
    each = rangeOfAssumptions(scenario).map(({ set, scenario: assumedScenario }) => ({
      set: set.id,
      title: set.title,
      scenario: assumedScenario,
    }));
    assumedOf.set(scenario, each);
  }
  return each;
}

/** Whole answers that are kept, for going back and for comparing: about a megabyte each. */
const MOST_RESULTS = 12;
const MOST_ASSUMED = 60;
/** Progress is shown in steps of this many runs: each is a redraw. */
const PROGRESS_STEP = 1000;

/** What has been simulated: the latest answer, and whole ones of before. */
export class Answers {
  #latest = $state.raw<Result | null>(null);
  /** Newest first. */
  #whole = $state.raw<readonly Result[]>([]);
  /** How often scenarios are unsafe under sets of assumptions; newest first. */
  #assumed = $state.raw<readonly (Question & { readonly share: Share })[]>([]);
  #progress = $state(0);
  #failure = $state<string | null>(null);
  /** What was asked last, and whether its answer was known. */
  #asked: Question | null = null;
  #isKnown = false;
  readonly #live: LiveEnsemble;

  /** @param drawn resolves once the page has drawn what it was given: simulating on would take its time from it */
  constructor(runner: Runner, drawn: () => Promise<void>) {
    this.#live = new LiveEnsemble({
      runner,
      onResult: (question, answer, settled) => {
        // A preview may come in after the answer to a later question that was known already.
        if (this.#isKnown && !isSameQuestion(question, this.#asked)) return;
        this.#latest = resultOf(question, answer, settled);
        if (settled) this.#keep(this.#latest);
      },
      onCompanion: ({ scenario, seed }, aggregate, rows) =>
        this.#accompanied({ scenario, seed }, aggregate, rows),
      onProgress: (done) => {
        this.#progress = done - (done % PROGRESS_STEP);
      },
      onFailure: (error) => {
        this.#failure = error instanceof Error ? error.message : String(error);
      },
      now: () => performance.now(),
      wait: async (milliseconds, signal) => {
        await rest(milliseconds, signal);
        if (!signal.aborted) await drawn();
      },
    });
  }

  /** The latest answer; of the question before while a new one is worked on. */
  get latest(): Result | null {
    return this.#latest;
  }

  /** Runs done for the latest question. */
  get progress(): number {
    return this.#progress;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#failure;
  }

  /** The answer with all runs to a question, where it is known. */
  wholeOf(question: Question): Result | null {
    return this.#whole.find((result) => isSameQuestion(result, question)) ?? null;
  }

  /** How often the lab of a question is unsafe under each set of assumptions, as far as it is known. */
  acrossAssumptions({ scenario, seed }: Question): readonly AssumedShare[] {
    return assumed(scenario).flatMap((each) => {
      const share = this.#assumedShare({ scenario: each.scenario, seed });
      return share === null ? [] : [{ set: each.set, title: each.title, share }];
    });
  }

  /** Asks a question, and behind it those of other policies and of other assumptions. */
  ask(question: ShownQuestion, others: readonly Question[]): void {
    const known = this.wholeOf(question);
    this.#asked = question;
    this.#failure = null;
    this.#isKnown = known !== null;
    if (known !== null) {
      this.#keep(known);
      this.#latest = known;
      this.#progress = known.summary.runs;
    }
    this.#live.ask(known === null ? question : null, this.#behind(question, others));
  }

  /** What is to be answered behind a question. */
  *#behind({ scenario, seed }: Question, others: readonly Question[]): Generator<Companion> {
    const unknown = others.filter((other) => this.wholeOf(other) === null);
    yield* unknown.map((other) => ({ ...other, withRows: true }));
    const sets = assumed(scenario).map((each) => ({ scenario: each.scenario, seed, withRows: false }));
    yield* sets.filter((set) => this.#assumedShare(set) === null);
  }

  #keep(result: Result): void {
    this.#whole = [result, ...this.#whole.filter((each) => each !== result)].slice(0, MOST_RESULTS);
  }

  /** Another policy is kept whole, to compare with; of a world of other assumptions one share is enough. */
  #accompanied(question: Question, aggregate: Aggregate, rows: RunRows | null): void {
    if (rows !== null) {
      this.#keep(resultOf(question, { aggregate, rows, sample: null }, true));
      return;
    }
    const { scenario, seed } = question;
    const share = unsafeShareOf(aggregate);
    this.#assumed = [{ scenario, seed, share }, ...this.#assumed].slice(0, MOST_ASSUMED);
  }

  #assumedShare(question: Question): Share | null {
    return this.#assumed.find((each) => isSameQuestion(each, question))?.share ?? null;
  }
}
