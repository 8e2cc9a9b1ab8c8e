import type { ParameterDefinition } from './definition';

/** METR's "limits": which readings count as having reached a level. */
export const limitsParameters = {
  'limits.safetyBuffer': {
    kind: 'number',
    component: 'limits',
    unit: 'doublings',
    // log2 6 to three decimals, so that it lies on the slider's grid.
    default: 2.585,
    min: 0,
    max: 12,
    slider: [0, 6],
    step: 0.005,
    scalesAs: 'doublings',
    evidence: { basis: 'choice', sources: ['anthropic-rsp-v1'] },
  },
  'limits.atAlert': {
    kind: 'choice',
    component: 'limits',
    unit: 'choice',
    default: 'act',
    choices: ['act', 'prepare'],
    scalesAs: 'none',
    evidence: { basis: 'choice', sources: ['metr-rsp-2023', 'anthropic-rsp-v1'] },
  },
} as const satisfies Record<`limits.${string}`, ParameterDefinition>;
