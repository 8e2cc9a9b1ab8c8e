/** What a setting's card says about its evidence. */
export const evidence = {
  /** Short words beside a control: how sure its value is. */
  marks: {
    yours: 'Yours',
    stated: 'Stated',
    inferred: 'Inferred',
    illustrative: 'Illustrative',
    sourced: 'Evidence',
    assumption: 'Assumption',
    choice: 'About',
  },
  known: (low: string, central: string, high: string) =>
    `What is known: ${low} to ${high}, with ${central} as the central value.`,
  assumption: 'No measurement exists: this is an assumption.',
  worthTrying: (low: string, high: string) => `Worth trying: ${low} to ${high}.`,
  choice: 'A choice, which no fact decides.',
  now: (value: string) => `Now ${value}.`,
  nowWithin: (value: string) => `Now ${value}, within it.`,
  nowBelow: (value: string) => `Now ${value}, below it.`,
  nowAbove: (value: string) => `Now ${value}, above it.`,
  nowAcross: (value: string) => `Now ${value}, partly outside it.`,
  bases: {
    stated: (title: string, place: string) => `${title} states this${place}.`,
    inferred: (title: string, place: string) => `Inferred from what ${title} says${place}.`,
    illustrative: (title: string, place: string) => `Illustrative: ${title} does not settle it${place}.`,
  },
  place: (place: string) => ` (${place})`,
  newLevel: 'Part of a level that you added.',
  changed: (title: string, value: string) => `Changed by you; ${title} has ${value}.`,
  sources: 'Sources',
  by: (producer: string, date: string) => `${producer}, ${date}`,
  undated: 'undated',
  machine: (id: string, value: string, unit: string) =>
    `For links and the command line: ${id}=${value} (${unit}).`,
} as const;
