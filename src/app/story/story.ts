/** One future told event by event. */
import type { RunTrace } from '../../engine/simulateRun';
import { storyMessages, type Told } from '../../messages/storyMessages';
import type { LogEntry } from '../../model/evidence';
import { protectionKinds } from '../../model/regions';
import type { GuardName } from '../../model/rules';
import { duration } from '../../results/amounts';
import { outcomeLabels } from '../../results/labels';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText, multipleText } from '../people/capabilityText';

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
const hidden: readonly (GuardName | null)[] = ['crossesDanger', 'workProvesInadequate', 'lapses'];

/** The types say that every rule of the machine has its sentence. */
const sentences: Readonly<Record<GuardName, (told: Told) => string>> = storyMessages.guards;

export interface ToldEvent {
  readonly week: number;
  readonly sentence: string;
  readonly isRoutine: boolean;
  /** Whether the lab could not know it. */
  readonly isHidden: boolean;
}

function isRoutine({ guard, from }: LogEntry): boolean {
  return routine.includes(guard) || (guard === 'candidateFree' && from === 'assessing');
}

function toldOf(entry: LogEntry, { scale, thresholds }: Scenario, isWhole: boolean): Told {
  const { region, index, from, week, numbers } = entry;
  const isProtection = region === 'protection';
  const isOfLevel = isProtection || region === 'warning' || region === 'capability';
  const number = (name: string): number => {
    const value = numbers[name];
    if (value === undefined) throw new Error(`An event ${entry.event} has no number ${name}`);
    return value;
  };
  return {
    level: isOfLevel ? (thresholds[isProtection ? index >> 1 : index]?.name ?? '') : '',
    protection: isProtection ? (protectionKinds[index % 2] ?? '') : '',
    from,
    number,
    value: (name) => capabilityText(number(name), scale),
    times: (more, less) => multipleText(2 ** (number(more) - number(less))),
    span: (name) => duration(number(name)),
    since: (name) => duration(week - number(name)),
    isWhole,
  };
}

/** The sentence of an event. `isWhole`: with what the lab could not know. Throws on one that has none. */
export function sentenceOf(entry: LogEntry, scenario: Scenario, isWhole: boolean): string {
  const told = toldOf(entry, scenario, isWhole);
  if (entry.guard !== null) return sentences[entry.guard](told);
  const always: Readonly<Record<string, (told: Told) => string>> = storyMessages.always;
  const sentence = always[entry.event];
  if (sentence === undefined) throw new Error(`No sentence for the event ${entry.event}`);
  return sentence(told);
}

/** Every event of a future in order; without `isWhole` only what the lab could know. */
export function storyOf({ events }: RunTrace, scenario: Scenario, isWhole: boolean): readonly ToldEvent[] {
  return events
    .map((entry) => ({
      week: entry.week,
      sentence: sentenceOf(entry, scenario, isWhole),
      isRoutine: isRoutine(entry),
      isHidden: hidden.includes(entry.guard),
    }))
    .filter(({ isHidden }) => isWhole || !isHidden);
}

/** Events of one week under one heading. */
export interface ToldWeek {
  readonly week: number;
  readonly heading: string;
  readonly events: readonly ToldEvent[];
}

/** The events by week; routine ones only where they are asked for. */
export function weeksOfStory(story: readonly ToldEvent[], withRoutine: boolean): readonly ToldWeek[] {
  const byWeek = new Map<number, ToldEvent[]>();
  for (const event of story) {
    if (event.isRoutine && !withRoutine) continue;
    byWeek.set(event.week, [...(byWeek.get(event.week) ?? []), event]);
  }
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
