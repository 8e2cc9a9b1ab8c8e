/** What the evaluations of one run read, found again from its event log. */
import { independentError, readingError } from '../model/evaluation';
import type { LogEntry } from '../model/evidence';
import { STREAM } from '../model/luck';
import type { RunTrace } from './simulateRun';

/** Which model an evaluation read: the best one inside the lab, or a candidate for release. */
export type ReadModel = 'internal' | 'candidate';

/** A report of an evaluation. Capabilities in doublings. */
export interface EvaluationReport {
  /** Place in the run's log of the event with which it came in. */
  readonly event: number;
  readonly week: number;
  readonly startWeek: number;
  readonly model: ReadModel;
  /** True capability of the model as it was when the evaluation started. */
  readonly trueValue: number;
  /** By level. */
  readonly readings: Float64Array;
}

const streams = {
  internal: [STREAM.ownEvaluation, STREAM.thirdEvaluation],
  candidate: [STREAM.ownAssessment, STREAM.thirdAssessment],
} as const satisfies Record<ReadModel, readonly [number, number]>;

function numberOf({ numbers, guard }: LogEntry, name: string): number {
  const value = numbers[name];
  if (value === undefined) throw new Error(`An event of ${guard ?? 'no guard'} has no number ${name}`);
  return value;
}

function startOf(entry: LogEntry): Pick<EvaluationReport, 'model' | 'startWeek' | 'trueValue'> | null {
  if (entry.guard === 'evaluationOver') {
    const startWeek = numberOf(entry, 'lastEvaluationStart');
    return { model: 'internal', startWeek, trueValue: numberOf(entry, 'capabilityAtStart') };
  }
  if (entry.guard === 'assessmentOver') {
    const startWeek = numberOf(entry, 'lastCutWeek');
    return { model: 'candidate', startWeek, trueValue: numberOf(entry, 'candidateCapability') };
  }
  return null;
}

/** Every report of a run, in the order in which they came in. Pure. */
export function reportsOf({ events, lab }: Pick<RunTrace, 'events' | 'lab'>): readonly EvaluationReport[] {
  return events.flatMap((entry, event): EvaluationReport[] => {
    const start = startOf(entry);
    if (start === null) return [];
    const [own, third] = streams[start.model];
    const readings = Float64Array.from({ length: lab.setup.levels }, (_, k) => {
      return start.trueValue + readingError(lab, k, own, third, start.startWeek);
    });
    return [{ event, week: entry.week, ...start, readings }];
  });
}

/** What keeps a reading from the truth, in doublings; their sum is reading less true value. */
export interface ReadingErrors {
  /** What elicitation falls short by: below 0. */
  readonly elicitation: number;
  /** What the lab's own assessors take off: below 0, or 0 where another team read higher. */
  readonly bias: number;
  /** What sets this team's suite apart, in every evaluation. */
  readonly suite: number;
  /** What is of this evaluation alone. */
  readonly chance: number;
}

/** The errors of a report's reading on level k: those of the team that read higher. Pure. */
export function readingErrors(
  { lab }: Pick<RunTrace, 'lab'>,
  { model, startWeek }: Pick<EvaluationReport, 'model' | 'startWeek'>,
  k: number,
): ReadingErrors {
  const { elicitationGap, assessorBias } = lab.world;
  const [ownStream, thirdStream] = streams[model];
  const total = readingError(lab, k, ownStream, thirdStream, startWeek);
  const own = independentError(lab, k, ownStream, startWeek);
  const isOwn = lab.ownSuiteError + own === total;
  const bias = isOwn ? assessorBias : 0;
  const persistent = isOwn ? lab.ownSuiteError : lab.thirdSuiteError;
  return {
    elicitation: -elicitationGap,
    bias: -bias,
    suite: persistent + elicitationGap + bias,
    chance: isOwn ? own : independentError(lab, k, thirdStream, startWeek),
  };
}
