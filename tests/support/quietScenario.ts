import { decodeScenario } from '../../src/scenario/decode';
import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';
import { changed, type Changes } from './changes';

const world: World = {
  horizon: 208,
  initialCapability: 0,
  growth: 4,
  growthVolatility: 0,
  jumpShare: 0,
  jumpSize: 1,
  pausedGrowth: 0,
  internalUseBoost: 0,
  postDeploymentGain: 0,
  releaseInterval: 260,
  releaseLag: 0,
  dangerUncertainty: 0,
  elicitationGap: 0,
  suiteError: 0,
  assessorBias: 0,
  skipProbability: 0,
  leadTimeSpread: 0,
  inadequacy: 0,
  lapseRate: 0,
  discoveryRate: 0,
  rivalLead: -20,
  rivalGrowth: 0,
  pressure: 0,
  history: null,
  historyShape: 'steps',
};

const level: Threshold = {
  name: 'Level 1',
  domain: 'domain 1',
  danger: 8.03,
  leadTime: { security: 13, deployment: 13 },
  protectedAtStart: false,
  limit: 8.03,
  gates: { training: true, internalUse: true, release: true },
};

const policy: Policy = {
  limits: { safetyBuffer: 0, atAlert: 'act' },
  protections: { preparationMargin: 0, buildSpeed: 1 },
  evaluation: { interval: 1, computeMultiple: 0, preDeployment: false, duration: 0, noise: 0, repeats: 1 },
  response: {
    training: 'continue',
    internalUse: 'continue',
    release: 'release',
    recall: false,
    delay: 0,
    maxPause: 0,
    pauseSpeedup: 1,
    competitorClause: null,
  },
  accountability: {
    thirdPartyEvaluation: false,
    auditInterval: 0,
    auditPower: 0,
    noticePeriod: 0,
    oversightVeto: 0,
  },
};

export interface QuietChanges {
  readonly world?: Changes<World>;
  /** One entry a level; what it leaves out is as in the quiet level, in a domain of its own. */
  readonly thresholds?: readonly Changes<Threshold>[];
  readonly policy?: Changes<Policy>;
  readonly toleranceWeeks?: number;
}

/**
 * A scenario in which nothing happens but steady growth of 4 doublings a year past one level at 8.03, evaluated every
 * week without error: no chance, no response, no release before week 260, a rival far behind that stands still.
 * Throws where the changes make it invalid.
 */
export function quietScenario(changes: QuietChanges = {}): Scenario {
  const scenario: Scenario = {
    schemaVersion: 1,
    id: 'quiet',
    title: 'Quiet',
    summary: 'Everything switched off.',
    document: null,
    scale: 'effective-compute',
    startDate: null,
    caveats: [],
    provenance: {},
    world: changed(world, changes.world ?? {}),
    thresholds: (changes.thresholds ?? [{}]).map((each, k) =>
      changed({ ...level, name: `Level ${k + 1}`, domain: `domain ${k + 1}` }, each),
    ),
    policy: changed(policy, changes.policy ?? {}),
    report: { toleranceWeeks: changes.toleranceWeeks ?? 1 },
  };
  const decoded = decodeScenario(scenario);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues, null, 2));
  return decoded.scenario;
}
