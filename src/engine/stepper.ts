import { createActor, type AnyTransitionDefinition, type InspectionEvent } from 'xstate';
import { logEntry, type LogEntry } from '../model/evidence';
import type { Lab } from '../model/lab';
import { labMachine, type LabMachine } from '../model/labMachine';
import type { Region } from '../model/regions';
import type { ActionName, GuardName } from '../model/rules';
import { compileSetup } from '../model/setup';
import { conditions, week, type LabEvent, type Phase, type ScriptedEvent } from '../model/week';
import type { Scenario } from '../scenario/scenario';
import { Luck } from './luck';
import { seedKey } from './seed';

/** A transition of a region's instance: a row of the statechart. */
export interface Transition {
  readonly region: Region;
  /** Level for regions of a level, 2·level + kind for protections, else 0. */
  readonly index: number;
  readonly from: string;
  /** The same as `from` where it stays. */
  readonly to: string;
  /** Null: the event alone is enough. */
  readonly guard: GuardName | null;
  readonly actions: readonly ActionName[];
}

/** What XState did with one event. */
export interface Step {
  readonly week: number;
  /** Null in week 0, which has none. */
  readonly phase: Phase | null;
  /** Null: the actor was started. */
  readonly event: LabEvent | null;
  /** Those that were taken, in document order. */
  readonly transitions: readonly Transition[];
  /** State of each region after it, by the machine's names; the same object as before where none has changed. */
  readonly states: Readonly<Record<string, string>>;
  /** Entries of the log so far. */
  readonly done: number;
}

const NONE: readonly Transition[] = [];

/**
 * One run in an XState actor, event by event: the statechart itself, for watching a run and as the oracle that the
 * kernel is held to. A hundred times too slow for an ensemble.
 */
export class Stepper {
  readonly events: LogEntry[] = [];
  /** Everything that XState did, from the start of the actor on. */
  readonly steps: Step[] = [];
  readonly horizon: number;
  readonly #actor;
  /** The lab before the event being handled. */
  #before: Lab | undefined;
  #transitions: Transition[] = [];
  /** Rows of the statechart, each made once; null: of the lab as a whole. */
  readonly #rows = new Map<AnyTransitionDefinition, Transition | null>();

  /**
   * Run number `run` of a scenario under a seed, at the end of week 0.
   * @param machine of as many levels as the scenario has; given only where it was made elsewhere
   */
  constructor(scenario: Scenario, seed: string, run: number, machine?: LabMachine) {
    const setup = compileSetup(scenario);
    const luck = new Luck(seedKey(seed));
    luck.setRun(run);
    this.horizon = setup.horizon;
    this.#actor = createActor(machine ?? labMachine(setup.levels), {
      input: { setup, luck },
      inspect: (event) => this.#inspect(event),
    });
    this.#actor.start();
    this.#record(null, null);
    this.#send('begin', null);
  }

  get lab(): Lab {
    return this.#actor.getSnapshot().context.lab;
  }

  /** State of each region as XState holds it. */
  get states(): Record<string, string> {
    return this.#actor.getSnapshot().value as Record<string, string>;
  }

  /** Sends one event of the week's script, unless its condition does not hold. Returns whether it was sent. */
  step(scripted: ScriptedEvent): boolean {
    if (scripted.when !== undefined && !conditions[scripted.when](this.lab)) return false;
    this.#send(scripted.event, scripted.phase);
    return true;
  }

  /** Plays one week. */
  playWeek(): void {
    for (const scripted of week) this.step(scripted);
  }

  #send(event: LabEvent, phase: Phase | null): void {
    this.#before = this.lab;
    this.#transitions = [];
    this.#actor.send({ type: event });
    this.#before = undefined;
    this.#record(event, phase);
  }

  #record(event: LabEvent | null, phase: Phase | null): void {
    const transitions = this.#transitions.length === 0 ? NONE : this.#transitions;
    const before = this.steps.at(-1)?.states;
    const isSame = before !== undefined && transitions.every(({ from, to }) => from === to);
    const states = isSame ? before : this.states;
    this.steps.push({ week: this.lab.week, phase, event, transitions, states, done: this.events.length });
  }

  #inspect(event: InspectionEvent): void {
    if (event.type !== '@xstate.microstep' || this.#before === undefined) return;
    for (const definition of event._transitions as readonly AnyTransitionDefinition[]) {
      const row = this.#rowOf(definition);
      if (row === null) continue;
      this.#transitions.push(row);
      const { region, index, from, to, guard } = row;
      const logged = { event: definition.eventType as string, region, from, to, guard };
      this.events.push(logEntry(this.#before, logged, index));
    }
  }

  #rowOf(definition: AnyTransitionDefinition): Transition | null {
    const known = this.#rows.get(definition);
    if (known !== undefined) return known;
    const row = readRow(definition);
    this.#rows.set(definition, row);
    return row;
  }
}

function readRow({ source, target, guard, actions }: AnyTransitionDefinition): Transition | null {
  const instance = source.parent?.meta as { region: Region; index: number } | undefined;
  if (instance === undefined) return null;
  return {
    region: instance.region,
    index: instance.index,
    from: source.key,
    to: target?.[0]?.key ?? source.key,
    guard: (guard as { type: GuardName } | undefined)?.type ?? null,
    actions: actions.map((action) => (action as { type: ActionName }).type),
  };
}
