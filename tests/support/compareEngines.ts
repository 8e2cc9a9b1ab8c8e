import { beginRun, simulateWeek } from '../../src/engine/kernel.gen';
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { statesOf } from '../../src/engine/simulateRun';
import { Stepper } from '../../src/engine/stepper';
import type { LogEntry } from '../../src/model/evidence';
import { Lab } from '../../src/model/lab';
import { compileSetup } from '../../src/model/setup';
import type { Scenario } from '../../src/scenario/scenario';
import { otherFields } from './labNumbers';

/** The first difference between two values that may be numbers or columns of numbers; Object.is decides. */
function difference(name: string, a: unknown, b: unknown): string | undefined {
  if (typeof a === 'number') return Object.is(a, b) ? undefined : `${name}: ${a} and ${String(b)}`;
  const [left, right] = [a as Float64Array, b as Float64Array];
  const at = left.findIndex((value, i) => !Object.is(value, right[i]));
  return at < 0 ? undefined : `${name}[${at}]: ${left[at]} and ${right[at]}`;
}

export interface Comparison {
  /** Where kernel and statechart first part; undefined: nowhere. */
  readonly difference: string | undefined;
  readonly events: readonly LogEntry[];
}

/** Plays run `run` in the kernel and in the XState actor, comparing every number and state after every week, and the logs. */
export function compareEngines(scenario: Scenario, seed: string, run: number): Comparison {
  const luck = new Luck(seedKey(seed));
  luck.setRun(run);
  const lab = new Lab(compileSetup(scenario), luck);
  const events: LogEntry[] = [];
  lab.log = events;
  const occupancy = new Int32Array((scenario.world.horizon + 1) * lab.stateCount);
  beginRun(lab, occupancy);
  const stepper = new Stepper(scenario, seed, run);

  for (;;) {
    const chart = stepper.lab as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(lab)) {
      if (otherFields.has(name)) continue;
      const found = difference(`week ${lab.week}, ${name}`, value, chart[name]);
      if (found !== undefined) return { difference: found, events };
    }
    const [kernelStates, chartStates] = [statesOf(lab), stepper.states];
    for (const [region, state] of Object.entries(kernelStates)) {
      if (chartStates[region] !== state) {
        return { difference: `week ${lab.week}, ${region}: ${state} and ${chartStates[region]}`, events };
      }
    }
    if (lab.week === scenario.world.horizon) break;
    simulateWeek(lab, occupancy);
    stepper.playWeek();
  }
  const at = events.findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(stepper.events[i]));
  if (at >= 0 || events.length !== stepper.events.length) {
    const pair = [events[at], stepper.events[at]].map((entry) => JSON.stringify(entry)).join(' and ');
    return { difference: `event ${at} of ${events.length} and ${stepper.events.length}: ${pair}`, events };
  }
  return { difference: undefined, events };
}
