import type { EvaluationReport } from '../../engine/reports';
import type { RunTrace } from '../../engine/simulateRun';
import type { Scenario } from '../../scenario/scenario';

/** One future, and what its evaluations read. */
export interface ToldFuture {
  readonly scenario: Scenario;
  readonly trace: RunTrace;
  readonly reports: readonly EvaluationReport[];
}
