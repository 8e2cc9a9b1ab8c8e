import { plural } from './plural';

/** The page for a meeting. */
export const print = {
  policy: 'The policy',
  changes: (title: string) => `Changed from ${title}`,
  noChanges: (title: string) => `Settings as in ${title}`,
  more: (n: number) => `and ${n} more`,
  /** Policies under the same luck, with 95% intervals from sampling; differences are theirs less the present one's. */
  compared: {
    columns: {
      policy: 'Compared under the same luck',
      unsafe: 'Past a danger point unprotected, of 100',
      difference: (present: string) => `difference from ${present}`,
      paused: 'Training paused, median',
    },
    itself: 'this policy',
    share: (number: string, interval: string) => `${number} (${interval})`,
    weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
  },
  levels: 'Level by level, of 100',
  caveats: 'What to keep in mind',
  scan: 'Open this result',
  noLink: (reason: string) => `There is no link to this result. ${reason}`,
  colophon: (parts: {
    readonly runs: string;
    readonly seed: string;
    readonly fingerprint: string;
    readonly model: string;
    readonly version: string;
    readonly date: string;
  }) =>
    `${parts.runs} futures, seed ${parts.seed}, fingerprint ${parts.fingerprint}. ` +
    `RSP Simulator ${parts.version}, model ${parts.model}. Printed ${parts.date}.`,
} as const;
