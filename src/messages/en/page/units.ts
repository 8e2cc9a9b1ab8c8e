import { plural } from './plural';

/** Numbers in people's units, short enough for a label. */
export const units = {
  million: (n: string) => `${n} million`,
  billion: (n: string) => `${n} billion`,
  /** Digits from 1 to 9.9, times ten to a power in raised digits. */
  power: (digits: string, power: string) => (digits === '1' ? `10${power}` : `${digits} × 10${power}`),
  times: (n: string) => (n.endsWith('illion') ? `${n} x` : `${n}x`),
  seconds: (n: string) => `${n} s`,
  minutes: (n: string) => `${n} min`,
  hours: (n: string) => `${n} h`,
  workWeeks: (n: string) => (n === '1' ? '1 week' : `${n} weeks`),
  workMonths: (n: string) => (n === '1' ? '1 month' : `${n} months`),
  workYears: (n: string) => (n === '1' ? '1 year' : `${n} years`),
  percent: (n: string) => `${n}%`,
  weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
  months: (n: number) => `${n} ${plural(n, 'month', 'months')}`,
  years: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  repeats: (n: number) => `${n} ${plural(n, 'repeat', 'repeats')}`,
  /** After a number box. */
  after: { times: 'x', hours: 'hours', weeks: 'weeks', percent: '%', count: '' },
} as const;
