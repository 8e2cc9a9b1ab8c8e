import { plural } from './plural';

/** What every chart has, in the words of one of them. */
const reading = {
  /** A week of the chart as one sentence for those who hear it. */
  aloud: (when: string, values: readonly string[]) => `${when}: ${values.join(', ')}`,
  value: (name: string, value: string) => `${name} ${value}`,
  ofPolicy: (letter: string, name: string) => `${letter} ${name}`,
  failed: 'The chart could not be loaded. Its numbers are in the table below.',
  onOtherScale: (letters: readonly string[]) =>
    `${letters.join(', ')} ${plural(letters.length, 'is', 'are')} on another scale and not drawn.`,
} as const;

/** Downloads of a chart, in the words of one of them. */
const download = {
  csv: 'CSV',
  png: 'PNG',
  /** Heads of columns of the file with every week's numbers. */
  columns: {
    week: 'week',
    date: 'date',
    /** Columns that say where a row comes from. */
    source: {
      scenario: 'scenario',
      seed: 'seed',
      runs: 'futures',
      fingerprint: 'fingerprint',
      model: 'model version',
    },
  },
  /** Under a picture that leaves the page. */
  footer: (parts: {
    readonly scenario: string;
    readonly runs: string;
    readonly seed: string;
    readonly fingerprint: string;
    readonly model: string;
  }) =>
    `RSP Simulator · ${parts.scenario} · ${parts.runs} futures · seed ${parts.seed} · ` +
    `fingerprint ${parts.fingerprint} · model ${parts.model}`,
} as const;

export const capability = {
  scales: {
    'effective-compute': "multiples of today's frontier model",
    'task-horizon': 'length of tasks done at 50% success, in working time',
  },
  /** A capability as the end of a sentence. */
  on: {
    'effective-compute': (value: string) => `${value} today's frontier`,
    'task-horizon': (value: string) => `tasks of ${value}`,
  },
  title: (value: string) => `Half of the futures end above ${value}`,
  note: (scale: string, sentences: readonly string[]) =>
    [`Capability of the lab's best model: ${scale}.`, ...sentences].join(' '),
  zones: 'Shaded: where each danger point lies in 90 of 100 futures.',
  limit: (level: string) => `${level} limit`,
  alert: (level: string) => `${level} alert`,
  danger: (level: string) => `${level} danger`,
  sameLine: ' · ',
  median: 'median',
  middleHalf: 'half of futures',
  nineTenths: '90 of 100',
  deployed: 'deployed',
  rival: 'rival',
  oneFuture: 'one future',
  inPause: 'training paused',
  range: (low: string, high: string) => `${low} to ${high}`,
  /** A handle on a limit's line. */
  handle: (level: string) => `Limit of ${level}`,
  future: (run: string) => `Future ${run}`,
  anotherFuture: 'Another future',
  choice: {
    kind: 'Kind of future',
    kinds: {
      any: 'Any future',
      typical: 'The most typical',
      worst: 'The worst',
      luckiest: 'The luckiest',
      missedWarning: 'A missed warning',
      falseAlarm: 'A false alarm',
      pauseAbandoned: 'An abandoned commitment',
    },
    counted: (kind: string, count: string) => `${kind} (${count})`,
    previous: 'The future before',
    number: 'Number of the future',
    expected: (highest: string) => `Enter a whole number from 0 to ${highest}.`,
  },
  futurePaused: (span: string) => `Training is paused for ${span} (thick line).`,
  futureNotPaused: 'Training is never paused.',
  describe: (parts: {
    readonly weeks: number;
    readonly median: string;
    readonly low: string;
    readonly high: string;
    readonly rival: string;
    readonly limits: readonly string[];
  }) =>
    `Capability over ${parts.weeks} weeks. The lab's best model ends above ${parts.median} in half of the futures, ` +
    `between ${parts.low} and ${parts.high} in 90 of 100; the rival at ${parts.rival}. ` +
    (parts.limits.length === 0 ? 'The policy has no limits.' : `Limits: ${parts.limits.join(', ')}.`),
  describeCompared: (ends: readonly string[]) => `Compared with it, ${ends.join(', ')}.`,
  comparedEnd: (letter: string, value: string) => `policy ${letter} ends at ${value}`,
  table: 'Capability in numbers',
  columns: {
    time: 'Time',
    q05: '5%',
    q25: '25%',
    q50: 'Median',
    q75: '75%',
    q95: '95%',
    deployed: 'Deployed, median',
    rival: 'Rival, median',
  },
  comparedColumn: (letter: string) => `${letter}, median`,
  none: '–',
  reading: { ...reading, label: 'Read the chart week by week: capability' },
  download: {
    ...download,
    name: 'capability',
    csvOf: 'of capability, week by week',
    pngOf: 'of the chart of capability',
    columns: {
      ...download.columns,
      units: { 'effective-compute': "x today's frontier", 'task-horizon': 'hours of work' },
      in: (name: string, unit: string) => `${name} (${unit})`,
      quantiles: { q05: '5%', q25: '25%', q50: 'median', q75: '75%', q95: '95%' },
      deployed: 'deployed median',
      rival: 'rival median',
      future: (run: string) => `future ${run}`,
      limit: (level: string) => `${level} limit`,
      danger: (level: string) => `${level} danger point`,
      compared: (letter: string, title: string) => `${letter} median, ${title}`,
    },
  },
} as const;

