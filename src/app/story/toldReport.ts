/** What a report reads, held against the next line that it could pass. */
import type { EvaluationReport } from '../../engine/reports';
import type { RunTrace } from '../../engine/simulateRun';
import type { ToldReport } from '../../messages/storyMessages';
import type { LogEntry } from '../../model/evidence';
import type { Setup } from '../../model/setup';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText, multipleText } from '../people/capabilityText';
import { errorsInWords } from './errorsInWords';

/** A line that a reading may pass next. */
interface NextLine {
  readonly level: number;
  readonly line: 'alert' | 'limit';
  /** In doublings. */
  readonly at: number;
}

/** Which levels have been warned of, as one goes through a log. */
export class Warnings {
  readonly #states: string[];
  /** In doublings, by level; Infinity where there is none. */
  readonly #lines: Readonly<Record<NextLine['line'], Float64Array>>;

  constructor({ levels, line, limit }: Setup) {
    this.#states = Array.from({ length: levels }, () => 'quiet');
    this.#lines = { alert: line, limit };
  }

  follow({ region, index, to }: LogEntry): void {
    if (region === 'warning') this.#states[index] = to;
  }

  /** The lowest alert that has not been raised, else the lowest limit that has not been reached; null: there is none. */
  next(): NextLine | null {
    return this.#lowest('quiet', 'alert') ?? this.#lowest('alert', 'limit');
  }

  #lowest(state: string, line: NextLine['line']): NextLine | null {
    let lowest: NextLine | null = null;
    this.#lines[line].forEach((at, level) => {
      if (this.#states[level] !== state || at === Infinity) return;
      if (lowest === null || at < lowest.at) lowest = { level, line, at };
    });
    return lowest;
  }
}

/** A report in people's words; null where no line is left that it could pass. */
export function toldReport(
  trace: RunTrace,
  report: EvaluationReport,
  next: NextLine | null,
  { scale, thresholds }: Scenario,
): ToldReport | null {
  if (next === null) return null;
  const { level, line, at } = next;
  const read = report.readings[level];
  if (read === undefined) throw new RangeError(`A report has no reading of level ${level}`);
  return {
    level: thresholds[level]?.name ?? '',
    line,
    reading: capabilityText(read, scale),
    short: read >= at ? null : multipleText(2 ** (at - read)),
    truth: capabilityText(report.trueValue, scale),
    isPastDanger: report.trueValue >= (trace.lab.dangerPoint[level] ?? Infinity),
    errors: errorsInWords(trace, report, level),
  };
}
