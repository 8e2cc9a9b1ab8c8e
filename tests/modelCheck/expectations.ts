/** What a reader would expect of a policy or a world, held against the share of unsafe futures on the same luck. */
import { outcomes } from '../../src/model/score';
import { unsafeOutcomes } from '../../src/results/unsafe';
import { decodeScenario } from '../../src/scenario/decode';
import type { Scenario } from '../../src/scenario/scenario';
import { withPolicy, withWorld } from '../support/changes';
import { simulated } from '../support/simulated';
import type { Input } from './inputs';

export interface Expectation {
  readonly id: string;
  readonly says: string;
  /** The scenario with the change after which no more futures should be unsafe; null where it has it already. */
  readonly change: (scenario: Scenario) => Scenario | null;
  /** Why it fails in some scenarios; null: none is known, and one in which it did would be news or an error. */
  readonly why: string | null;
}

const endsSooner =
  'Protections that are finished sooner end a pause sooner, and the lab gets further in the time given. Where a higher level has no limit, a limit beyond its danger or no known protection, more futures meet that danger unprotected.';
const repairedSooner =
  'A protection that is found failing sooner is repaired sooner, and the pause for it ends sooner. In a few futures the lab then meets a danger that it would not have met in the time given.';
const olderModel =
  'A lab that cannot drop its commitment withholds its newer model, and the older one stays in service and goes on gaining ability in the hands of its users. A newer one would have started from what the lab itself has.';

export const expectations: readonly Expectation[] = [
  {
    id: 'shorter-horizon',
    says: 'Half the time leaves no more futures unsafe.',
    change: (scenario) => {
      const horizon = Math.floor(scenario.world.horizon / 2);
      return horizon < 26 ? null : withWorld(scenario, { horizon });
    },
    why: null,
  },
  {
    id: 'more-tolerance',
    says: 'Counting a future as unsafe only after four weeks more leaves no more futures unsafe.',
    change: ({ report, ...scenario }) => ({
      ...scenario,
      report: { ...report, toleranceWeeks: report.toleranceWeeks + 4 },
    }),
    why: null,
  },
  {
    id: 'wider-buffer',
    says: 'A buffer wider by one doubling leaves no more futures unsafe.',
    change: (scenario) =>
      withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + 1 } }),
    why: null,
  },
  {
    id: 'early-preparation',
    says: 'Building all protections from the first week leaves no more futures unsafe.',
    change: (scenario) =>
      scenario.policy.protections.preparationMargin === null
        ? null
        : withPolicy(scenario, { protections: { preparationMargin: null } }),
    why: endsSooner,
  },
  {
    id: 'faster-building',
    says: 'Building protections twice as fast leaves no more futures unsafe.',
    change: (scenario) =>
      withPolicy(scenario, { protections: { buildSpeed: 2 * scenario.policy.protections.buildSpeed } }),
    why: endsSooner,
  },
  {
    id: 'frequent-evaluation',
    says: 'Evaluating twice as often leaves no more futures unsafe.',
    change: (scenario) => {
      const { interval } = scenario.policy.evaluation;
      return interval < 2
        ? null
        : withPolicy(scenario, { evaluation: { interval: Math.floor(interval / 2) } });
    },
    why: 'Evaluating twice as often moves every evaluation to another week. A reading that came just in time may then come a little later; the difference is a few futures.',
  },
  {
    id: 'third-party',
    says: 'A third party that evaluates too leaves no more futures unsafe.',
    change: (scenario) =>
      scenario.policy.accountability.thirdPartyEvaluation
        ? null
        : withPolicy(scenario, { accountability: { thirdPartyEvaluation: true } }),
    why: null,
  },
  {
    id: 'quarterly-audits',
    says: 'Audits every quarter, where there were none, leave no more futures unsafe.',
    change: (scenario) =>
      scenario.policy.accountability.auditInterval > 0
        ? null
        : withPolicy(scenario, { accountability: { auditInterval: 13 } }),
    why: repairedSooner,
  },
  {
    id: 'sure-veto',
    says: 'A veto on every attempt to abandon a commitment leaves no more futures unsafe.',
    change: (scenario) => withPolicy(scenario, { accountability: { oversightVeto: 1 } }),
    why: olderModel,
  },
  {
    id: 'no-pressure',
    says: 'A world without pressure from the rival leaves no more futures unsafe.',
    change: (scenario) => withWorld(scenario, { pressure: 0 }),
    why: olderModel,
  },
  {
    id: 'no-gap',
    says: 'Evaluations that miss nothing leave no more futures unsafe.',
    change: (scenario) =>
      typeof scenario.world.elicitationGap === 'number' && scenario.world.elicitationGap > 0
        ? withWorld(scenario, { elicitationGap: 0 })
        : null,
    why: null,
  },
];

export interface ExpectationResult {
  readonly expectation: string;
  readonly scenarios: number;
  /** Scenarios with fewer, as many and more unsafe futures. */
  readonly fewer: number;
  readonly equal: number;
  readonly more: number;
  /** The scenario in which it failed most: its name, and unsafe futures before and after. */
  readonly worst: { readonly scenario: string; readonly before: number; readonly after: number } | null;
}

function unsafeCount(scenario: Scenario, seed: string, runs: number): number {
  const counts = simulated(scenario, runs, undefined, seed).outcomes;
  return unsafeOutcomes.reduce((sum, id) => sum + (counts[outcomes.indexOf(id)] ?? 0), 0);
}

/** Tries every expectation on every scenario whose change is a scenario too; counts are of `runs` futures. */
export function checkExpectations(inputs: readonly Input[], seed: string, runs: number): ExpectationResult[] {
  const results = expectations.map(({ id }) => ({
    expectation: id,
    scenarios: 0,
    fewer: 0,
    equal: 0,
    more: 0,
    worst: null as ExpectationResult['worst'],
  }));
  for (const { name, scenario } of inputs) {
    const before = unsafeCount(scenario, seed, runs);
    expectations.forEach(({ change }, i) => {
      const changed = change(scenario);
      if (changed === null || !decodeScenario(changed).ok) return;
      const result = results[i];
      if (result === undefined) throw new Error(`no result ${i}`);
      const after = unsafeCount(changed, seed, runs);
      result.scenarios++;
      if (after < before) result.fewer++;
      else if (after === before) result.equal++;
      else result.more++;
      const { worst } = result;
      if (after > before && (worst === null || after - before > worst.after - worst.before)) {
        result.worst = { scenario: name, before, after };
      }
    });
  }
  return results;
}
