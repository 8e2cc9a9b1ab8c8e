/** How far the answer to a question is. */
export interface Progress {
  /** Like failures that what helps is tried on; null: what helps is still looked for. */
  readonly like: number | null;
  /** From 0 to 1. */
  readonly done: number;
}

/** Works a question out; rejects when aborted. */
export type WorkOut<Question, Answer> = (
  question: Question,
  signal: AbortSignal,
  report: (progress: Progress) => void,
) => Promise<Answer>;

/** The answer to the latest question. What is under way for an earlier one is dropped. */
export class LatestAnswer<Question, Answer> {
  readonly #workOut: WorkOut<Question, Answer>;
  readonly #isSame: (one: Question, other: Question) => boolean;
  #question: Question | null = null;
  #controller = new AbortController();
  #answer = $state.raw<Answer | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #failure = $state<string | null>(null);

  /** @param isSame whether the answer to one question is that to the other */
  constructor(workOut: WorkOut<Question, Answer>, isSame: (one: Question, other: Question) => boolean) {
    this.#workOut = workOut;
    this.#isSame = isSame;
  }

  /** Null until it is known. */
  get answer(): Answer | null {
    return this.#answer;
  }

  /** Null while nothing is under way. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Asks a question, or with null none. One that was asked last already is not begun again. */
  ask(question: Question | null): void {
    const last = this.#question;
    if (question === last || (question !== null && last !== null && this.#isSame(question, last))) return;
    this.#controller.abort();
    this.#question = question;
    this.#answer = null;
    this.#progress = null;
    this.#failure = null;
    if (question !== null) void this.#work(question);
  }

  async #work(question: Question): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#controller = controller;
    this.#progress = { like: null, done: 0 };
    try {
      const answer = await this.#workOut(question, signal, (progress) => {
        if (!signal.aborted) this.#progress = progress;
      });
      if (!signal.aborted) this.#answer = answer;
    } catch (error) {
      if (!signal.aborted) this.#failure = error instanceof Error ? error.message : String(error);
    }
    if (!signal.aborted) this.#progress = null;
  }
}
