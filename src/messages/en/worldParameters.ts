import type { ParameterMessage } from '../messageTypes';

export const worldParameters = {
  horizon: {
    label: 'Length of the future',
    sentence: 'How many weeks each simulated future lasts.',
    evidence: 'A setting of the simulation: five years, long enough for a lab to pass several levels.',
  },
  initialCapability: {
    label: 'Capability at the start',
    sentence:
      'Capability of the best internal model in week 0, in doublings from the zero of the scale (with a recorded path, its first point counts instead).',
    evidence: "A setting: 0 is the scale's own zero (today's frontier model, or a task of one hour).",
  },
  growth: {
    label: 'Growth of capability',
    sentence:
      "Average growth of the lab's best internal model while it trains, jumps included, in doublings a year.",
    evidence:
      'Training compute grows 4 to 5 times a year and algorithms about 3 times: together about 13.5 times effective compute a year (7 to 26 times).',
  },
  growthVolatility: {
    label: 'Unevenness of growth',
    sentence: 'How far growth strays from its average from week to week, jumps apart.',
    evidence: 'Assumption: nobody has measured how uneven growth inside a lab is.',
  },
  jumpShare: {
    label: 'Share of growth in jumps',
    sentence:
      'Share of growth that comes in sudden jumps, such as new tools, better prompting or post-training.',
    evidence: 'Assumption: such jumps are known to happen; their share of all growth has not been measured.',
  },
  jumpSize: {
    label: 'Size of a jump',
    sentence: 'Average size of one jump in capability, in doublings.',
    evidence:
      "Assumption: close to the average step between records in METR's task horizons (0.6), which measures releases, not jumps.",
  },
  pausedGrowth: {
    label: 'Growth during a pause',
    sentence: 'Share of normal growth that goes on while training is paused.',
    evidence: 'Assumption: prompting, tools and research go on during a pause; how much they add is unknown.',
  },
  internalUseBoost: {
    label: 'Growth that needs internal use',
    sentence: 'Share of growth that stops while the lab may not use its own model internally.',
    evidence: 'Assumption: how much a lab speeds itself up with its own models is unknown.',
  },
  postDeploymentGain: {
    label: 'Gain after release',
    sentence:
      "Growth of a deployed model's capability in users' hands, through better tools and scaffolding.",
    evidence:
      'Most surveyed enhancements after training were worth over 5 times the training compute (2.3 doublings); the central value, for a year, is a judgement.',
  },
  releaseInterval: {
    label: 'Weeks between releases',
    sentence: 'Weeks from one candidate for release to the next.',
    evidence:
      'Average gaps between leading releases of Anthropic and OpenAI in 2023 to 2026: 85 to 109 days, recently 65.',
  },
  releaseLag: {
    label: 'Release lag',
    sentence: 'A candidate for release is the internal model of this many weeks before.',
    evidence:
      'Three cases, from one week to the seven months between the end of training and the release of GPT-4.',
  },
  dangerUncertainty: {
    label: 'Uncertainty about danger',
    sentence:
      'How far the true danger points lie from the estimates (standard deviation, one draw for a whole future).',
    evidence: 'Assumption: no source puts an error on any danger point.',
  },
  elicitationGap: {
    label: 'Elicitation gap',
    sentence: 'How far evaluations read below what the model can really do, on average.',
    evidence:
      'A few cases in which better tools or budgets later drew out 1 to 2.3 doublings more; no measurement of what a lab misses after its own best effort.',
  },
  suiteError: {
    label: 'Lasting error of an evaluation team',
    sentence:
      "Error that all of one team's evaluations share, because they share tasks and methods (standard deviation).",
    evidence:
      "METR's confidence intervals imply a total error of about 0.45 doublings (0.3 to 0.9); about half its variance is shared between models.",
  },
  assessorBias: {
    label: 'Pressure on assessors',
    sentence: "How far the lab's own assessors read below others, under pressure to find nothing.",
    evidence: 'Assumption: such pressure has been described by insiders, never measured; try 0 to 1.',
  },
  skipProbability: {
    label: 'Chance of a skipped evaluation',
    sentence: 'Chance that a routine evaluation which is due is left out until the next one is due.',
    evidence: 'Assumption: late evaluations have been admitted; how often they happen is unknown.',
  },
  leadTimeSpread: {
    label: 'Spread of building times',
    sentence: 'How much the time to build a protection differs between futures (lognormal).',
    evidence: 'Assumption: no distribution of such times exists; try 0.3 to 1.',
  },
  inadequacy: {
    label: 'Chance that a protection fails at once',
    sentence: 'Chance that a finished protection does not in fact work, without the lab knowing.',
    evidence: 'Assumption: no failure rates of whole protections have been published.',
  },
  lapseRate: {
    label: 'Silent failures',
    sentence: 'How often a working protection stops working without anyone noticing, per year.',
    evidence: 'Assumption: such gaps have been reported, too few to give a rate.',
  },
  discoveryRate: {
    label: 'Discovery of failures',
    sentence: 'How often a protection that does not work is found out without an audit, per year.',
    evidence: 'Assumption: set so that a silent failure lasts about eleven months on average.',
  },
  rivalLead: {
    label: "Rival's lead",
    sentence: "The rival's capability minus the lab's in week 0; negative where the lab leads.",
    evidence: 'Assumption: a rival a little behind, by less than two months of growth.',
  },
  rivalGrowth: {
    label: "Rival's growth",
    sentence: 'Growth of the rival, who never pauses, in doublings a year.',
    evidence: "Assumption: as fast as the lab's own central growth.",
  },
  pressure: {
    label: 'Pressure to give up commitments',
    sentence:
      'How often a lab held back by its policy tries to abandon it, per year and per doubling that the rival leads by.',
    evidence: 'Assumption: pressure to follow rivals is widely described and has not been measured.',
  },
  history: {
    label: 'Recorded path',
    sentence:
      'Capabilities on record, week by week, that take the place of simulated growth until the last of them.',
    evidence: 'A choice of the scenario; its file names the source of the record.',
    null: 'no record: growth is simulated from the start',
  },
  historyShape: {
    label: 'Between recorded points',
    sentence: 'How capability moves between two recorded points.',
    evidence: 'A choice of the scenario: steps suit a record of releases.',
    choices: {
      steps: 'stays, then steps up in the week of the next point',
      linear: 'rises evenly to the next point',
    },
  },
} as const satisfies Record<string, ParameterMessage>;
