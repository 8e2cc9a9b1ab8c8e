import { plural } from './plural';

/** The timeline of one future: what is drawn, what each strip and state is called, and how one goes through it. */
export const timeline = {
  label: 'Timeline of this future',
  notes: {
    truth: 'The solid line is the lab’s best model as it truly is.',
    known: 'What is true, and what is still to come, stays hidden, as it is to the lab.',
    readings:
      'Marks: what evaluations read of that model (filled) and of candidates for release (hollow), one for each domain, with 95 of 100 readings of the same model within the bar.',
    bands: 'Shaded: training paused.',
    unsafe: 'Striped: the lab is unsafe.',
  },
  lines: {
    capability: 'best model',
    deployed: 'in users’ hands',
    rival: 'rival',
    limit: (level: string) => `${level} limit`,
    alert: (level: string) => `${level} alert`,
    danger: (level: string) => `${level} danger`,
  },
  hiddenCause:
    'How this future ends, and why, the lab does not know. It stays hidden until you show what was true.',
  whole: 'What was true',
  known: 'What the lab knew',
  view: 'Show',
  strips: {
    training: 'Training',
    internalUse: 'Internal use',
    release: 'New release',
    service: 'Users’ model',
    evaluation: 'Evaluation',
    oversight: 'Commitments',
    unsafe: 'Unsafe',
    warning: 'Warning',
    capability: 'Danger point',
    security: 'Security',
    deployment: 'Safeguards',
  },
  quiet: (levels: readonly string[]) => `Nothing happens to ${levels.join(', ')} in this future.`,
  states: {
    training: { active: 'going on', deciding: 'deciding', paused: 'paused' },
    internalUse: { open: 'going on', deciding: 'deciding', suspended: 'suspended' },
    release: { idle: 'none pending', assessing: 'evaluated', withheld: 'held back' },
    service: { none: 'none', live: 'in service', withdrawn: 'withdrawn' },
    evaluation: { waiting: 'none under way', running: 'under way' },
    oversight: { committed: 'kept', notice: 'notice given', abandoned: 'dropped' },
    capability: { below: 'not reached', crossed: 'passed' },
    warning: { quiet: 'none', alert: 'alert', reached: 'limit reached' },
    protection: {
      absent: 'not begun',
      building: 'being built',
      working: 'in place',
      failing: 'failing unseen',
      rework: 'repaired',
    },
  },
  /** The strip of unsafe weeks. */
  isUnsafe: { deployment: 'in users’ hands', internalUse: 'in internal use', unsecured: 'open to theft' },
  describe: (parts: {
    readonly run: string;
    readonly weeks: number;
    readonly from: string;
    readonly to: string;
    readonly reports: number;
  }) =>
    `Future ${parts.run} over ${parts.weeks} weeks: the lab’s best model goes from ${parts.from} to ${parts.to}; ` +
    `${parts.reports} ${plural(parts.reports, 'evaluation reports', 'evaluations report')}. Its states are told week by week below.`,
  describeKnown: (run: string, weeks: number, reports: number) =>
    `Future ${run} over ${weeks} weeks, as the lab knew it: ${reports} ${plural(reports, 'evaluation reports', 'evaluations report')}.`,
  controls: {
    label: 'Go through this future',
    week: 'Week',
    toStart: 'To the start',
    back: 'A step back',
    forward: 'A step forward',
    toEnd: 'To the end',
    toFailure: 'To the failure',
    unit: 'Steps',
    units: { week: 'week by week', phase: 'phase by phase', event: 'event by event' },
    play: 'Play',
    pause: 'Stop',
    speed: 'Speed',
    speeds: { slow: 'slow', middle: 'steady', fast: 'fast' },
  },
  phases: {
    grow: 'growth',
    build: 'building',
    evaluate: 'evaluation',
    respond: 'response',
    oversee: 'oversight',
    release: 'release',
    score: 'end of the week',
  },
  inPhase: (week: string, phase: string) => `${week}, ${phase}`,
  now: {
    label: 'At this moment',
    nothing: 'Nothing happens.',
    capability: (value: string) => `The best model stands at ${value}`,
    deployed: (value: string) => `the one in users’ hands at ${value}`,
    rival: (value: string) => `the rival at ${value}`,
    lastReport: (week: string, value: string) => `The last report, of week ${week}, reads ${value}.`,
    noReport: 'No evaluation has reported yet.',
    state: (what: string, state: string) => `${what}: ${state}`,
    ofLevel: (level: string, what: string) => `${level}, ${what}`,
  },
  csv: {
    name: 'future',
    label: 'CSV',
    of: 'of this future, week by week',
    columns: { capability: 'capability', deployed: 'deployed', rival: 'rival', run: 'future' },
  },
} as const;
