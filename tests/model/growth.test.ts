import { describe, expect, test } from 'vitest';
import { SIGMAS, correlationZ, kolmogorov } from '../engine/luck/statistics';
import { expectMean, expectMoments, expectShare } from '../support/expectations';
import { normalCdf } from '../support/normal';
import { quietScenario } from '../support/quietScenario';
import { simulated } from '../support/simulated';
import { onlyRun } from '../support/timeline';

/** √n times a Kolmogorov-Smirnov distance that is exceeded as rarely as 5 standard errors are. */
const KOLMOGOROV_LIMIT = 2.75;

interface Jumps {
  readonly probability: number;
  readonly mean: number;
}

/** At most one jump a week, its mean raised so that the growth is what it should be. */
function jumpsOf(growth: number, jumpShare: number, jumpSize: number): Jumps {
  const rate = (jumpShare * growth) / (52 * jumpSize);
  const probability = 1 - Math.exp(-rate);
  return { probability, mean: rate === 0 ? 0 : (jumpSize * rate) / probability };
}

describe('unconstrained growth', () => {
  test.each([
    { growth: 3.75, growthVolatility: 0, jumpShare: 0, jumpSize: 0.6 },
    { growth: 3.75, growthVolatility: 0.4, jumpShare: 0, jumpSize: 0.6 },
    { growth: 3.75, growthVolatility: 0, jumpShare: 0.2, jumpSize: 0.6 },
    { growth: 3.75, growthVolatility: 0.4, jumpShare: 0.2, jumpSize: 0.6 },
    { growth: 3.75, growthVolatility: 1, jumpShare: 0.9, jumpSize: 0.05 },
    { growth: 15, growthVolatility: 3, jumpShare: 0.5, jumpSize: 0.3 },
    { growth: 1, growthVolatility: 0.2, jumpShare: 0.9, jumpSize: 5 },
    { growth: 0, growthVolatility: 1, jumpShare: 0.5, jumpSize: 0.6 },
  ])('has the mean and the variance it should have: %o', (world) => {
    const { growth, growthVolatility, jumpShare, jumpSize } = world;
    const horizon = 40;
    const gains = new Float64Array(20_000);
    let slowed = 0;
    simulated(
      quietScenario({ world: { ...world, horizon, initialCapability: 2 } }),
      gains.length,
      (lab, run) => {
        gains[run] = lab.unconstrainedCapability - 2;
        if (lab.trueCapability !== lab.unconstrainedCapability) slowed++;
      },
    );
    expect(slowed).toBe(0);
    const { probability, mean } = jumpsOf(growth, jumpShare, jumpSize);
    const smoothVariance = growth === 0 ? 0 : ((1 - jumpShare) * growthVolatility) ** 2 / 52;
    const jumpVariance = 2 * probability * mean ** 2 - (probability * mean) ** 2;
    expectMoments(gains, (growth * horizon) / 52, horizon * (smoothVariance + jumpVariance));
  });

  test('comes week by week in independent lognormal steps of the stated mean', () => {
    const [growth, growthVolatility, horizon, runs] = [3, 0.5, 52, 2000];
    const logs = new Float64Array(horizon * runs);
    const logSd = Math.sqrt(Math.log(1 + 52 * (growthVolatility / growth) ** 2));
    simulated(quietScenario({ world: { growth, growthVolatility, horizon } }), runs, (lab, run) => {
      for (let week = 1; week <= horizon; week++) {
        const step = lab.capabilityPath[week]! - lab.capabilityPath[week - 1]!;
        logs[run * horizon + week - 1] = (Math.log((step * 52) / growth) + logSd ** 2 / 2) / logSd;
      }
    });
    const next = correlationZ(
      (i) => logs[i]!,
      (i) => logs[i + 1]!,
      logs.length - 1,
      0,
      1,
    );
    expect(Math.abs(next)).toBeLessThan(SIGMAS);
    expect(kolmogorov(logs, normalCdf)).toBeLessThan(KOLMOGOROV_LIMIT);
  });

  test('jumps in independent weeks, by exponential sizes', () => {
    const [growth, jumpShare, jumpSize, horizon, runs] = [6, 0.6, 0.3, 78, 4000];
    const { probability, mean } = jumpsOf(growth, jumpShare, jumpSize);
    const smooth = (growth * (1 - jumpShare)) / 52;
    const sizes: number[] = [];
    const jumpsByRun = new Float64Array(runs);
    let firstWeek = 0;
    let lastWeek = 0;
    let pairs = 0;
    let smallest = 0;
    simulated(quietScenario({ world: { growth, jumpShare, jumpSize, horizon } }), runs, (lab, run) => {
      let before = false;
      for (let week = 1; week <= horizon; week++) {
        const jump = lab.capabilityPath[week]! - lab.capabilityPath[week - 1]! - smooth;
        if (jump < smallest) smallest = jump;
        const jumps = jump > 1e-9;
        if (jumps) {
          sizes.push(jump);
          jumpsByRun[run]!++;
          if (week === 1) firstWeek++;
          if (week === horizon) lastWeek++;
          if (before) pairs++;
        }
        before = jumps;
      }
    });
    expect(smallest).toBeGreaterThan(-1e-9);
    expectMoments(jumpsByRun, horizon * probability, horizon * probability * (1 - probability));
    expectShare(firstWeek, runs, probability);
    expectShare(lastWeek, runs, probability);
    // Neighbouring pairs overlap: their counts in one run vary by more than those of independent pairs.
    const pair = probability ** 2;
    const variance =
      (horizon - 1) * pair * (1 - pair) + 2 * (horizon - 2) * (probability ** 3 - probability ** 4);
    expectMean(pairs / runs, runs, (horizon - 1) * pair, variance);
    const distance = kolmogorov(Float64Array.from(sizes), (size) => 1 - Math.exp(-size / mean));
    expect(distance).toBeLessThan(KOLMOGOROV_LIMIT);
  });

  test('is drawn from a triangular distribution where the scenario gives one', () => {
    const horizon = 52;
    const gains = new Float64Array(20_000);
    const growth = { low: 1, mode: 2, high: 6 };
    simulated(quietScenario({ world: { growth, horizon } }), gains.length, (lab, run) => {
      gains[run] = lab.trueCapability;
    });
    expectMoments(gains, (1 + 2 + 6) / 3, (1 + 4 + 36 - 1 * 2 - 1 * 6 - 2 * 6) / 18);
    const distribution = (x: number): number =>
      x <= 2 ? Math.max(0, x - 1) ** 2 / (5 * 1) : 1 - Math.max(0, 6 - x) ** 2 / (5 * 4);
    expect(kolmogorov(gains, distribution)).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});

describe('constrained growth', () => {
  // Past its only limit from the first week on, without a known way to build what it needs.
  const always = {
    thresholds: [{ danger: 50, limit: -1, leadTime: { security: null, deployment: null } }],
  };

  test.each([
    { training: 'pause', internalUse: 'continue', factor: 0.3 },
    { training: 'continue', internalUse: 'suspend', factor: 1 - 0.25 },
    { training: 'pause', internalUse: 'suspend', factor: 0.3 * (1 - 0.25) },
    { training: 'continue', internalUse: 'continue', factor: 1 },
  ] as const)('is a fraction of the other: %o', ({ training, internalUse, factor }) => {
    const horizon = 60;
    const { weeks, lab } = onlyRun(
      quietScenario({
        ...always,
        world: { growth: 5.2, pausedGrowth: 0.3, internalUseBoost: 0.25, horizon },
        policy: { response: { training, internalUse } },
      }),
    );
    // Evaluated, paused and suspended in week 1, after that week's growth.
    for (const { week, capability } of weeks.slice(1)) {
      expect(capability).toBeCloseTo(0.1 * (1 + factor * (week - 1)), 10);
    }
    expect(lab.unconstrainedCapability).toBeCloseTo(0.1 * horizon, 10);
    expect(lab.unconstrainedCapability - lab.trueCapability).toBeCloseTo(
      0.1 * (1 - factor) * (horizon - 1),
      10,
    );
  });

  test('keeps its mean under volatility and jumps', () => {
    const gains = new Float64Array(20_000);
    const scenario = quietScenario({
      ...always,
      world: {
        growth: 5.2,
        growthVolatility: 0.5,
        jumpShare: 0.4,
        jumpSize: 0.5,
        pausedGrowth: 0.3,
        horizon: 53,
      },
      policy: { response: { training: 'pause' } },
    });
    simulated(scenario, gains.length, (lab, run) => (gains[run] = lab.trueCapability));
    const { probability, mean } = jumpsOf(5.2, 0.4, 0.5);
    const weekly = (0.6 * 0.5) ** 2 / 52 + 2 * probability * mean ** 2 - (probability * mean) ** 2;
    expectMoments(gains, 0.1 * (1 + 0.3 * 52), weekly * (1 + 0.3 ** 2 * 52));
  });
});

describe('the rival and the deployed model', () => {
  test('grow along straight lines, whatever the lab does', () => {
    const { weeks } = onlyRun(
      quietScenario({
        world: {
          initialCapability: 3,
          rivalLead: -1.5,
          rivalGrowth: 2.6,
          postDeploymentGain: 1.3,
          releaseInterval: 100,
          releaseLag: 20,
          growth: 5.2,
        },
      }),
    );
    for (const { week, rival, deployed } of weeks) {
      expect(rival).toBeCloseTo(1.5 + 0.05 * week, 10);
      // Released in week 100, as the lab was in week 80; replaced in week 200.
      if (week < 100) expect(deployed).toBeNull();
      else if (week < 200) expect(deployed).toBeCloseTo(3 + 8 + 0.025 * (week - 100), 10);
      else expect(deployed).toBeCloseTo(3 + 18 + 0.025 * (week - 200), 10);
    }
  });
});

describe('a recorded history', () => {
  const history = [
    { week: 0, capability: -2, label: 'first' },
    { week: 10, capability: 1, label: 'second' },
    { week: 30, capability: 5, label: 'third' },
  ];
  /** Where the path is in a week, unconstrained; from week 30 on it grows by 0.1 a week. */
  const recorded = {
    steps: (week: number) => (week < 10 ? -2 : week < 30 ? 1 : 5 + 0.1 * (week - 30)),
    linear: (week: number) =>
      week < 10 ? -2 + 0.3 * week : week < 30 ? 1 + 0.2 * (week - 10) : 5 + 0.1 * (week - 30),
  };

  test.each(['steps', 'linear'] as const)(
    'is followed in %s, then simulated growth goes on',
    (historyShape) => {
      const { weeks } = onlyRun(
        quietScenario({
          world: { growth: 5.2, initialCapability: 7, rivalLead: -1, history, historyShape, horizon: 60 },
        }),
      );
      for (const { week, capability, rival } of weeks) {
        expect(capability).toBeCloseTo(recorded[historyShape](week), 10);
        expect(rival).toBe(-3);
      }
    },
  );

  test('is slowed by a pause as growth is', () => {
    // Read as -2 in week 1, past a limit of -2.5: paused from then on.
    const { weeks, lab } = onlyRun(
      quietScenario({
        world: { growth: 5.2, pausedGrowth: 0.5, history, historyShape: 'linear', horizon: 60 },
        thresholds: [{ danger: 50, limit: -2.5, leadTime: { security: null } }],
        policy: { response: { training: 'pause' } },
      }),
    );
    const afterOneWeek = recorded.linear(1);
    for (const { week, capability } of weeks.slice(1)) {
      expect(capability).toBeCloseTo(afterOneWeek + 0.5 * (recorded.linear(week) - afterOneWeek), 10);
    }
    expect(lab.unconstrainedCapability).toBeCloseTo(8, 10);
  });

  test('is in its weeks the effective compute that makes an evaluation due', () => {
    const { events } = onlyRun(
      quietScenario({
        world: { growth: 5.2, history, historyShape: 'steps', horizon: 90 },
        policy: { evaluation: { interval: 0, computeMultiple: 7.9 } },
      }),
    );
    // log2 7.9 = 2.98 doublings: by the steps in weeks 10 and 30, then by 30 weeks of 0.1.
    const starts = events.filter(({ guard }) => guard === 'evaluationDue').map(({ week }) => week);
    expect(starts).toEqual([10, 30, 60, 90]);
  });
});
