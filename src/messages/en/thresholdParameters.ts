import type { ParameterMessage } from '../messageTypes';

export const thresholdParameters = {
  'threshold.name': {
    label: 'Name of the level',
    sentence: 'What the level is called, once in a scenario.',
    evidence: 'A name.',
  },
  'threshold.domain': {
    label: 'Risk domain',
    sentence: 'The domain of risk the level belongs to; levels of one domain are read by the same tests.',
    evidence: 'A name.',
  },
  'threshold.danger': {
    label: 'Danger point',
    sentence: "Estimated capability from which this level's protections are needed.",
    evidence:
      'Assumption: no source places a level of risk on this scale, so every danger point is illustrative.',
  },
  'threshold.leadTime.security': {
    label: 'Time to build security',
    sentence: 'Median weeks to build the security that keeps the weights of such a model from being stolen.',
    evidence:
      "Anthropic's ASL-3 security took at most 20 months from definition to use; RAND says the top level may take five years; the central value is a judgement.",
    null: 'no way to build it is known, so a pause that waits for it has no end',
  },
  'threshold.leadTime.deployment': {
    label: 'Time to build use safeguards',
    sentence: 'Median weeks to build the safeguards that such a model needs to be used, inside or outside.',
    evidence:
      'From public warning to active safeguards: 29 days (OpenAI, 2025) and 87 days (Anthropic, 2025), both with work already under way; at most 20 months.',
    null: 'no way to build them is known, so whatever waits for them has no end',
  },
  'threshold.protectedAtStart': {
    label: 'Protected at the start',
    sentence: "Both of the level's protections are in place and working in week 0.",
    evidence: 'A choice of the scenario.',
  },
  'threshold.limit': {
    label: 'Limit',
    sentence: 'The capability at which the policy says this level is reached.',
    evidence: 'A choice of the policy; by default the estimated danger point.',
    null: 'the policy names no such level; the danger is there all the same',
  },
  'threshold.gates.training': {
    label: 'Can pause training',
    sentence: 'Reaching this level without its security calls for a pause of training.',
    evidence: 'A choice of the policy; METR asks for no further such models until security suffices.',
  },
  'threshold.gates.internalUse': {
    label: 'Can suspend internal use',
    sentence: 'Reaching this level without its use safeguards calls for a stop of internal use.',
    evidence: 'A choice of the policy; METR asks that users be safeguarded inside the lab as well.',
  },
  'threshold.gates.release': {
    label: 'Can hold back releases',
    sentence: 'Reaching this level without its use safeguards calls for holding back or recalling models.',
    evidence: 'A choice of the policy; METR asks that such models not be deployed without safeguards.',
  },
} as const satisfies Record<string, ParameterMessage>;
