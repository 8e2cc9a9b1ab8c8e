import type { ParameterMessage } from '../messageTypes';

export const policyParameters = {
  'limits.safetyBuffer': {
    label: 'Safety buffer',
    sentence:
      'How far below a limit a reading already raises the alert, because the limit can no longer be ruled out.',
    evidence:
      "A choice of the policy: Anthropic's first (2023) named 6 times, and no measurement says how much is enough.",
  },
  'limits.atAlert': {
    label: 'At an alert',
    sentence: 'Whether an alert already counts as the limit reached, or only starts the work on protections.',
    evidence: 'A choice of the policy; METR counts "strongly might be" unsafe as reached.',
    choices: {
      act: 'act as if the limit were reached',
      prepare: 'prepare protections, and act at the limit itself',
    },
  },
  'protections.preparationMargin': {
    label: 'Start of preparation',
    sentence: 'How far below the alert line a reading must come for work on protections to start.',
    evidence: 'Assumption: no policy says how early its work on protections starts.',
    null: 'work on every limit starts in week 0',
  },
  'protections.buildSpeed': {
    label: 'Effort on protections',
    sentence: 'How fast protections are built compared with the lead times; 2 halves them.',
    evidence: 'A choice of the policy: its staffing.',
  },
  'evaluation.interval': {
    label: 'Weeks between evaluations',
    sentence: 'The internal model is evaluated at least this often.',
    evidence: "Anthropic's policies said three months (2023) and six months (2024).",
    zero: 'never by the calendar',
  },
  'evaluation.computeMultiple': {
    label: 'Evaluate after growth of',
    sentence: 'The internal model is also evaluated after this much expected growth since the last time.',
    evidence:
      'Policies named 2 times (OpenAI, 2023), 4 times (Anthropic, 2023) and 6 times (Google DeepMind, 2024).',
    zero: 'never because of growth',
  },
  'evaluation.preDeployment': {
    label: 'Evaluate before release',
    sentence: 'Each candidate for release is evaluated before it is deployed.',
    evidence: 'A choice of the policy.',
  },
  'evaluation.duration': {
    label: 'Length of an evaluation',
    sentence: 'Weeks from the start of an evaluation to its report.',
    evidence: 'Assumption: reports range from days (2025) to six months (GPT-4).',
  },
  'evaluation.noise': {
    label: 'Noise of one evaluation',
    sentence: "One evaluation's own error, apart from the team's lasting one (standard deviation).",
    evidence:
      "METR's confidence intervals imply a total error of about 0.45 doublings (0.3 to 0.9); about half its variance belongs to the single evaluation.",
  },
  'evaluation.repeats': {
    label: 'Repeats',
    sentence:
      "Independent repeats averaged in one evaluation; they cut its noise, not the team's lasting error.",
    evidence: 'A choice of the policy.',
  },
  'response.training': {
    label: 'Training without security',
    sentence: 'What happens to training while a level that calls for a pause lacks its security.',
    evidence: 'A choice of the policy; METR and the first policies ask for a pause.',
    choices: { pause: 'pause training', continue: 'continue' },
  },
  'response.internalUse': {
    label: 'Internal use without safeguards',
    sentence: 'What happens to internal use while a level that calls for a stop lacks its use safeguards.',
    evidence: 'A choice of the policy; METR asks that it stop as well.',
    choices: { suspend: 'suspend internal use', continue: 'continue' },
  },
  'response.release': {
    label: 'Releases without safeguards',
    sentence: 'What happens to a finished model while a level it reached lacks its use safeguards.',
    evidence: 'A choice of the policy; nearly all policies hold such a model back.',
    choices: { withhold: 'hold it back', release: 'release it' },
  },
  'response.recall': {
    label: 'Recall deployed models',
    sentence:
      'A model already deployed is withdrawn once a reading of it passes the line without safeguards.',
    evidence: 'A choice of the policy.',
  },
  'response.delay': {
    label: 'Delay of the response',
    sentence: 'Weeks from the need to pause training or suspend internal use until it happens.',
    evidence: 'Assumption: no policy states how fast it must act.',
  },
  'response.maxPause': {
    label: 'Longest pause',
    sentence: 'A pause of training ends after this many weeks even if the security is still missing.',
    evidence: 'A choice of the policy.',
    zero: 'a pause has no end of its own',
  },
  'response.pauseSpeedup': {
    label: 'Building speed during a pause',
    sentence: 'How much faster protections are built while training is paused.',
    evidence: 'Assumption: people freed by a pause help with protections; how much is unknown.',
  },
  'response.competitorClause': {
    label: 'Competitor clause',
    sentence: 'Commitments bind only while the lab leads its rival by at least this much.',
    evidence: 'A choice of the policy; METR discusses such an escape clause and its dangers.',
    null: 'commitments always bind',
  },
  'accountability.thirdPartyEvaluation': {
    label: 'Independent evaluation',
    sentence: 'An independent team evaluates every model as well, and the higher reading counts.',
    evidence: 'A choice of the policy; METR asks for critique by third parties.',
  },
  'accountability.auditInterval': {
    label: 'Weeks between audits',
    sentence: 'How often auditors look for overdue evaluations, dropped commitments and failed protections.',
    evidence: 'A choice of the policy.',
    zero: 'no audits',
  },
  'accountability.auditPower': {
    label: 'Power of an audit',
    sentence: 'Chance that an audit finds any one thing that is wrong.',
    evidence: 'Assumption: no detection rates of such audits exist.',
  },
  'accountability.noticePeriod': {
    label: 'Notice period',
    sentence: 'Weeks between announcing that a commitment is abandoned and its taking effect.',
    evidence: 'A choice of the policy; METR asks that no change be rushed or opaque.',
  },
  'accountability.oversightVeto': {
    label: 'Veto of oversight',
    sentence: 'Chance that a board or regulator blocks an attempt to abandon a commitment.',
    evidence: 'Assumption: how often a board or regulator would say no is unknown.',
  },
} as const satisfies Record<string, ParameterMessage>;
