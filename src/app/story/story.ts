/** One future told event by event. */
import type { RunTrace } from '../../engine/simulateRun';
import { storyMessages, type Told, type ToldReport } from '../../messages/storyMessages';
import type { LogEntry } from '../../model/evidence';
import { levelOf, protectionKinds } from '../../model/regions';
import type { GuardName } from '../../model/rules';
import type { LevelSet } from '../../model/setup';
import { duration } from '../../results/amounts';
import { outcomeLabels } from '../../results/labels';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText, multipleText } from '../people/capabilityText';
import type { ToldFuture } from './toldFuture';
import { toldReport, Warnings } from './toldReport';

/** What happens all the time, whatever the policy. */
const routine: readonly (GuardName | null)[] = [
  null,
  'protectedFromStart',
  'evaluationDue',
  'evaluationOver',
  'candidateDueForEvaluation',
  'candidateDue',
  'assessmentOver',
];

/** What no one in the lab can know. */
export const hiddenGuards: readonly (GuardName | null)[] = [
  'crossesDanger',
  'workProvesInadequate',
  'lapses',
];

/** The types say that every rule of the machine has its sentence. */
const sentences: Readonly<Record<GuardName, (told: Told) => string>> = storyMessages.guards;

export interface ToldEvent {
  /** In the future's log. */
  readonly place: number;
  readonly week: number;
  readonly sentence: string;
  readonly isRoutine: boolean;
  /** Whether the lab could not know it. */
  readonly isHidden: boolean;
}

function isRoutine({ guard, from }: LogEntry): boolean {
  return routine.includes(guard) || (guard === 'candidateFree' && from === 'assessing');
}

/** Names of the levels of a set. */
function levelNames(set: LevelSet, { thresholds }: Scenario): string[] {
  return thresholds.filter((_, k) => (set >> k) & 1).map(({ name }) => name);
}

function toldOf(
  entry: LogEntry,
  scenario: Scenario,
  { report, isWhole }: { readonly report: ToldReport | null; readonly isWhole: boolean },
): Told {
  const { scale, thresholds } = scenario;
  const { region, index, from, week, numbers } = entry;
  const level = levelOf(entry);
  const number = (name: string): number => {
    const value = numbers[name];
    if (value === undefined) throw new Error(`An event ${entry.event} has no number ${name}`);
    return value;
  };
  return {
    level: level === null ? '' : (thresholds[level]?.name ?? ''),
    protection: region === 'protection' ? (protectionKinds[index % 2] ?? '') : '',
    from,
    number,
    value: (name) => capabilityText(number(name), scale),
    times: (more, less) => multipleText(2 ** (number(more) - number(less))),
    span: (name) => duration(number(name)),
    since: (name) => duration(week - number(name)),
    binding: levelNames(numbers['levels'] ?? 0, scenario),
    report,
    isWhole,
  };
}

/** The sentence of an event. Throws on one that has none. */
function sentenceOf({ guard, event }: LogEntry, told: Told): string {
  if (guard !== null) return sentences[guard](told);
  const always: Readonly<Record<string, (told: Told) => string>> = storyMessages.always;
  const sentence = always[event];
  if (sentence === undefined) throw new Error(`No sentence for the event ${event}`);
  return sentence(told);
}

/** A report that did not warn of a level whose danger point the model had passed. */
function missesDanger(report: ToldReport | null): boolean {
  return report !== null && report.short !== null && report.isPastDanger;
}

/** Every event of a future in order; without `isWhole` only what the lab could know. */
export function storyOf(future: ToldFuture, isWhole: boolean): readonly ToldEvent[] {
  const { scenario, trace, reports } = future;
  const warnings = new Warnings(trace.lab.setup);
  const byPlace = new Map(reports.map((report) => [report.event, report]));
  const story = trace.events.map((entry, place): ToldEvent => {
    const own = byPlace.get(place);
    const report = own === undefined ? null : toldReport(trace, own, warnings.next(), scenario);
    warnings.follow(entry);
    return {
      place,
      week: entry.week,
      sentence: sentenceOf(entry, toldOf(entry, scenario, { report, isWhole })),
      isRoutine: isRoutine(entry) && !(isWhole && missesDanger(report)),
      isHidden: hiddenGuards.includes(entry.guard),
    };
  });
  return story.filter(({ isHidden }) => isWhole || !isHidden);
}

/** Places in the log of events. */
export function placesOf(events: readonly ToldEvent[]): ReadonlySet<number> {
  return new Set(events.map(({ place }) => place));
}

/** Events of one week under one heading. */
export interface ToldWeek {
  readonly week: number;
  readonly heading: string;
  readonly events: readonly ToldEvent[];
}

/** Events by week. */
export function weeksOfStory(story: readonly ToldEvent[]): readonly ToldWeek[] {
  const byWeek = new Map<number, ToldEvent[]>();
  for (const event of story) byWeek.set(event.week, [...(byWeek.get(event.week) ?? []), event]);
  return [...byWeek].map(([week, events]) => ({
    week,
    heading: storyMessages.week(String(week)),
    events,
  }));
}

/** What it all came to. */
export function endOfStory({ outcome }: RunTrace): string {
  const { label, sentence } = outcomeLabels[outcome];
  return `${storyMessages.end(label)} ${sentence}`;
}
