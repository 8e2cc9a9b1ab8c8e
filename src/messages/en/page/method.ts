/** The method page's own words; its text is in method/method.md. */
export const method = {
  nav: 'Sections',
  back: 'Back to the simulator',
  notFound: (section: string) => `This page has no section “${section}”. It begins at its start.`,
  parameters: {
    caption: (component: string) => `Parameters: ${component}`,
    heads: { name: 'Parameter', unit: 'Unit', range: 'Range', baseline: 'Baseline', known: 'What is known' },
    range: (min: string, max: string) => `${min} to ${max}`,
    /** Where nothing limits a value but its kind. */
    any: '',
    none: 'none',
    sourced: (low: string, central: string, high: string) => `Sourced: ${low}, ${central}, ${high}.`,
    assumption: 'Assumption: nobody has measured it.',
    worthTrying: (low: string, high: string) =>
      `Assumption: nobody has measured it. Worth trying: ${low} to ${high}.`,
    choice: 'Choice of a policy or a user.',
    components: {
      world: 'the world, which nobody chooses',
      limits: 'limits',
      protections: 'protections',
      evaluation: 'evaluation',
      response: 'response',
      accountability: 'accountability',
      report: 'how results are counted',
    },
  },
  closedCases: {
    caption: (runs: string) => `Exact and simulated numbers, ${runs} runs a case`,
    heads: {
      name: 'Case',
      quantity: 'Number',
      exact: 'Exact',
      simulated: 'Simulated',
      deviation: 'Standard errors apart',
    },
    /** A number that no luck moves. */
    certain: 'equal',
  },
  sources: {
    readings: {
      primary: 'Read itself.',
      quoted: 'Read through others that quote it.',
      secondary: 'Known through reports of others.',
    },
    accessed: (when: string) => `Accessed ${when}.`,
    licence: (licence: string) => `Licence: ${licence}.`,
  },
} as const;
