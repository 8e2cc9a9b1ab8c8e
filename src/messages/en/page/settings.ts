import { plural } from './plural';

export const scenario = {
  label: 'Scenario',
  groups: {
    thought: 'Thought experiments',
    measured: 'On measured data',
    published: 'Published policies and proposals',
  },
} as const;

export const settings = {
  label: 'Settings',
  heading: 'Policy',
  open: 'Change the policy',
  close: 'Done',
  more: (component: string) => `More on ${component.toLowerCase()}`,
  limitOf: (level: string) => `Limit of ${level}`,
  resetAll: (n: number) => `Reset ${n} ${plural(n, 'change', 'changes')}`,
  backTo: (value: string) => `back to ${value}`,
  resetTo: (label: string, value: string) => `Set ${label} back to ${value}`,
  about: 'About',
  basis: {
    stated: 'Stated',
    inferred: 'Inferred',
    illustrative: 'Illustrative',
  },
  source: (title: string, place: string | undefined) => (place === undefined ? title : `${title}, ${place}`),
  /** Short for what null or 0 means, where the parameter's own sentence is long. */
  noneOf: {
    'threshold.limit': 'no limit',
    'protections.preparationMargin': 'from week 0',
    'evaluation.computeMultiple': 'never by growth',
    'response.competitorClause': 'always binding',
  },
  yes: 'yes',
  no: 'no',
  none: 'none',
  numberExpected: (min: string, max: string, unit: string) => `Enter a number from ${min} to ${max}${unit}.`,
  wholeNumberExpected: (min: string, max: string, unit: string) =>
    `Enter a whole number from ${min} to ${max}${unit}.`,
  capabilityExpected: 'Enter a number from a millionth to a billion billion.',
  lastValid: (value: string) => `${value} still counts.`,
} as const;

/** The policy in a few words a component. */
export const inWords = {
  noLimits: 'none',
  limits: (levels: number, buffer: string) =>
    `${levels} ${plural(levels, 'level', 'levels')}, ${buffer} buffer`,
  prepares: (text: string) => `${text}, alert only prepares`,
  neverBegun: 'never begun',
  fromStart: 'begun at once',
  fromMargin: (margin: string) => `begun ${margin} before the alert`,
  atAlert: 'begun at the alert',
  atSpeed: (text: string, speed: string) => `${text}, at ${speed} speed`,
  every: (span: string) => `every ${span}`,
  everyOr: (span: string, growth: string) => `every ${span} or ${growth}`,
  everyGrowth: (growth: string) => `every ${growth} of growth`,
  beforeRelease: 'before release',
  neverEvaluates: 'none',
  pause: 'pause',
  pauseAtMost: (span: string) => `pause up to ${span}`,
  suspend: 'suspend',
  withhold: 'withhold',
  recall: 'recall',
  unlessBehind: 'unless behind',
  goesOn: 'goes on regardless',
  independent: 'independent evaluation',
  audits: (span: string) => `audit every ${span}`,
  notice: (span: string) => `${span} notice`,
  veto: (chance: string) => `${chance} veto`,
  unaccountable: 'none',
  list: (parts: readonly string[]) => parts.join(', '),
} as const;

export const luck = {
  heading: 'Luck',
  seed: 'Seed',
  newLuck: 'New luck',
  sentence: 'Same seed, same futures, to the last bit.',
} as const;
