import { createActor, type AnyTransitionDefinition, type InspectionEvent } from 'xstate';
import { logEntry, type LogEntry } from '../model/evidence';
import type { Lab } from '../model/lab';
import { labMachine } from '../model/labMachine';
import type { GuardName } from '../model/rules';
import { compileSetup } from '../model/setup';
import { conditions, week, type LabEvent, type ScriptedEvent } from '../model/week';
import type { Scenario } from '../scenario/scenario';
import { Luck } from './luck';
import { seedKey } from './seed';

/**
 * One run in an XState actor, event by event: the statechart itself, for watching a run and as the oracle that the
 * kernel is held to. A hundred times too slow for an ensemble.
 */
export class Stepper {
  readonly events: LogEntry[] = [];
  readonly horizon: number;
  readonly #actor;
  /** The lab before the event being handled. */
  #before: Lab | undefined;

  /** Run number `run` of a scenario under a seed, at the end of week 0. */
  constructor(scenario: Scenario, seed: string, run: number) {
    const setup = compileSetup(scenario);
    const luck = new Luck(seedKey(seed));
    luck.setRun(run);
    this.horizon = setup.horizon;
    this.#actor = createActor(labMachine(setup.levels), {
      input: { setup, luck },
      inspect: (event) => this.#inspect(event),
    });
    this.#actor.start();
    this.#send('begin');
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
    this.#send(scripted.event);
    return true;
  }

  /** Plays one week. */
  playWeek(): void {
    for (const scripted of week) this.step(scripted);
  }

  #send(event: LabEvent): void {
    this.#before = this.lab;
    this.#actor.send({ type: event });
    this.#before = undefined;
  }

  #inspect(event: InspectionEvent): void {
    if (event.type !== '@xstate.microstep' || this.#before === undefined) return;
    for (const transition of event._transitions as readonly AnyTransitionDefinition[]) {
      const region = transition.source.parent?.meta as { region: string; index: number } | undefined;
      if (region === undefined) continue;
      const from = transition.source.key;
      const guard = (transition.guard as { type: GuardName } | undefined)?.type ?? null;
      const row = {
        event: transition.eventType as string,
        region: region.region,
        from,
        to: transition.target?.[0]?.key ?? from,
        guard,
      };
      const entry = logEntry(this.#before, row, region.index);
      if (entry !== null) this.events.push(entry);
    }
  }
}
