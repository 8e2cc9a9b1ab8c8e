import type { ParameterMessage } from '../messageTypes';

export const reportParameters = {
  'report.toleranceWeeks': {
    label: 'Tolerated unsafe weeks',
    sentence: "Weeks of an unsafe state in one future from which it counts towards that future's outcome.",
    evidence: 'A setting of the report: from 1 on, a single unsafe week counts.',
  },
} as const satisfies Record<string, ParameterMessage>;
