import fc from 'fast-check';
import { decodeScenario } from '../../src/scenario/decode';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

/** Settings that make much happen: warnings, pauses, abandonment, audits, failures, recalls. */
const lively: readonly [group: 'world' | 'policy', path: string, values: readonly unknown[]][] = [
  ['world', 'growth', [1, 3.75, 8, { low: 2, mode: 4, high: 9 }]],
  ['world', 'growthVolatility', [0, 0.4, 2]],
  ['world', 'jumpShare', [0, 0.2, 0.7]],
  ['world', 'pausedGrowth', [0, 0.1, 1]],
  ['world', 'internalUseBoost', [0, 0.15, 1]],
  ['world', 'postDeploymentGain', [0, 0.5, 3]],
  ['world', 'releaseInterval', [1, 5, 12]],
  ['world', 'releaseLag', [0, 6, 30]],
  ['world', 'elicitationGap', [-1, 0, 1]],
  ['world', 'skipProbability', [0, 0.05, 0.6]],
  ['world', 'inadequacy', [0, 0.05, 0.7]],
  ['world', 'lapseRate', [0, 0.05, 5]],
  ['world', 'discoveryRate', [0, 1.1, 52]],
  ['world', 'rivalLead', [-3, -0.5, 2]],
  ['world', 'pressure', [0, 0.1, 8]],
  ['policy', 'limits.safetyBuffer', [0, 1, 2.585, 6]],
  ['policy', 'limits.atAlert', ['act', 'prepare']],
  ['policy', 'protections.preparationMargin', [null, 0, 1, 5]],
  ['policy', 'protections.buildSpeed', [0.3, 1, 5]],
  ['policy', 'evaluation.interval', [0, 1, 4, 13]],
  ['policy', 'evaluation.computeMultiple', [0, 1.2, 4]],
  ['policy', 'evaluation.preDeployment', [true, false]],
  ['policy', 'evaluation.duration', [0, 1, 3, 20]],
  ['policy', 'response.training', ['pause', 'continue']],
  ['policy', 'response.internalUse', ['suspend', 'continue']],
  ['policy', 'response.release', ['withhold', 'release']],
  ['policy', 'response.recall', [true, false]],
  ['policy', 'response.delay', [0, 1, 10]],
  ['policy', 'response.maxPause', [0, 1, 9]],
  ['policy', 'response.competitorClause', [null, -1, 0, 1]],
  ['policy', 'accountability.thirdPartyEvaluation', [true, false]],
  ['policy', 'accountability.auditInterval', [0, 1, 13]],
  ['policy', 'accountability.auditPower', [0, 0.7, 1]],
  ['policy', 'accountability.noticePeriod', [0, 1, 8]],
  ['policy', 'accountability.oversightVeto', [0, 0.5, 1]],
];

interface Draft {
  world: Record<string, unknown>;
  policy: Record<string, Record<string, unknown>>;
  thresholds: Record<string, unknown>[];
}

function set(draft: Draft, group: 'world' | 'policy', path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) draft[group][first] = value;
  else draft.policy[first]![second] = value;
}

/** A preset with levels close by and any of the lively settings: random, valid, and eventful. */
export function livelyScenario(horizon: number): fc.Arbitrary<Scenario> {
  const choices = fc.tuple(...lively.map(([, , values]) => fc.constantFrom(undefined, ...values)));
  const level = fc.record({
    danger: fc.constantFrom(0.5, 2, 3, 5),
    domain: fc.constantFrom('a', 'b'),
    protectedAtStart: fc.boolean(),
    security: fc.constantFrom(0, 6, 30, 78),
    deployment: fc.constantFrom(0, 4, 17, null),
    named: fc.constantFrom(true, true, true, false),
    training: fc.boolean(),
    internalUse: fc.boolean(),
    release: fc.boolean(),
  });
  return fc
    .tuple(fc.constantFrom(...presetIds), choices, fc.array(level, { minLength: 1, maxLength: 6 }))
    .map(([id, values, levels]) => {
      const draft = structuredClone(preset(id)) as unknown as Draft;
      values.forEach((value, i) => {
        const [group, path] = lively[i]!;
        if (value !== undefined) set(draft, group, path, value);
      });
      draft.world['horizon'] = horizon;
      draft.thresholds = levels.map((drawn, k) => ({
        name: `Level ${k + 1}`,
        domain: drawn.domain,
        danger: drawn.danger,
        leadTime: { security: drawn.security, deployment: drawn.deployment },
        protectedAtStart: drawn.protectedAtStart && drawn.deployment !== null,
        limit: drawn.named ? drawn.danger : null,
        gates: { training: drawn.training, internalUse: drawn.internalUse, release: drawn.release },
      }));
      // What is said of a preset's own values no longer holds.
      Object.assign(draft, { provenance: {} });
      const history = (draft.world['history'] as { week: number }[] | null)?.filter(
        ({ week }) => week <= horizon,
      );
      draft.world['history'] = history ?? null;
      const result = decodeScenario(draft);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      return result.scenario;
    });
}
