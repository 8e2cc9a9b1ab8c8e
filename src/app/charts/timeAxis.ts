import { messages } from '../../messages/messages';
import type { AxisTick } from './capabilityAxis';

const words = messages.page.time;

const WEEK = 7 * 24 * 3600 * 1000;

/** Calendar date of a week, at midnight UTC, where week 0 is `startDate` (YYYY-MM-DD). */
export function dateOfWeek(startDate: string, week: number): Date {
  return new Date(Date.parse(`${startDate}T00:00:00Z`) + week * WEEK);
}

/** The first days of years, or of every third month where the horizon is short, as weeks from the start. */
function calendarTicks(startDate: string, horizon: number, months: number): AxisTick[] {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  const first = new Date(start);
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    ...(months < 12 ? ({ month: 'short' } as const) : {}),
    timeZone: 'UTC',
  });
  const ticks: AxisTick[] = [];
  for (let month = 0; ; month += months) {
    const date = Date.UTC(first.getUTCFullYear(), month);
    const value = (date - start) / WEEK;
    if (value > horizon) return ticks;
    if (value >= 0) ticks.push({ value, label: format.format(date) });
  }
}

function spanTicks(horizon: number, step: number, label: (week: number) => string): AxisTick[] {
  const count = Math.floor(horizon / step) + 1;
  return Array.from({ length: count }, (_, i) => ({
    value: i * step,
    label: i === 0 ? words.start : label(i * step),
  }));
}

const WEEKS_PER_YEAR = 52;
/** Horizons up to this many weeks are told in months. */
const SHORT = 104;

/** Ticks of a time axis over weeks 0 … horizon: calendar dates where the start has one, else years or months. */
export function timeTicks(horizon: number, startDate: string | null): AxisTick[] {
  const isShort = horizon <= SHORT;
  if (startDate !== null) return calendarTicks(startDate, horizon, isShort ? 3 : 12);
  return isShort
    ? spanTicks(horizon, 13, (week) => words.months((week / 13) * 3))
    : spanTicks(horizon, WEEKS_PER_YEAR, (week) => words.years(week / WEEKS_PER_YEAR));
}

/** A week as people say it: a date where the start has one, else its number. */
export function weekText(week: number, startDate: string | null): string {
  if (startDate === null) return words.week(week);
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(dateOfWeek(startDate, week));
}

/** Weeks to list in a table: the start, every half year or so, the end. */
export function tableWeeks(horizon: number): number[] {
  const step = horizon <= SHORT ? 13 : 26;
  const weeks: number[] = [];
  for (let week = 0; week < horizon; week += step) weeks.push(week);
  weeks.push(horizon);
  return weeks;
}
