import type { ParameterDefinition } from './definition';

/** METR's "protections": when work on them starts and how fast it goes. */
export const protectionsParameters = {
  'protections.preparationMargin': {
    kind: 'number',
    component: 'protections',
    unit: 'doublings',
    default: 1,
    min: 0,
    max: 20,
    nullable: true,
    slider: [0, 8],
    step: 0.1,
    scalesAs: 'doublings',
    evidence: { basis: 'assumption' },
  },
  'protections.buildSpeed': {
    kind: 'number',
    component: 'protections',
    unit: 'factor',
    default: 1,
    min: 0.1,
    max: 10,
    slider: [0.1, 4],
    step: 0.1,
    scalesAs: 'none',
    evidence: { basis: 'choice' },
  },
} as const satisfies Record<`protections.${string}`, ParameterDefinition>;
