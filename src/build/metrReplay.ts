import { log2 } from '../numbers/exact';
import type { HistoryPoint } from '../parameters/parameters';

/** One model in METR's table: lengths of task in minutes at 50% success, with a 95% confidence interval. */
export interface MeasuredModel {
  readonly model: string;
  /** YYYY-MM-DD */
  readonly releaseDate: string;
  readonly p50Minutes: number;
  readonly p50LowMinutes: number;
  readonly p50HighMinutes: number;
}

const header = 'model,releaseDate,p50Minutes,p50LowMinutes,p50HighMinutes';

/** Reads the table of scenarios/data; no field of it holds a comma. Throws on a line of another shape. */
export function readMeasuredModels(csv: string): MeasuredModel[] {
  const [first, ...lines] = csv.trimEnd().split('\n');
  if (first !== header) throw new Error(`the table starts with "${first}", not "${header}"`);
  return lines.map((line) => {
    const [model = '', releaseDate = '', ...texts] = line.split(',');
    const [p50Minutes = NaN, p50LowMinutes = NaN, p50HighMinutes = NaN] = texts.map(Number);
    const isOrdered = 0 < p50LowMinutes && p50LowMinutes < p50Minutes && p50Minutes < p50HighMinutes;
    if (model === '' || texts.length !== 3 || !isOrdered || Number.isNaN(Date.parse(releaseDate))) {
      throw new Error(`not a line of the table: "${line}"`);
    }
    return { model, releaseDate, p50Minutes, p50LowMinutes, p50HighMinutes };
  });
}

const daysPerWeek = 7;
const millisecondsPerDay = 86_400_000;

/** Doublings above one hour, to six decimals as in the table. */
function taskHorizon(minutes: number): number {
  return Math.round(log2(minutes / 60) * 1e6) / 1e6;
}

/**
 * The running best of the measured horizons as a recorded path: full weeks since `startDate`, doublings above one
 * hour, the model's name. Of several records in one week the best stays.
 */
export function recordedPath(models: readonly MeasuredModel[], startDate: string): HistoryPoint[] {
  const path: HistoryPoint[] = [];
  const byDate = [...models].sort((a, b) => (a.releaseDate < b.releaseDate ? -1 : 1));
  for (const { model, releaseDate, p50Minutes } of byDate) {
    const days = (Date.parse(releaseDate) - Date.parse(startDate)) / millisecondsPerDay;
    const point = { week: Math.floor(days / daysPerWeek), capability: taskHorizon(p50Minutes), label: model };
    const last = path.at(-1);
    if (last !== undefined && point.capability <= last.capability) continue;
    if (last?.week === point.week) path.pop();
    path.push(point);
  }
  return path;
}
