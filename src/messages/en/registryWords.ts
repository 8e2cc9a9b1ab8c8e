/** Names of the registry's components and units, and METR's question behind each component. */
export const registryWords = {
  components: {
    world: { label: 'World', question: 'How are things, whatever the lab decides?' },
    limits: { label: 'Limits', question: 'Which readings show that it would be unsafe to go on?' },
    protections: {
      label: 'Protections',
      question: 'Which protections are needed, and how early are they built?',
    },
    evaluation: { label: 'Evaluation', question: 'How are early warning signs caught in time?' },
    response: {
      label: 'Response',
      question: 'What happens when a limit is reached and protections are missing?',
    },
    accountability: { label: 'Accountability', question: 'Who checks that the commitments are kept?' },
    report: { label: 'Report', question: 'What counts in the results?' },
  },
  units: {
    weeks: 'weeks',
    doublings: 'doublings',
    'doublings/year': 'doublings a year',
    'doublings/√year': 'doublings per square root of a year',
    fraction: 'a fraction',
    probability: 'a probability',
    '1/year': 'times a year',
    '1/year per doubling': 'times a year per doubling',
    factor: 'a factor',
    count: 'a count',
    'log sd': 'standard deviation of the logarithm',
    text: 'text',
    choice: 'a choice',
    'yes/no': 'yes or no',
    path: 'a list of points',
  },
} as const;
