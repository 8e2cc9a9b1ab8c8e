/** Moments of one future: where the timeline stands, and where a step leads. */
import type { RunTrace } from '../../engine/simulateRun';
import type { LogEntry } from '../../model/evidence';
import { regionName } from '../../model/regions';
import { week as script, type Phase } from '../../model/week';

/** A place in a future: so many events of its log have happened, and it is this week. */
export interface Moment {
  readonly week: number;
  readonly done: number;
}

/** What a step goes by. A phase in which nothing happens is passed over, as is an event that is not told. */
export const stepUnits = ['week', 'phase', 'event'] as const;
export type StepUnit = (typeof stepUnits)[number];

/** The phase of each event of a log; null of those of week 0, before the first phase. */
export function phasesOf(events: readonly LogEntry[]): readonly (Phase | null)[] {
  let week = -1;
  let place = 0;
  return events.map((entry) => {
    if (entry.week !== week) place = 0;
    ({ week } = entry);
    // The same event may be sent twice a week: what comes later is of a later line of the script.
    place = script.findIndex(({ event }, at) => at >= place && event === entry.event);
    if (place >= 0) return script[place]?.phase ?? null;
    if (entry.event !== 'begin') throw new Error(`No phase for the event ${entry.event} of week ${week}`);
    place = 0;
    return null;
  });
}

/** A future made ready for going through it moment by moment. */
export class Moments {
  readonly horizon: number;
  readonly #trace: RunTrace;
  readonly #phases: readonly (Phase | null)[];
  /** Events that have happened by the end of each week. */
  readonly #doneBy: Int32Array;

  constructor(trace: RunTrace) {
    this.#trace = trace;
    this.horizon = trace.weeks.length - 1;
    this.#phases = phasesOf(trace.events);
    this.#doneBy = new Int32Array(this.horizon + 1);
    let done = 0;
    for (let week = 0; week <= this.horizon; week++) {
      while (trace.events[done]?.week === week) done++;
      this.#doneBy[week] = done;
    }
  }

  /** The end of a week, from 0 to the horizon. */
  endOf(week: number): Moment {
    const done = this.#doneBy[week];
    if (done === undefined) throw new RangeError(`Week ${week} of ${this.horizon}`);
    return { week, done };
  }

  /** Just after an event, by its place in the log. */
  after(event: number): Moment {
    const entry = this.#trace.events[event];
    if (entry === undefined) throw new RangeError(`Event ${event} of ${this.#trace.events.length}`);
    return { week: entry.week, done: event + 1 };
  }

  /** Whether the week is over at a moment. */
  isEndOfWeek({ week, done }: Moment): boolean {
    return done === this.#doneBy[week];
  }

  /** The phase that the last event of the week so far is of; null where none has happened. */
  phaseAt({ week, done }: Moment): Phase | null {
    return this.#trace.events[done - 1]?.week === week ? (this.#phases[done - 1] ?? null) : null;
  }

  /** States of all regions at a moment, by the machine's names. */
  statesAt({ week, done }: Moment): Readonly<Record<string, string>> {
    const { weeks, events } = this.#trace;
    const atEnd = weeks[week];
    if (atEnd === undefined) throw new RangeError(`Week ${week} of ${this.horizon}`);
    if (done === this.#doneBy[week]) return atEnd.states;
    // Back from the end of the week, so that week 0 needs no other start.
    const states = { ...atEnd.states };
    for (let at = (this.#doneBy[week] ?? 0) - 1; at >= done; at--) {
      const entry = events[at];
      if (entry !== undefined) states[regionName(entry)] = entry.from;
    }
    return states;
  }

  /**
   * The moment after a step forward (1) or back (-1); at either end of the future it stays.
   * @param isTold whether an event of the log, by its place, is among those that are told
   */
  step(moment: Moment, unit: StepUnit, by: 1 | -1, isTold: (event: number) => boolean): Moment {
    if (unit === 'week') return this.#stepWeek(moment, by);
    return by === 1 ? this.#forward(moment, unit, isTold) : this.#back(moment, unit, isTold);
  }

  #stepWeek(moment: Moment, by: 1 | -1): Moment {
    // From the middle of a week forward to its end.
    const isMiddle = by === 1 && !this.isEndOfWeek(moment);
    const week = isMiddle ? moment.week : moment.week + by;
    return this.endOf(Math.min(Math.max(week, 0), this.horizon));
  }

  /** Whether the event at a place is the last of its phase. */
  #endsPhase(event: number): boolean {
    const { events } = this.#trace;
    return events[event]?.week !== events[event + 1]?.week || this.#phases[event] !== this.#phases[event + 1];
  }

  #isStop(event: number, unit: StepUnit, isTold: (event: number) => boolean): boolean {
    return unit === 'phase' ? this.#endsPhase(event) : isTold(event);
  }

  #forward({ done }: Moment, unit: StepUnit, isTold: (event: number) => boolean): Moment {
    for (let event = done; event < this.#trace.events.length; event++) {
      if (this.#isStop(event, unit, isTold)) return this.after(event);
    }
    return this.endOf(this.horizon);
  }

  #back(moment: Moment, unit: StepUnit, isTold: (event: number) => boolean): Moment {
    // At the end of a quiet week the last event is of an earlier one, and a step back leads to it.
    const last = this.#trace.events[moment.done - 1];
    const from = last?.week === moment.week ? moment.done - 2 : moment.done - 1;
    for (let event = from; event >= 0; event--) {
      if (this.#isStop(event, unit, isTold)) return this.after(event);
    }
    return { week: 0, done: 0 };
  }
}
