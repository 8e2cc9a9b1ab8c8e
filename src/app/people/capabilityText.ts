import { messages } from '../../messages/messages';
import type { Scale } from '../../scenario/scenario';

const { units } = messages.page;

const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });

/** `value` to two significant digits, thousands apart: "4,100", "6", "0.25". */
function twoDigits(value: number): string {
  return grouped.format(value);
}

/** A multiple in words: "6x", "1,000x", "1.2 million x". */
export function multipleText(multiple: number): string {
  if (multiple >= 995_000_000) return units.billionTimes(twoDigits(multiple / 1e9));
  if (multiple >= 995_000) return units.millionTimes(twoDigits(multiple / 1e6));
  return units.times(twoDigits(multiple));
}

/** Working time: a week of 40 hours, METR's month of 167 and a year of 2,000. */
const workTimes = [
  { hours: 1 / 3600, text: units.seconds },
  { hours: 1 / 60, text: units.minutes },
  { hours: 1, text: units.hours },
  { hours: 40, text: units.workWeeks },
  { hours: 167, text: units.workMonths },
  { hours: 2000, text: units.workYears },
] as const;

/** The length of a task in words: "15 min", "8 h", "1 week" of work. */
export function taskText(hours: number): string {
  // A little less than a unit still reads as one: 39.99 hours are a week.
  const unit = workTimes.findLast((each) => hours >= each.hours * 0.995) ?? workTimes[0];
  return unit.text(twoDigits(hours / unit.hours));
}

/** A capability in doublings as people say it on its scale: "32x" today's frontier, or tasks of "8 h". */
export function capabilityText(doublings: number, scale: Scale): string {
  return scale === 'effective-compute' ? multipleText(2 ** doublings) : taskText(2 ** doublings);
}

/** A range of capability, with the unit said once where both ends share it: "150 to 400x", "15 min to 1 h". */
export function capabilityRangeText(low: number, high: number, scale: Scale): string {
  const [from, to] = [capabilityText(low, scale), capabilityText(high, scale)];
  const number = /^[\d.,]+/;
  const isOneUnit = from.replace(number, '') === to.replace(number, '');
  return messages.page.capability.range(isOneUnit ? (number.exec(from)?.[0] ?? from) : from, to);
}
