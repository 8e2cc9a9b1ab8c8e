import { exp, log } from '../numbers/exact';
import type { Scenario, Uncertain } from '../scenario/scenario';
import { STREAM, type Luck } from './luck';
import { WEEKS_PER_YEAR } from './time';

/**
 * The world's parameters that a scenario may give as `{low, mode, high}`, with the index of each one's draw.
 * Indices are frozen: they decide which random number a parameter gets.
 */
const drawIndex = {
  initialCapability: 0,
  growth: 1,
  growthVolatility: 2,
  jumpShare: 3,
  jumpSize: 4,
  pausedGrowth: 5,
  internalUseBoost: 6,
  postDeploymentGain: 7,
  dangerUncertainty: 8,
  elicitationGap: 9,
  suiteError: 10,
  assessorBias: 11,
  skipProbability: 12,
  leadTimeSpread: 13,
  inadequacy: 14,
  lapseRate: 15,
  discoveryRate: 16,
  rivalLead: 17,
  rivalGrowth: 18,
  pressure: 19,
} as const satisfies Partial<Record<keyof Scenario['world'], number>>;

type UncertainParameter = keyof typeof drawIndex;

/** The world as one run meets it: every number drawn, rates per week. Doublings and weeks. */
export interface WorldOfRun {
  readonly initialCapability: number;
  /** Expected growth a week, jumps included. */
  readonly growthPerWeek: number;
  /** Mean of the smooth weekly step. */
  readonly smoothStep: number;
  /** log sd of the smooth weekly step. */
  readonly smoothLogSd: number;
  readonly jumpProbability: number;
  readonly jumpMean: number;
  readonly pausedGrowth: number;
  readonly internalUseBoost: number;
  readonly gainPerWeek: number;
  readonly dangerUncertainty: number;
  readonly elicitationGap: number;
  readonly suiteError: number;
  readonly assessorBias: number;
  readonly skipProbability: number;
  readonly leadTimeSpread: number;
  readonly inadequacy: number;
  readonly lapseProbability: number;
  readonly discoveryProbability: number;
  readonly rivalLead: number;
  readonly rivalGrowthPerWeek: number;
  /** Hazard of an attempt to abandon, per week and doubling of the rival's lead. */
  readonly pressurePerWeek: number;
}

/** Does any world parameter differ from run to run? */
export function hasUncertainWorld(world: Scenario['world']): boolean {
  return Object.keys(drawIndex).some((id) => typeof world[id as UncertainParameter] === 'object');
}

/** ln(1 + 52·(volatility / growth)²), also where the square would overflow. */
function smoothLogVariance(volatility: number, growth: number): number {
  if (growth === 0 || volatility === 0) return 0;
  const ratio = volatility / growth;
  if (ratio === Infinity) return log(WEEKS_PER_YEAR) + 2 * (log(volatility) - log(growth));
  if (ratio > 1e8) return log(WEEKS_PER_YEAR) + 2 * log(ratio);
  return log(1 + WEEKS_PER_YEAR * ratio * ratio);
}

/** Draws the world of luck's current run: a triangular draw for each uncertain parameter, the value itself for the others. */
export function drawWorld(world: Scenario['world'], luck: Luck): WorldOfRun {
  const value = (id: UncertainParameter): number => {
    const given: Uncertain = world[id];
    if (typeof given === 'number') return given;
    return luck.triangular(STREAM.world, drawIndex[id], given.low, given.mode, given.high);
  };
  const growth = value('growth');
  const jumpShare = value('jumpShare');
  const jumpSize = value('jumpSize');
  const volatility = value('growthVolatility');
  const jumpRate = (jumpShare * growth) / (WEEKS_PER_YEAR * jumpSize);
  const jumpProbability = 1 - exp(-jumpRate);
  return {
    initialCapability: value('initialCapability'),
    growthPerWeek: growth / WEEKS_PER_YEAR,
    smoothStep: (growth * (1 - jumpShare)) / WEEKS_PER_YEAR,
    smoothLogSd: Math.sqrt(smoothLogVariance(volatility, growth)),
    jumpProbability,
    // At most one jump a week: its mean is raised so that the mean growth stays what the scenario says.
    jumpMean: jumpProbability === 0 ? 0 : (jumpSize * jumpRate) / jumpProbability,
    pausedGrowth: value('pausedGrowth'),
    internalUseBoost: value('internalUseBoost'),
    gainPerWeek: value('postDeploymentGain') / WEEKS_PER_YEAR,
    dangerUncertainty: value('dangerUncertainty'),
    elicitationGap: value('elicitationGap'),
    suiteError: value('suiteError'),
    assessorBias: value('assessorBias'),
    skipProbability: value('skipProbability'),
    leadTimeSpread: value('leadTimeSpread'),
    inadequacy: value('inadequacy'),
    lapseProbability: value('lapseRate') / WEEKS_PER_YEAR,
    discoveryProbability: value('discoveryRate') / WEEKS_PER_YEAR,
    rivalLead: value('rivalLead'),
    rivalGrowthPerWeek: value('rivalGrowth') / WEEKS_PER_YEAR,
    pressurePerWeek: value('pressure') / WEEKS_PER_YEAR,
  };
}
