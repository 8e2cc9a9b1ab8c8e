import { messages } from '../../messages/messages';
import type { Scale } from '../../scenario/scenario';

const { units } = messages.page;

const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });

/** Below this, as from a thousand billion on, a power of ten says more than a row of zeros. */
const SMALLEST_PLAIN = 1e-4;

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, n) => [String(n), digit])),
};

/** `value` to two digits as a power of ten: "10²⁴", "4.1 × 10²⁴". */
function powerText(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential(1).split('e');
  const power = [...exponent.replace('+', '')].map((character) => raised[character]).join('');
  return units.power(String(Number(digits)), power);
}

/** In words as far as there are words that people know. */
const WORDY = 995e9;
/** Where there is room for few letters. */
const BRIEF = 9950;

/** `value` to two significant digits: "0.25", "6", "4,100", "1.2 million", "10²⁴"; from `powers` on a power of ten. */
function amountText(value: number, powers: number): string {
  // What rounds to a thousand of one kind is one of the next.
  if (value >= powers || (value > 0 && value < SMALLEST_PLAIN)) return powerText(value);
  if (value >= 995e6) return units.billion(grouped.format(value / 1e9));
  if (value >= 995e3) return units.million(grouped.format(value / 1e6));
  return grouped.format(value);
}

/** A multiple in words: "6x", "1,000x", "1.2 million x", "10²⁴x". */
export function multipleText(multiple: number): string {
  return units.times(amountText(multiple, WORDY));
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

function taskIn(hours: number, powers: number): string {
  // A little less than a unit still reads as one: 39.99 hours are a week.
  const unit = workTimes.findLast((each) => hours >= each.hours * 0.995) ?? workTimes[0];
  return unit.text(amountText(hours / unit.hours, powers));
}

/** The length of a task in words: "15 min", "8 h", "1 week" of work, "10²⁴ years". */
export function taskText(hours: number): string {
  return taskIn(hours, WORDY);
}

/** A capability in doublings as people say it on its scale: "32x" today's frontier, or tasks of "8 h". */
export function capabilityText(doublings: number, scale: Scale): string {
  return scale === 'effective-compute' ? multipleText(2 ** doublings) : taskText(2 ** doublings);
}

/** A capability in as few letters as it takes: "1,000x", "10⁵x", "10⁶ years". */
export function briefCapabilityText(doublings: number, scale: Scale): string {
  const amount = 2 ** doublings;
  return scale === 'effective-compute' ? units.times(amountText(amount, BRIEF)) : taskIn(amount, BRIEF);
}

/**
 * A range of capability, with the unit said once where both ends share it, and with one value where both ends read
 * alike: "150 to 400x", "15 min to 1 h", "6x".
 */
export function capabilityRangeText(low: number, high: number, scale: Scale): string {
  const [from, to] = [capabilityText(low, scale), capabilityText(high, scale)];
  if (from === to) return to;
  const number = /^[\d.,]+/;
  const isOneUnit = from.replace(number, '') === to.replace(number, '');
  return messages.page.capability.range(isOneUnit ? (number.exec(from)?.[0] ?? from) : from, to);
}
