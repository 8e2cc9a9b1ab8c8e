import type { RunTrace, WeekRecord } from '../../engine/simulateRun';
import { messages } from '../../messages/messages';
import { storyMessages } from '../../messages/storyMessages';
import { MODEL_VERSION } from '../../model/modelVersion';
import type { Scenario } from '../../scenario/scenario';
import { constant, multiple, weeklyTable, type Column } from '../charts/weeklyCsv';

const { columns: own } = storyMessages.timeline.csv;
const { units, in: withUnit, source } = messages.page.capability.download.columns;

/** One future as a table, a row for every week: numbers, the state of every region, and where it comes from. */
export function futureCsv({ weeks, run }: RunTrace, scenario: Scenario, seed: string): string {
  const unit = units[scenario.scale];
  const number = (head: string, read: (record: WeekRecord) => number | null): Column => ({
    head: withUnit(head, unit),
    at: (week) => multiple(weeks[week] === undefined ? null : read(weeks[week])),
  });
  const regions = Object.keys(weeks[0]?.states ?? {});
  return weeklyTable(scenario, [
    number(own.capability, ({ capability }) => capability),
    number(own.deployed, ({ deployed }) => deployed),
    number(own.rival, ({ rival }) => rival),
    ...regions.map((region): Column => ({
      head: region,
      at: (week) => weeks[week]?.states[region] ?? null,
    })),
    constant(source.scenario, scenario.title),
    constant(source.seed, seed),
    constant(own.run, run),
    constant(source.model, MODEL_VERSION),
  ]);
}
