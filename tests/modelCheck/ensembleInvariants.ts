/** What is true of every ensemble, whatever the scenario. */
import type { RuleId } from '../../src/app/method/modelCheck';
import type { Aggregate } from '../../src/engine/aggregate';
import { flagIds, flags, levelFlagIds, levelFlags, type FlagId } from '../../src/engine/runReport';
import type { Lab } from '../../src/model/lab';
import { labRegions, levelRegions, type Region, type StateOf } from '../../src/model/regions';
import type { Word64 } from '../../src/numbers/hash';
import { quantileIds } from '../../src/results/quantile';
import { stateShares } from '../../src/results/stateShares';
import { summarise, type Distribution } from '../../src/results/summary';
import type { Scenario } from '../../src/scenario/scenario';
import { EnsembleSimulator, mergeAggregate } from '../support/bundledEngine';
import { differences } from '../support/differences';
import { runRules } from './runInvariants';

/** How a rule is broken: by which run, if by one, and what was found. */
export interface Failure {
  readonly rule: RuleId;
  readonly run: number | null;
  readonly found: string;
}

type EnsembleRule = Exclude<RuleId, keyof typeof runRules>;

/** Counts again, run by run, what an aggregate counts. */
export class Recount {
  readonly flags = new Map<FlagId, number>(flagIds.map((id) => [id, 0]));
  readonly levels: number[][];

  constructor(levels: number) {
    this.levels = Array.from({ length: levels }, () => levelFlagIds.map(() => 0));
  }

  add(lab: Lab): void {
    for (const id of flagIds) if (flags[id](lab)) this.flags.set(id, this.flags.get(id)! + 1);
    this.levels.forEach((counts, k) =>
      levelFlagIds.forEach((id, i) => (counts[i] = counts[i]! + Number(levelFlags[id](lab, k)))),
    );
  }
}

function sum(counts: ArrayLike<number>, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += counts[i]!;
  return total;
}

function countsDiffer(aggregate: Aggregate, recount: Recount): string | null {
  for (const id of flagIds) {
    const count = aggregate.flags[id];
    if (count !== recount.flags.get(id) || count > aggregate.runs) return `${id} ${count}`;
  }
  for (const [k, level] of aggregate.thresholds.entries()) {
    for (const [i, id] of levelFlagIds.entries()) {
      const count = level.flags[id];
      if (count !== recount.levels[k]![i] || count > aggregate.runs) return `t${k + 1}.${id} ${count}`;
    }
  }
  return null;
}

/** Of each week's runs in a state, the sum over the weeks from 1 on; week 0 is not scored. */
function weeksIn<R extends Region>(aggregate: Aggregate, region: R, state: StateOf<R>): number {
  const perWeek = stateShares(aggregate, region)[state];
  return sum(perWeek, 1, perWeek.length) * aggregate.runs;
}

/** Whether shares of runs, summed over the weeks, are a whole number of weeks but for their rounding. */
function isNear(weeks: number, exact: number): boolean {
  return Math.abs(weeks - exact) < 1e-6 * Math.max(1, exact);
}

function statesDiffer(aggregate: Aggregate): string | null {
  const { runs, horizon, levels, measures, thresholds } = aggregate;
  const instances = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const regions: [Region, number][] = [
    ...labRegions.map((region): [Region, number] => [region, 0]),
    ...levelRegions.flatMap((region) => instances(levels).map((k): [Region, number] => [region, k])),
    ...instances(2 * levels).map((i): [Region, number] => ['protection', i]),
  ];
  for (const [region, index] of regions) {
    const shares: Float64Array[] = Object.values(stateShares(aggregate, region, index));
    for (let week = 0; week <= horizon; week++) {
      const inWeek = shares.map((share) => Math.round(share[week]! * runs));
      if (inWeek.some((count) => count < 0) || sum(inWeek, 0, inWeek.length) !== runs) {
        return `${region} ${index} in week ${week}: ${inWeek.join(' ')}`;
      }
    }
  }
  const held = {
    pausedWeeks: weeksIn(aggregate, 'training', 'paused'),
    suspendedWeeks: weeksIn(aggregate, 'internalUse', 'suspended'),
    withheldWeeks: weeksIn(aggregate, 'release', 'withheld'),
  } as const;
  for (const id of ['pausedWeeks', 'suspendedWeeks', 'withheldWeeks'] as const) {
    if (!isNear(held[id], measures[id].sum)) return `${id} ${measures[id].sum}, of the states ${held[id]}`;
  }
  for (const [k, level] of thresholds.entries()) {
    const crossed = stateShares(aggregate, 'capability', k).crossed[horizon]! * runs;
    const warned = runs - stateShares(aggregate, 'warning', k).quiet[horizon]! * runs;
    if (Math.round(crossed) !== level.flags.crossed) return `t${k + 1}.crossed`;
    if (Math.round(warned) !== level.flags.warned) return `t${k + 1}.warned`;
  }
  return null;
}

