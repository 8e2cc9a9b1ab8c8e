import type { Runner } from '../../engine/runner';
import { comparedColumns, RowsCollector } from '../../results/runRows';
import { FULL_RUNS, isSameQuestion, type Question } from '../liveEnsemble';
import { resultOf, type Result } from '../result';

/** Whole answers that are kept: about a megabyte each. */
const MOST_RESULTS = 24;

/** Whole answers to the questions of a page that is read: simulated one by one, and kept. */
export class WholeAnswers {
  /** Newest first. */
  #results = $state.raw<readonly Result[]>([]);
  #failure = $state<string | null>(null);
  #wanted: readonly Question[] = [];
  #underWay: { readonly question: Question; readonly controller: AbortController } | null = null;
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#failure;
  }

  /** The answer to a question, where it is known. */
  of(question: Question): Result | null {
    return this.#results.find((result) => isSameQuestion(result, question)) ?? null;
  }

  /** Asks these questions, in their order, and no longer any other. */
  want(questions: readonly Question[]): void {
    this.#wanted = questions;
    const { question, controller } = this.#underWay ?? {};
    if (question === undefined) void this.#work();
    else if (!questions.some((each) => isSameQuestion(each, question))) controller?.abort();
  }

  async #work(): Promise<void> {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const controller = new AbortController();
      this.#underWay = { question: next, controller };
      try {
        const result = await this.#simulate(next, controller.signal);
        this.#results = [result, ...this.#results].slice(0, MOST_RESULTS);
        this.#failure = null;
      } catch (error) {
        if (!controller.signal.aborted) {
          this.#failure = error instanceof Error ? error.message : String(error);
          this.#wanted = [];
        }
      }
      this.#underWay = null;
    }
  }

  #next(): Question | undefined {
    return this.#wanted.find((question) => this.of(question) === null);
  }

  async #simulate(question: Question, signal: AbortSignal): Promise<Result> {
    const rows = new RowsCollector();
    const aggregate = await this.#runner.run(
      { ...question, from: 0, to: FULL_RUNS, columns: comparedColumns },
      { signal, onRows: rows.onRows },
    );
    return resultOf(question, { aggregate, rows: rows.rows, sample: null }, true);
  }
}
