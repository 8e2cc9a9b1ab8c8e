import { storyMessages } from '../../messages/storyMessages';
import { capabilityText } from '../people/capabilityText';
import type { ToldFuture } from './toldFuture';

const words = storyMessages.timeline;

/** The timeline's chart in words, for those who don't see it. */
export function describeTimeline({ trace, reports, scenario }: ToldFuture, isWhole: boolean): string {
  const { weeks, run } = trace;
  const horizon = weeks.length - 1;
  if (!isWhole) return words.describeKnown(String(run), horizon, reports.length);
  const text = (value = 0): string => capabilityText(value, scenario.scale);
  return words.describe({
    run: String(run),
    weeks: horizon,
    from: text(weeks[0]?.capability),
    to: text(weeks.at(-1)?.capability),
    reports: reports.length,
  });
}
