import type { FutureKind } from '../../scenario/futureKinds';
import type { LinkContent, LinkView } from '../../scenario/link';

/** A part of the settings that can be open. */
export type OpenPart = NonNullable<LinkView['open']>;

/** The part of the settings that is open at first. */
const FIRST_OPENED = 'limits';

/** Where one looks. */
export interface Looked {
  readonly run: number;
  readonly opened: OpenPart | null;
  readonly kind: FutureKind;
  readonly isTold: boolean;
  readonly isKnownOnly: boolean;
  readonly week: number | null;
}

/** What is looked at of a session's answer. It is in the link, and no undo brings it back. */
export class Look implements Looked {
  #run = $state(0);
  /** The part of the settings that is open: a component of the policy, or `world`. */
  opened = $state<OpenPart | null>(FIRST_OPENED);
  /** What kind of futures is gone through. */
  kind = $state<FutureKind>('any');
  /** Whether the one future is told step by step. */
  isTold = $state(false);
  /** Whether it is told only as far as the lab knew. */
  isKnownOnly = $state(false);
  /** The week at which the told future stands; null: where it fails, or at its end. */
  week = $state<number | null>(null);

  /** The future drawn on top of the others, from 0. */
  get run(): number {
    return this.#run;
  }

  /** Another future is told from where it fails. */
  set run(run: number) {
    if (run !== this.#run) this.week = null;
    this.#run = run;
  }

  get isUntouched(): boolean {
    return (
      this.run === 0 &&
      this.opened === FIRST_OPENED &&
      this.kind === 'any' &&
      !this.isTold &&
      !this.isKnownOnly
    );
  }

  /** What it is now, to be written later. */
  now(): Looked {
    const { run, opened, kind, isTold, isKnownOnly, week } = this;
    return { run, opened, kind, isTold, isKnownOnly, week };
  }

  /** Looks where a link says. */
  take({ run, view }: LinkContent): void {
    this.run = run;
    this.opened = view.open;
    this.kind = view.kind;
    this.isTold = view.isTold;
    this.isKnownOnly = view.isKnownOnly;
    this.week = view.week;
  }
}
