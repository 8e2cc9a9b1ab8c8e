/** The levels of a policy as rows. */
export const levelSettings = {
  heading: 'Levels and their limits',
  nameOf: (level: number) => `Name of level ${level}`,
  remove: (name: string) => `Remove ${name}`,
  removeMark: '×',
  add: 'Add a level',
  full: (most: number) => `${most} levels are the most there can be.`,
  gatesOf: (name: string) => `What reaching ${name} can do`,
  gatesLead: 'can',
  gates: {
    'threshold.gates.training': 'pause',
    'threshold.gates.internalUse': 'suspend',
    'threshold.gates.release': 'hold back',
  },
  noGates: 'nothing',
} as const;
