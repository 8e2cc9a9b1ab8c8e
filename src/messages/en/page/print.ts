/** The page for a meeting. */
export const print = {
  policy: 'The policy',
  changes: (title: string) => `Changed from ${title}`,
  noChanges: (title: string) => `Settings as in ${title}.`,
  more: (n: number) => `and ${n} more`,
  policies: (named: readonly string[]) => `Compared: ${named.join('; ')}.`,
  named: (letter: string, title: string) => `${letter} ${title}`,
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
