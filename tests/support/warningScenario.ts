import type { Scenario } from '../../src/scenario/scenario';
import type { WarningCase } from './closedForm';
import { quietScenario } from './quietScenario';

/** The scenario of which `warningLaw` says the law: nothing else happens in it. */
export function warningScenario(warning: WarningCase): Scenario {
  return quietScenario({
    world: {
      horizon: warning.horizon,
      initialCapability: warning.initialCapability,
      growth: warning.growth,
      elicitationGap: warning.gap,
      assessorBias: warning.bias,
      suiteError: warning.suiteError,
    },
    thresholds: [
      {
        danger: warning.danger,
        limit: warning.limit,
        leadTime: { security: warning.leadTime, deployment: warning.leadTime },
      },
    ],
    policy: {
      limits: { safetyBuffer: warning.buffer },
      evaluation: {
        interval: warning.interval,
        duration: warning.duration,
        noise: warning.noise,
        repeats: warning.repeats,
      },
      accountability: { thirdPartyEvaluation: warning.thirdParty },
    },
  });
}
