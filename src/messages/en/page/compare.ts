import { plural } from './plural';

/** Policies compared under the same luck. */
export const compare = {
  button: 'Compare',
  pin: (letter: string) => `Keep this policy as ${letter}`,
  full: 'Four policies can be compared',
  title: 'Compared under the same luck',
  note: (runs: string) =>
    `Each future meets the same luck under every policy, ${runs} futures. Differences from A with 95% interval from sampling.`,
  waiting: (letter: string) => `${letter} is being simulated.`,
  present: 'now',
  takeUp: (letter: string) => `Go on with ${letter}`,
  remove: (letter: string) => `Remove ${letter}`,
  removeAll: 'Stop comparing',
  changed: (title: string, n: number) => `${title}, ${n} ${plural(n, 'change', 'changes')}`,
  named: (title: string, letter: string) => `${title} (${letter})`,
  comparedWith: (present: string, others: readonly string[]) =>
    `${present}, compared with ${others.join('; ')}`,
  betterAndWorse: (one: string, other: string, better: string, worse: string) =>
    `${one} is safer than ${other} in ${better} of 100 futures, less safe in ${worse}.`,
  always: (one: string, other: string) => `${one} and ${other} end equally safe in every future.`,
  identical: (one: string, other: string) =>
    `${one} and ${other} are the same policy: every difference is exactly zero.`,
  saferMeans:
    'Safer: a better end, from unsafe deployment over unsafe internal use, an unsecured model and failed protections to no harm at all.',
  columns: { difference: 'less A' },
  more: 'What else differs',
  unsafe: 'Past a danger point unprotected',
  rows: {
    outcomes: 'How futures end, of 100',
    flags: 'What else happens, of 100 futures',
    costs: 'What it costs, on average',
  },
  difference: (difference: string, low: string, high: string) => `${difference} (${low} to ${high})`,
  differing: (one: string, other: string) => `What ${one} sets differently from ${other}`,
  nothingDiffers: 'Nothing.',
  fromTo: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  levelRemoved: (name: string) => `Level ${name}: removed`,
  levelAdded: (name: string) => `Level ${name}: added`,
  ofLevel: (level: string, label: string) => `${level}, ${label.toLowerCase()}`,
  recordedPath: (points: number) => `a recorded path of ${points} ${plural(points, 'point', 'points')}`,
  distribution: (low: string, mode: string, high: string) => `${low} to ${high}, most often ${mode}`,
  bar: (letter: string, description: string) => `Policy ${letter}. ${description}`,
  weeks: (n: string) => `${n} weeks`,
  after: 'After',
  replay: 'Replay the last change',
} as const;
