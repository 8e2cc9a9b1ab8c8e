import { messages } from '../../messages/messages';

const { units } = messages.page;

const WEEKS_PER_MONTH = 52 / 12;

/** Whether a number of weeks is, to half a week, a whole number of months. */
function isWholeMonths(weeks: number): boolean {
  return Math.abs(weeks - Math.round(weeks / WEEKS_PER_MONTH) * WEEKS_PER_MONTH) <= 0.5;
}

/** A span of whole weeks as a policy says it, in years or months where they are whole: "3 months", "6 weeks". */
export function spanText(weeks: number): string {
  if (weeks < 9 || !isWholeMonths(weeks)) return units.weeks(weeks);
  const months = Math.round(weeks / WEEKS_PER_MONTH);
  return months % 12 === 0 ? units.years(months / 12) : units.months(months);
}
