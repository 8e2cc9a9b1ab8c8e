import type { LogEntry } from '../model/evidence';
import { Lab } from '../model/lab';
import { levelRegions, labRegions, regionName, regionStates } from '../model/regions';
import { outcomes, outcomeOf, type Outcome } from '../model/score';
import { compileSetup } from '../model/setup';
import type { SimulatedScenario } from '../scenario/scenario';
import { beginRun, simulateWeek } from './kernel.gen';
import { Luck } from './luck';
import { seedKey } from './seed';

/** The lab at the end of a week. Capabilities in doublings; `deployed` is null before the first release. */
export interface WeekRecord {
  readonly week: number;
  readonly capability: number;
  readonly deployed: number | null;
  readonly rival: number;
  /** State of each region by the machine's own names: `training`, `warning1`, `security2`, … */
  readonly states: Readonly<Record<string, string>>;
}

/** One possible future, in full. */
export interface RunTrace {
  readonly run: number;
  /** Weeks 0 … horizon. */
  readonly weeks: readonly WeekRecord[];
  readonly events: readonly LogEntry[];
  readonly outcome: Outcome;
  /** The lab after its last week: everything the run reports. */
  readonly lab: Lab;
}

/** Names of all states of all regions, by the machine's names of the regions. */
export function statesOf(lab: Lab): Record<string, string> {
  const states: Record<string, string> = {};
  for (const region of labRegions) states[region] = regionStates[region][lab[region]]!;
  for (const region of levelRegions) {
    lab[region].forEach((code, index) => {
      states[regionName({ region, index })] = regionStates[region][code]!;
    });
  }
  lab.protection.forEach((code, index) => {
    states[regionName({ region: 'protection', index })] = regionStates.protection[code]!;
  });
  return states;
}

function weekRecord(lab: Lab): WeekRecord {
  return {
    week: lab.week,
    capability: lab.trueCapability,
    deployed: lab.deployedModel === 0 ? null : lab.deployedCapability,
    rival: lab.rivalCapability,
    states: statesOf(lab),
  };
}

/** Plays run number `run` (0, 1, …) of a scenario under a seed; `onWeek` sees the lab at the end of each week from 0. */
export function playRun(
  scenario: SimulatedScenario,
  seed: string,
  run: number,
  onWeek: (lab: Lab) => void,
  log: LogEntry[] | null = null,
): Lab {
  const setup = compileSetup(scenario);
  const luck = new Luck(seedKey(seed));
  luck.setRun(run);
  const lab = new Lab(setup, luck);
  lab.log = log;
  // The kernel counts states here; nobody reads it.
  const occupancy = new Int32Array((setup.horizon + 1) * lab.stateCount);
  beginRun(lab, occupancy);
  onWeek(lab);
  while (lab.week < setup.horizon) {
    simulateWeek(lab, occupancy);
    onWeek(lab);
  }
  return lab;
}

/** Run number `run` (0, 1, …) of a scenario under a seed, week by week, with every event. Pure. */
export function simulateRun(scenario: SimulatedScenario, seed: string, run: number): RunTrace {
  const events: LogEntry[] = [];
  const weeks: WeekRecord[] = [];
  const lab = playRun(scenario, seed, run, (each) => weeks.push(weekRecord(each)), events);
  return { run, weeks, events, outcome: outcomes[outcomeOf(lab)]!, lab };
}
