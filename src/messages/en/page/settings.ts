import { evidence } from './settings/evidence';
import { levelSettings } from './settings/levelSettings';
import { numbers } from './settings/numbers';
import { oddities } from './settings/oddities';
import { world } from './settings/world';
import { plural } from './plural';

export const scenario = {
  label: 'Scenario',
  fromFile: (title: string) => `${title} (from a file)`,
  groups: {
    thought: 'Thought experiments',
    measured: 'On measured data',
    published: 'Published policies and proposals',
  },
} as const;

export const settings = {
  label: 'Settings',
  heading: 'Policy',
  itsText: 'What its text says',
  open: 'Change the policy',
  close: 'Done',
  more: (component: string) => `More on ${component.toLowerCase()}`,
  limitOf: (level: string) => `Limit of ${level}`,
  resetAll: (n: number) => `Reset ${n} ${plural(n, 'change', 'changes')}`,
  backMark: '↺',
  backTo: (value: string) => `back to ${value}`,
  resetTo: (label: string, value: string) => `Set ${label} back to ${value}`,
  list: (parts: readonly string[]) => parts.join(', '),
  /** Short for what null or 0 means, where the parameter's own sentence is long. */
  noneOf: {
    'threshold.limit': 'no limit',
    'threshold.leadTime.security': 'no way known',
    'threshold.leadTime.deployment': 'no way known',
    'protections.preparationMargin': 'from week 0',
    'evaluation.interval': 'not by calendar',
    'evaluation.computeMultiple': 'not by growth',
    'response.maxPause': 'no end',
    'response.competitorClause': 'always binding',
  },
  yes: 'yes',
  no: 'no',
  none: 'none',
  /** Of the three numbers of a distribution. */
  corners: { low: 'lowest', mode: 'most likely', high: 'highest' },
  cornerOf: (corner: string, label: string) => `${label}, ${corner}`,
  cornersAscend: 'The three numbers must ascend.',
  asRange: 'as a range',
  asRangeMeans: 'each future draws its own value',
  drawn: 'Each future draws its own value, most often near the middle one.',
  lastValid: (value: string) => `${value} still counts.`,
  textExpected: (longest: number) => `Enter 1 to ${longest} characters.`,
  nameTaken: (name: string) => `Another level is called ${name}.`,
  cannotBeProtected: 'A level whose protections nobody knows how to build cannot be protected at the start.',
  noted: (n: number) => `${n} ${plural(n, 'remark', 'remarks')}`,
  numbers,
  evidence,
  levels: levelSettings,
  world,
  oddities,
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
  issue: (seed: string) => `Enter 1 to 200 characters. ${seed} still counts.`,
  sentence: 'Same seed, same futures, to the last bit.',
} as const;