export const activity = {
  titlePaused: (first: string, weeks: string) =>
    `Half of the futures pause training for ${weeks} or more; the median first pause comes ${first}`,
  titleSeldom: (first: string) =>
    `Training is paused in fewer than half of the futures; where it is, the median first pause comes ${first}`,
  titleNever: 'Training is never paused',
  first: { atOnce: 'at once', in: (span: string) => `after ${span}` },
  note:
    'Share of futures, week by week, and the weeks this lasts in a future. ' +
    'Unsafely: past a danger point without working safeguards.',
  none: '0',
  all: 'all 100',
  rows: {
    unsafe: 'Deployed or used unsafely',
    paused: 'Training paused',
    suspended: 'Internal use suspended',
    withheld: 'Release held back',
  },
  weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
  range: (low: number, high: number) => `${low} to ${high}`,
  /** Median weeks of compared policies, under the present one's. */
  comparedWeeks: (one: string, other: string) => `${one} · ${other}`,
  comparedWeek: (letter: string, weeks: number) => `${letter} ${weeks}`,
  describe: (first: string, rows: readonly string[]) =>
    ['Shares of futures by week.', first, ...rows].filter((sentence) => sentence !== '').join(' '),
  describeFirst: (median: number, low: number, high: number) =>
    `Where training pauses, the median week of the first pause is ${median}, between weeks ${low} and ${high} in 90 of 100.`,
  describeRow: (label: string, peak: string, week: number, median: number, low: number, high: number) =>
    `${label}: at most in ${peak} of 100 futures at once, in week ${week}; a median of ${median} ${plural(median, 'week', 'weeks')}, ` +
    `${low} to ${high} in 90 of 100.`,
  table: 'What the lab is doing, in numbers',
  time: 'Time',
  comparedColumn: (letter: string, row: string) => `${letter}, ${row.toLowerCase()}`,
  ofHundred: (when: string) => `${when}, of 100 futures`,
  reading: { ...reading, label: 'Read the chart week by week: what the lab is doing' },
  download: {
    ...download,
    name: 'activity',
    csvOf: 'of what the lab is doing, week by week',
    pngOf: 'of the chart of what the lab is doing',
    columns: {
      ...download.columns,
      share: (row: string) => `${row.toLowerCase()} (share of futures)`,
      compared: (letter: string, row: string, title: string) =>
        `${letter} ${row.toLowerCase()} (share of futures), ${title}`,
    },
  },
} as const;

export const time = {
  start: 'start',
  week: (n: number) => `week ${n}`,
  years: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  months: (n: number) => `${n} months`,
  xAxisDates: 'Dates are those of model releases.',
} as const;
