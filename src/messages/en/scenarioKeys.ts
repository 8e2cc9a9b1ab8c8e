/** What the keys of a scenario file are, parameters aside. */
export const scenarioKeys = {
  schemaVersion: 'Version of this file format.',
  id: 'Name of the scenario for machines.',
  title: 'Name of the scenario for people.',
  summary: 'The scenario in one or a few sentences.',
  document:
    'The published text whose reading the policy is, or null: who wrote it, which version, of when, and the preset of the version before it.',
  scale:
    "What a doubling is one of. effective-compute: multiples of today's frontier model (0 is that model). task-horizon: multiples of a task of one hour (0 is one hour).",
  startDate: 'Calendar date of week 0, shown to people and never simulated.',
  caveats: 'What a reader of the results must know.',
  provenance:
    "Where values come from, by parameter id (growth, evaluation.interval, t1.limit): stated in the source, inferred from it, or illustrative; source is an id of the simulator's list of sources.",
  world: 'How things are; nobody chooses these.',
  thresholds:
    'Levels of risk: danger points and lead times (of the world), limits and gates (of the policy).',
  policy: "A policy in METR's five components.",
  report: 'How results are counted.',
} as const;

/** What a scenario's own texts say where nobody has said anything yet. */
export const scenarioDefaults = {
  levelName: 'New level',
  levelDomain: 'other',
} as const;
