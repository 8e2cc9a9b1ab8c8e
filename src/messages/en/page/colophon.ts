export const colophon = {
  caveatsTitle: 'What to keep in mind',
  fingerprint: 'Fingerprint',
  runs: 'Futures',
  seed: 'Seed',
  model: 'Model version',
  scenario: 'Scenario',
  changed: (title: string) => `${title}, changed`,
  fingerprintNote: 'Equal wherever the same futures are simulated.',
  chartLoading: 'The chart is loading.',
} as const;
