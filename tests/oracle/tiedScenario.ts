import fc from 'fast-check';
import { decodeScenario } from '../../src/scenario/decode';
import { preset } from '../../src/scenario/presets';
import type { HistoryPoint, Scenario } from '../../src/scenario/scenario';

/** All of these are multiples of 1/16 a week, so that a run's sums are exact. */
const perYear = fc.constantFrom(0, 3.25, 6.5, 13);
const halves = (from: number, to: number) =>
  fc.integer({ min: 2 * from, max: 2 * to }).map((half) => half / 2);

const world = fc.record({
  initialCapability: halves(-1, 1),
  growth: perYear,
  growthVolatility: fc.constant(0),
  jumpShare: fc.constant(0),
  pausedGrowth: fc.constantFrom(0, 0.5, 1),
  internalUseBoost: fc.constantFrom(0, 0.5, 1),
  postDeploymentGain: fc.constantFrom(0, 3.25, 6.5),
  releaseInterval: fc.integer({ min: 1, max: 8 }),
  releaseLag: fc.integer({ min: 0, max: 10 }),
  dangerUncertainty: fc.constant(0),
  elicitationGap: halves(-1, 2),
  suiteError: fc.constant(0),
  assessorBias: halves(0, 1),
  skipProbability: fc.constantFrom(0, 0.3),
  leadTimeSpread: fc.constant(0),
  inadequacy: fc.constantFrom(0, 0.3),
  lapseRate: fc.constantFrom(0, 6),
  discoveryRate: fc.constantFrom(0, 6),
  rivalLead: halves(-1, 2),
  rivalGrowth: perYear,
  pressure: fc.constantFrom(0, 1, 10),
  history: fc.option(
    fc.array(fc.record({ weeks: fc.integer({ min: 1, max: 16 }), rise: halves(0, 2) }), { maxLength: 8 }),
    { freq: 1 },
  ),
  historyShape: fc.constantFrom('steps', 'linear'),
});

const level = fc.record({
  danger: halves(0, 6),
  limitAt: fc.option(halves(-1, 1), { freq: 5 }),
  domain: fc.constantFrom('a', 'b'),
  protectedAtStart: fc.constantFrom(false, false, true),
  security: fc.constantFrom(0, 1, 4, 12, 30),
  deployment: fc.constantFrom(0, 1, 4, 12, 30),
  training: fc.boolean(),
  internalUse: fc.boolean(),
  release: fc.boolean(),
});

const policy = fc.record({
  limits: fc.record({ safetyBuffer: halves(0, 2), atAlert: fc.constantFrom('act', 'prepare') }),
  protections: fc.record({
    preparationMargin: fc.option(halves(0, 2), { freq: 4 }),
    buildSpeed: fc.constantFrom(0.5, 1, 2),
  }),
  evaluation: fc.record({
    interval: fc.integer({ min: 0, max: 6 }),
    computeMultiple: fc.constantFrom(0, 2, 4, 16),
    preDeployment: fc.boolean(),
    duration: fc.integer({ min: 0, max: 4 }),
    noise: fc.constant(0),
    repeats: fc.constantFrom(1, 4),
  }),
  response: fc.record({
    training: fc.constantFrom('pause', 'pause', 'continue'),
    internalUse: fc.constantFrom('suspend', 'suspend', 'continue'),
    release: fc.constantFrom('withhold', 'withhold', 'release'),
    recall: fc.boolean(),
    delay: fc.integer({ min: 0, max: 4 }),
    maxPause: fc.constantFrom(0, 1, 2, 10),
    pauseSpeedup: fc.constantFrom(0.5, 1, 2),
    competitorClause: fc.option(halves(-1, 1), { freq: 2 }),
  }),
  accountability: fc.record({
    thirdPartyEvaluation: fc.boolean(),
    auditInterval: fc.integer({ min: 0, max: 6 }),
    auditPower: fc.constantFrom(0, 0.3, 1),
    noticePeriod: fc.integer({ min: 0, max: 4 }),
    oversightVeto: fc.constantFrom(0, 0.3),
  }),
});

function pathOf(steps: readonly { weeks: number; rise: number }[]): HistoryPoint[] {
  let week = 0;
  let capability = -0.5;
  const later = steps.map(({ weeks, rise }, at) => {
    // A linear path by sixteenths of a week's step stays exact.
    week += weeks >= 8 ? 16 : weeks >= 4 ? 4 : 1;
    capability += rise;
    return { week, capability, label: `${at}` };
  });
  return [{ week: 0, capability: -0.5, label: 'start' }, ...later];
}

/**
 * A scenario in which much happens and all numbers in doublings are multiples of a power of two: lines are met exactly, so
 * that "at least" and "more than" differ, and no rounding blurs it.
 */
export function tiedScenario(horizon: number): fc.Arbitrary<Scenario> {
  return fc
    .record({
      world,
      policy,
      levels: fc.array(level, { minLength: 1, maxLength: 6 }),
      tolerance: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ world, policy, levels, tolerance }) => {
      const base = preset('baseline');
      const result = decodeScenario({
        ...base,
        world: {
          ...base.world,
          ...world,
          horizon,
          history: world.history === null ? null : pathOf(world.history),
        },
        policy,
        thresholds: levels.map(
          ({ danger, limitAt, security, deployment, training, internalUse, release, ...rest }, k) => ({
            ...rest,
            name: `Level ${k + 1}`,
            danger,
            leadTime: { security, deployment },
            limit: limitAt === null ? null : danger + limitAt,
            gates: { training, internalUse, release },
          }),
        ),
        report: { toleranceWeeks: tolerance },
      });
      if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
      return result.scenario;
    });
}
