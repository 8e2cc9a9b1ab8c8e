import type { ParameterDefinition } from './definition';

/** Rules of the report, which change what a run is called and never what happens in it. */
export const reportParameters = {
  'report.toleranceWeeks': {
    kind: 'number',
    component: 'report',
    unit: 'weeks',
    default: 1,
    min: 1,
    max: 104,
    whole: true,
    slider: [1, 26],
    step: 1,
    scalesAs: 'none',
    evidence: { basis: 'choice' },
  },
} as const satisfies Record<`report.${string}`, ParameterDefinition>;
