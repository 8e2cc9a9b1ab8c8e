/** The page for a meeting. */
export const print = {
  policy: 'The policy',
  ends: 'How the futures end, of 100',
  interval: 'interval',
  changes: (title: string) => `Changed from ${title}`,
  noChanges: (title: string) => `Settings as in ${title}.`,
  more: (n: number) => `and ${n} more`,
  policyOf: (letter: string, title: string) => `(A is the first policy kept; ${letter}: ${title}.)`,
  levels: 'Level by level, of 100',
  costs: 'What it costs',
  caveats: 'What to keep in mind',
  scan: 'Open this result',
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
