/** What a reader would expect of a policy or a world, held against the share of unsafe futures on the same luck. */
import type { ExpectationId, ModelCheckReport, ReasonId } from '../../src/app/method/modelCheck';
import { unsafeShareOf } from '../../src/results/unsafe';
import { decodeScenario } from '../../src/scenario/decode';
import type { Scenario } from '../../src/scenario/scenario';
import { withPolicy, withWorld } from '../support/changes';
import { simulated } from '../support/simulated';
import type { Input } from './inputs';

export interface Expectation {
  /** The scenario with the change after which no more futures should be unsafe; null where it has it already. */
  readonly change: (scenario: Scenario) => Scenario | null;
  /** Why it fails in some scenarios; null: none is known, and one in which it did would be news or an error. */
  readonly why: ReasonId | null;
}

export const expectations: Readonly<Record<ExpectationId, Expectation>> = {
  'shorter-horizon': {
    change: (scenario) => {
      const horizon = Math.floor(scenario.world.horizon / 2);
      return horizon < 26 ? null : withWorld(scenario, { horizon });
    },
    why: null,
  },
  'more-tolerance': {
    change: ({ report, ...scenario }) => ({
      ...scenario,
      report: { ...report, toleranceWeeks: report.toleranceWeeks + 4 },
    }),
    why: null,
  },
  'wider-buffer': {
    change: (scenario) =>
      withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + 1 } }),
    why: null,
  },
  'early-preparation': {
    change: (scenario) =>
      scenario.policy.protections.preparationMargin === null
        ? null
        : withPolicy(scenario, { protections: { preparationMargin: null } }),
    why: 'ends-sooner',
  },
  'faster-building': {
    change: (scenario) =>
      withPolicy(scenario, { protections: { buildSpeed: 2 * scenario.policy.protections.buildSpeed } }),
    why: 'ends-sooner',
  },
  'frequent-evaluation': {
    change: (scenario) => {
      const { interval } = scenario.policy.evaluation;
      return interval < 2
        ? null
        : withPolicy(scenario, { evaluation: { interval: Math.floor(interval / 2) } });
    },
    why: 'other-weeks',
  },
  'third-party': {
    change: (scenario) =>
      scenario.policy.accountability.thirdPartyEvaluation
        ? null
        : withPolicy(scenario, { accountability: { thirdPartyEvaluation: true } }),
    why: null,
  },
  'quarterly-audits': {
    change: (scenario) =>
      scenario.policy.accountability.auditInterval > 0
        ? null
        : withPolicy(scenario, { accountability: { auditInterval: 13 } }),
    why: 'repaired-sooner',
  },
  'sure-veto': {
    change: (scenario) => withPolicy(scenario, { accountability: { oversightVeto: 1 } }),
    why: 'older-model',
  },
  'no-pressure': {
    change: (scenario) => withWorld(scenario, { pressure: 0 }),
    why: 'older-model',
  },
  'no-gap': {
    change: (scenario) =>
      typeof scenario.world.elicitationGap === 'number' && scenario.world.elicitationGap > 0
        ? withWorld(scenario, { elicitationGap: 0 })
        : null,
    why: null,
  },
};

const ids = Object.keys(expectations) as ExpectationId[];

/** What came of an expectation; whoever explains it adds why. */
export type ExpectationResult = Omit<ModelCheckReport['expectations'][number], 'why'>;

type Mutable = { -readonly [Key in keyof ExpectationResult]: ExpectationResult[Key] };

function unsafeCount(scenario: Scenario, seed: string, runs: number): number {
  return unsafeShareOf(simulated(scenario, runs, undefined, seed)).count;
}

/** Tries every expectation on every scenario whose change is a scenario too; counts are of `runs` futures. */
export function checkExpectations(inputs: readonly Input[], seed: string, runs: number): ExpectationResult[] {
  const results = ids.map((id): Mutable => ({
    expectation: id,
    scenarios: 0,
    fewer: 0,
    equal: 0,
    more: 0,
    worst: null,
  }));
  for (const { tried, scenario } of inputs) {
    const before = unsafeCount(scenario, seed, runs);
    for (const result of results) {
      const changed = expectations[result.expectation].change(scenario);
      if (changed === null || !decodeScenario(changed).ok) continue;
      const after = unsafeCount(changed, seed, runs);
      result.scenarios++;
      if (after < before) result.fewer++;
      else if (after === before) result.equal++;
      else result.more++;
      const { worst } = result;
      if (after > before && (worst === null || after - before > worst.after - worst.before)) {
        result.worst = { scenario: tried, before, after };
      }
    }
  }
  return results;
}
