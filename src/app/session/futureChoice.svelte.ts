import { messages } from '../../messages/messages';
import { futuresOf, nextFuture } from '../../results/futures';
import type { FutureKind } from '../../scenario/futureKinds';
import { HIGHEST_RUN } from '../../scenario/linkContent';
import { Draft } from '../settings/draft.svelte';
import type { Session } from './session.svelte';

/** Which future is drawn on top of the others, and how the next one is found. */
export class FutureChoice {
  readonly #session: Session;
  /** The futures of the kind, in their order; null until there is an answer. */
  readonly #order = $derived.by(() => {
    const { result } = this.#session;
    return result === null ? null : futuresOf(result.rows, this.kind);
  });
  /** The number as it is typed. */
  readonly draft: Draft<number>;

  constructor(session: Session) {
    this.#session = session;
    this.draft = new Draft<number>({
      value: () => session.look.run,
      read: (text) => {
        const run = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
        return run <= HIGHEST_RUN
          ? { value: run }
          : { expected: messages.page.capability.choice.expected(String(HIGHEST_RUN)) };
      },
      take: (run) => {
        session.look.run = run;
        return null;
      },
    });
  }

  get run(): number {
    return this.#session.look.run;
  }

  get kind(): FutureKind {
    return this.#session.look.kind;
  }

  /** Goes through futures of this kind from now on, and shows the first of them. */
  choose(kind: FutureKind): void {
    this.#session.look.kind = kind;
    const first = kind === 'any' ? this.run : this.#order?.[0];
    if (first !== undefined) this.#session.look.run = first;
  }

  /** Shows the next future of the kind, or with -1 the one before. */
  step(by: 1 | -1): void {
    const next = this.#order === null ? null : nextFuture(this.#order, this.run, by);
    if (next !== null) this.#session.look.run = next;
  }
}
