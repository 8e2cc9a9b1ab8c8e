/** Levels of risk as wholes: a new one, and which level of one scenario became which of another. */
import { messages } from '../messages/messages';
import { thresholdParameters } from '../parameters/thresholds';
import { canonicalJson } from './contentHash';
import { valueAt } from './path';
import type { Scenario, Threshold } from './scenario';

/** A level as it is when added: the registry's defaults, and its limit where its danger is estimated. */
export const newLevel: Threshold = {
  name: messages.scenarioDefaults.levelName,
  domain: messages.scenarioDefaults.levelDomain,
  danger: 8,
  leadTime: {
    security: thresholdParameters['threshold.leadTime.security'].default,
    deployment: thresholdParameters['threshold.leadTime.deployment'].default,
  },
  protectedAtStart: thresholdParameters['threshold.protectedAtStart'].default,
  limit: 8,
  gates: {
    training: thresholdParameters['threshold.gates.training'].default,
    internalUse: thresholdParameters['threshold.gates.internalUse'].default,
    release: thresholdParameters['threshold.gates.release'].default,
  },
};

/** Where the parameters of a level stand in it. */
const levelPaths = Object.keys(thresholdParameters).map((id) => id.split('.').slice(1));

/** What it costs to take one level for another: a parameter each, and two more for another name. */
function costOfChange(before: Threshold, after: Threshold): number {
  const differing = levelPaths.filter((path) => valueAt(before, path) !== valueAt(after, path)).length;
  return differing + (before.name === after.name ? 0 : 2);
}

/** … and to say that it was removed, or is new. A level of which almost nothing is left is another level. */
const COST_OF_ANOTHER = 4;

/**
 * Which level each level of `after` was in `before`: its place from 0, or null for a new one. Levels keep their order.
 * Of all such readings the one with the fewest changes; of equal ones that which changes levels rather than replaces
 * them, from the last level on.
 */
export function originsOfLevels(
  before: readonly Threshold[],
  after: readonly Threshold[],
): readonly (number | null)[] {
  const width = after.length + 1;
  const cost = new Array<number>((before.length + 1) * width).fill(0);
  const at = (b: number, a: number): number => cost[b * width + a] ?? Infinity;
  const changeTo = (b: number, a: number): number =>
    at(b - 1, a - 1) + costOfChange(before[b - 1] as Threshold, after[a - 1] as Threshold);
  for (let b = 0; b <= before.length; b++) {
    for (let a = 0; a <= after.length; a++) {
      if (b === 0 && a === 0) continue;
      const removed = b > 0 ? at(b - 1, a) + COST_OF_ANOTHER : Infinity;
      const added = a > 0 ? at(b, a - 1) + COST_OF_ANOTHER : Infinity;
      const changed = b > 0 && a > 0 ? changeTo(b, a) : Infinity;
      cost[b * width + a] = Math.min(removed, added, changed);
    }
  }
  const origins = new Array<number | null>(after.length).fill(null);
  let b = before.length;
  let a = after.length;
  while (a > 0) {
    if (b > 0 && at(b, a) === changeTo(b, a)) origins[--a] = --b;
    else if (b > 0 && at(b, a) === at(b - 1, a) + COST_OF_ANOTHER) b--;
    else a--;
  }
  return origins;
}

/** Whether two values of scenarios are the same: numbers, texts, distributions, recorded paths. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && canonicalJson(one) === canonicalJson(other));
}

/**
 * A scenario with some of its levels taken out and new ones put in, everything else as it is.
 * @param removed numbers of levels of `scenario`, from 1
 * @param added numbers, from 1, of those levels of the result that are new
 */
export function withLevels(
  scenario: Scenario,
  removed: readonly number[],
  added: readonly number[],
): Scenario {
  const thresholds = scenario.thresholds.filter((_, index) => !removed.includes(index + 1));
  for (const level of [...added].sort((one, other) => one - other)) {
    thresholds.splice(level - 1, 0, newLevel);
  }
  return { ...scenario, thresholds };
}