function bandsDiffer({ capability, deployed, rival, horizon, runs }: Aggregate): string | null {
  for (let week = 0; week <= horizon; week++) {
    const inWeek = ({ axis, counts }: Aggregate['capability']): number =>
      sum(counts, week * axis.bins, (week + 1) * axis.bins);
    const live = inWeek(deployed);
    if (inWeek(capability) !== runs || live < 0 || live > runs) return `week ${week}`;
    if (rival.beyond.length > 0 && inWeek(rival) !== runs) return `rival in week ${week}`;
  }
  return null;
}

function isOrdered(distribution: Distribution): boolean {
  const values = quantileIds.map((id) => distribution[id]);
  const { mean } = distribution;
  if (mean === null) return values.every((value) => value === null);
  return values.every((value, i) => value !== null && (i === 0 || value >= values[i - 1]!));
}

/** Of a mean, that it lies within what was counted; half a bin aside, for those that are rounded into bins. */
function isWithin(
  mean: number | null,
  { from, counts }: { from: number; counts: Int32Array },
  bins = 1,
): boolean {
  if (mean === null) return counts.every((count) => count === 0);
  const least = counts.findIndex((count) => count > 0);
  const most = counts.findLastIndex((count) => count > 0);
  const slack = bins === 1 ? 0 : 0.5;
  return mean * bins >= from + least - slack && mean * bins <= from + most + slack;
}

function quantilesDiffer(aggregate: Aggregate, scenario: Scenario, seed: string): string | null {
  const summary = summarise(aggregate, scenario, seed);
  for (const [id, distribution] of Object.entries(summary.measures)) {
    const { histogram } = aggregate.measures[id as keyof typeof aggregate.measures];
    const bins = id === 'foregoneDoublings' ? 256 : 1;
    if (!isOrdered(distribution) || !isWithin(distribution.mean, histogram, bins)) return id;
  }
  for (const [k, { leadWeeks }] of summary.thresholds.entries()) {
    if (!isOrdered(leadWeeks) || !isWithin(leadWeeks.mean, aggregate.thresholds[k]!.lead)) {
      return `t${k + 1}.leadWeeks`;
    }
  }
  return isOrdered(summary.firstPauseWeek) ? null : 'firstPauseWeek';
}

/** What is held against the rules: the runs of a scenario under a seed, counted in one chunk, in two, and one by one. */
export interface Counted {
  readonly aggregate: Aggregate;
  readonly merged: Aggregate;
  readonly recount: Recount;
  readonly scenario: Scenario;
  readonly seed: string;
}

/** What breaks each rule of ensembles, in a few words; null: nothing does. */
export function brokenBy(counted: Counted): Record<EnsembleRule, string | null> {
  const { aggregate, merged, recount, scenario, seed } = counted;
  const outcomes = sum(aggregate.outcomes, 0, aggregate.outcomes.length);
  return {
    'outcomes-sum': outcomes === aggregate.runs ? null : `${outcomes} of ${aggregate.runs}`,
    'counts-within-runs': countsDiffer(aggregate, recount),
    'states-sum': statesDiffer(aggregate),
    'bands-sum': bandsDiffer(aggregate),
    'quantiles-ordered': quantilesDiffer(aggregate, scenario, seed),
    'chunks-agree': differences(aggregate, merged)[0]?.path ?? null,
  };
}

export interface CheckedEnsemble {
  readonly fingerprint: Word64;
  /** Every rule that is broken; of each, the first run. */
  readonly failures: readonly Failure[];
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

/** Simulates a scenario, in one chunk and in two, and holds its runs and its counts against every rule. */
export function checkEnsemble(scenario: Scenario, seed: string, runs: number): CheckedEnsemble {
  const failures: Failure[] = [];
  const simulator = new EnsembleSimulator(scenario, seed);
  const aggregate = simulator.newAggregate();
  const recount = new Recount(scenario.thresholds.length);
  simulator.simulate({ from: 0, to: runs }, aggregate, (run, lab) => {
    recount.add(lab);
    for (const [rule, broken] of entries(runRules)) {
      const found = broken(lab);
      if (found !== null && !failures.some((failure) => failure.rule === rule)) {
        failures.push({ rule, run, found });
      }
    }
  });

  const second = simulator.newAggregate();
  const middle = Math.floor(runs / 3);
  simulator.simulate({ from: middle, to: runs }, second);
  const first = new EnsembleSimulator(scenario, seed);
  const merged = first.newAggregate();
  first.simulate({ from: 0, to: middle }, merged);
  mergeAggregate(merged, second);

  const found = brokenBy({ aggregate, recount, merged, scenario, seed });
  for (const [rule, what] of entries(found)) {
    if (what !== null) failures.push({ rule, run: null, found: what });
  }
  return { fingerprint: aggregate.fingerprint, failures };
}
