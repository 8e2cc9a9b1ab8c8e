export const colophon = {
  caveatsTitle: 'What to keep in mind',
  leftOut: 'What the simulator leaves out, and which way that biases it',
  fingerprint: 'Fingerprint',
  runs: 'Futures',
  seed: 'Seed',
  model: 'Model version',
  scenario: 'Scenario',
  changed: (title: string) => `${title}, changed`,
  fingerprintNote: 'Equal wherever the same futures are simulated.',
  partMissing: 'A part of the page could not be loaded; sharing, comparing and printing need it.',
  chartLoading: 'The chart is loading.',
} as const;
