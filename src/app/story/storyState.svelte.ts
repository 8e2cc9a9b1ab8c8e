import { reportsOf } from '../../engine/reports';
import { simulateRun, type RunTrace } from '../../engine/simulateRun';
import type { Session } from '../session/session.svelte';
import { causeOf, type Cause } from './cause';
import { Moments, type Moment, type StepUnit } from './moments';
import { placesOf, storyOf, type ToldEvent } from './story';
import type { ToldFuture } from './toldFuture';

/** A future made ready for telling. */
interface Told extends ToldFuture {
  readonly seed: string;
  readonly moments: Moments;
  readonly cause: Cause;
}

/** The future that is told, and the moment at which it stands. */
export class StoryState {
  readonly #session: Session;
  /** With what happens all the time, whatever the policy. */
  withRoutine = $state(false);
  unit = $state<StepUnit>('event');
  /** A moment amid a week, of the future that it is of. */
  #amid = $state.raw<{ readonly trace: RunTrace; readonly moment: Moment } | null>(null);
  readonly #question = $derived.by(() => {
    const { result, look } = this.#session;
    if (!look.isTold || result === null) return null;
    const { scenario, seed } = result;
    return { scenario, seed, run: look.run };
  });
  // Of their own, so that more runs of the same question do not tell the same future again.
  readonly #scenario = $derived(this.#question?.scenario ?? null);
  readonly #seed = $derived(this.#question?.seed ?? '');
  readonly #run = $derived(this.#question?.run ?? 0);
  readonly #told = $derived.by((): Told | null => {
    const scenario = this.#scenario;
    if (scenario === null) return null;
    const trace = simulateRun(scenario, this.#seed, this.#run);
    const future = { scenario, trace, reports: reportsOf(trace) };
    return { ...future, seed: this.#seed, moments: new Moments(trace), cause: causeOf(future) };
  });
  readonly #story = $derived.by((): readonly ToldEvent[] => {
    const told = this.#told;
    return told === null ? [] : storyOf(told, this.isWhole);
  });
  readonly #shown = $derived(this.#story.filter(({ isRoutine }) => this.withRoutine || !isRoutine));
  readonly #toldPlaces = $derived(placesOf(this.#shown));

  constructor(session: Session) {
    this.#session = session;
  }

  /** With what the lab could not know. */
  get isWhole(): boolean {
    return !this.#session.look.isKnownOnly;
  }

  set isWhole(isWhole: boolean) {
    this.#session.look.isKnownOnly = !isWhole;
  }

  /** Null while no future is told. */
  get told(): Told | null {
    return this.#told;
  }

  /** Those of them that are listed: to the lab, what is still to come is as unknown as what is true. */
  get listed(): readonly ToldEvent[] {
    const { done } = this.moment;
    return this.isWhole ? this.#shown : this.#shown.filter(({ place }) => place < done);
  }

  /** The events that are told, in order. */
  get shown(): readonly ToldEvent[] {
    return this.#shown;
  }

  get routineCount(): number {
    return this.#story.filter(({ isRoutine }) => isRoutine).length;
  }

  /** Where the future stands: at first where it fails, or at its end. */
  get moment(): Moment {
    const told = this.#told;
    if (told === null) return { week: 0, done: 0 };
    if (this.#amid?.trace === told.trace) return this.#amid.moment;
    const { horizon } = told.moments;
    const week = this.#session.look.week ?? told.cause.week ?? horizon;
    return told.moments.endOf(Math.min(week, horizon));
  }

  /** Goes to the end of a week, from 0 to the horizon. */
  goToWeek(week: number): void {
    if (this.#told !== null) this.#goTo(this.#told, this.#told.moments.endOf(week));
  }

  /** Goes to just after an event, by its place in the log. */
  goToEvent(place: number): void {
    if (this.#told !== null) this.#goTo(this.#told, this.#told.moments.after(place));
  }

  /** A step forward (1) or back (-1), by the unit that was chosen or another one. Returns whether it led anywhere. */
  step(by: 1 | -1, unit: StepUnit = this.unit): boolean {
    const told = this.#told;
    if (told === null) return false;
    const before = this.moment;
    const next = told.moments.step(before, unit, by, (place) => this.#toldPlaces.has(place));
    this.#goTo(told, next);
    return next.week !== before.week || next.done !== before.done;
  }

  #goTo({ trace }: Told, moment: Moment): void {
    this.#amid = { trace, moment };
    this.#session.look.week = moment.week;
  }
}
