/** The moment at which a future stands, in words. */
import { storyMessages } from '../../messages/storyMessages';
import { levelOf, regionName } from '../../model/regions';
import type { Scenario } from '../../scenario/scenario';
import { weekText } from '../charts/timeAxis';
import { capabilityText } from '../people/capabilityText';
import type { Moment, Moments, StepUnit } from './moments';
import { instancesOfLevel, labInstances, regionLabel } from './regionWords';
import { lookOf } from './strips';
import type { ToldFuture } from './toldFuture';

const words = storyMessages.timeline;

export interface Now {
  /** "Week 41", "Week 41, response". */
  readonly heading: string;
  /** What stands where; nothing of what the lab could not know unless it is asked for. */
  readonly standing: string;
  /** States that are not those of a lab at rest. */
  readonly states: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function standingOf(
  { trace, reports, scenario }: ToldFuture,
  { week, done }: Moment,
  isWhole: boolean,
): string {
  const { now } = words;
  const text = (value: number): string => capabilityText(value, scenario.scale);
  const at = trace.weeks[week];
  if (isWhole && at !== undefined) {
    const parts = [now.capability(text(at.capability))];
    if (at.deployed !== null) parts.push(now.deployed(text(at.deployed)));
    parts.push(now.rival(text(at.rival)));
    return `${parts.join(', ')}.`;
  }
  const last = reports.findLast(({ event, model }) => event < done && model === 'internal');
  const highest = last === undefined ? null : Math.max(...last.readings);
  return last === undefined || highest === null
    ? now.noReport
    : now.lastReport(String(last.startWeek), text(highest));
}

function statesInWords(
  states: Readonly<Record<string, string>>,
  { thresholds }: Scenario,
  isWhole: boolean,
): string[] {
  const { now } = words;
  const all = [...labInstances, ...thresholds.flatMap((_, k) => instancesOfLevel(k, isWhole))];
  return all.flatMap((instance): string[] => {
    const { tone, text } = lookOf(instance.region, states[regionName(instance)] ?? '', isWhole);
    if (tone === 'rest' || tone === 'none') return [];
    const level = levelOf(instance);
    const label = regionLabel(instance);
    const name = level === null ? label : now.ofLevel(thresholds[level]?.name ?? '', label.toLowerCase());
    return [now.state(name, text)];
  });
}

/** What is so at a moment. */
export function nowOf(
  future: ToldFuture & { readonly moments: Moments },
  moment: Moment,
  unit: StepUnit,
  isWhole: boolean,
): Now {
  const { moments, scenario } = future;
  const week = capital(weekText(moment.week, scenario.startDate));
  const phase = unit === 'week' ? null : moments.phaseAt(moment);
  return {
    heading: phase === null ? week : words.inPhase(week, words.phases[phase]),
    standing: standingOf(future, moment, isWhole),
    states: statesInWords(moments.statesAt(moment), scenario, isWhole),
  };
}
