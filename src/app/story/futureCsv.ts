import type { RunTrace } from '../../engine/simulateRun';
import { messages } from '../../messages/messages';
import { storyMessages } from '../../messages/storyMessages';
import { MODEL_VERSION } from '../../model/modelVersion';
import { line, type Cell } from '../../results/csv';
import type { Scenario } from '../../scenario/scenario';
import { dateOfWeek } from '../charts/timeAxis';
import { multiple } from '../charts/weeklyCsv';

const { columns: words } = storyMessages.timeline.csv;
const { units } = messages.page.capability.download.columns;

/** One future as a table, a row for every week: numbers, the state of every region, and where it comes from. */
export function futureCsv({ weeks, run }: RunTrace, scenario: Scenario, seed: string): string {
  const { startDate, scale, title } = scenario;
  const unit = units[scale];
  const regions = Object.keys(weeks[0]?.states ?? {});
  const head: Cell[] = [
    words.week,
    ...(startDate === null ? [] : [words.date]),
    ...[words.capability, words.deployed, words.rival].map((name) => words.in(name, unit)),
    ...regions,
    words.scenario,
    words.seed,
    words.run,
    words.model,
  ];
  const rows = weeks.map(({ week, capability, deployed, rival, states }): Cell[] => [
    week,
    ...(startDate === null ? [] : [dateOfWeek(startDate, week).toISOString().slice(0, 10)]),
    multiple(capability),
    multiple(deployed),
    multiple(rival),
    ...regions.map((region) => states[region] ?? null),
    title,
    seed,
    run,
    MODEL_VERSION,
  ]);
  return [head, ...rows].map(line).join('');
}
