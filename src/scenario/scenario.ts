import type { Nested } from '../parameters/definition';
import type { policyParameters } from '../parameters/registry';
import type { reportParameters } from '../parameters/report';
import type { thresholdParameters } from '../parameters/thresholds';
import type { worldParameters } from '../parameters/world';

export type { HistoryPoint, Triangular, Uncertain } from '../parameters/definition';

/**
 * What capabilities are log2 of. 'effective-compute': multiples of today's frontier model (0 = that model);
 * 'task-horizon': multiples of a task of one hour (0 = one hour).
 */
export type Scale = 'effective-compute' | 'task-horizon';

/** How things are; nobody chooses these. Units and ranges: the registry. */
export type World = Nested<typeof worldParameters>;

/** A level of a risk domain: its danger and lead times (the world's), its limit and gates (the policy's). */
export type Threshold = Nested<typeof thresholdParameters>['threshold'];

/** A policy in METR's five components. */
export type Policy = Nested<typeof policyParameters>;

/** How results are counted. */
export type Report = Nested<typeof reportParameters>['report'];

/** How surely a value is the policy's own: in its text, read from it, or made up to try. */
export type Basis = 'stated' | 'inferred' | 'illustrative';

/**
 * Where a value of a preset comes from: stated in the source, inferred from its wording, or illustrative
 * (the source says nothing; the value is ours).
 */
export interface Provenance {
  readonly basis: Basis;
  /** An id of scenarios/sources.json. */
  readonly source?: string;
  /** Where in the source: a page, a section. */
  readonly place?: string;
  /** What the clause says, and how it became the value. */
  readonly note?: string;
  /** The clause word for word: at most 25 words, of a source that was read itself. */
  readonly quote?: string;
  /** What of the clause the model cannot express. */
  readonly notModelled?: string;
}

/** The published text whose reading a policy is. */
export interface PolicyDocument {
  readonly lab: string;
  readonly version: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  /** The preset of the version before it, where there is one. */
  readonly previous: string | null;
}

/** World assumptions, thresholds and a policy: everything a simulation needs besides luck. */
export interface Scenario {
  readonly schemaVersion: 1;
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  /** One or a few sentences in plain words. */
  readonly summary: string;
  /** Null where the policy follows no published text. */
  readonly document: PolicyDocument | null;
  readonly scale: Scale;
  /** Calendar date (YYYY-MM-DD) of week 0, or null; shown to people, never simulated. */
  readonly startDate: string | null;
  /** What a reader of the results must know about this scenario. */
  readonly caveats: readonly string[];
  /** By public parameter id (`growth`, `evaluation.interval`, `t1.limit`). */
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly world: World;
  /** One to six. */
  readonly thresholds: readonly Threshold[];
  readonly policy: Policy;
  readonly report: Report;
}

/** What of a scenario is simulated; the rest is for people. */
export type SimulatedScenario = Pick<Scenario, 'world' | 'thresholds' | 'policy' | 'report'>;

export function simulatedPart({ world, thresholds, policy, report }: SimulatedScenario): SimulatedScenario {
  return { world, thresholds, policy, report };
}
