import { plural } from './plural';

export const levels = {
  title: 'Level by level',
  note: 'of 100 futures',
  margin: (margin: string) => `sampling ±${margin} or less`,
  columns: {
    level: 'Level',
    limit: 'Limit',
    crossed: 'Danger crossed',
    warned: 'Warned in time',
    missed: 'Missed',
    protected: 'Protected at crossing',
    falseAlarm: 'False alarm',
    lead: 'Warning to crossing',
  },
  noLimit: 'none',
  notWarned: '–',
  /** Whole weeks from a warning to the crossing; below zero it came late. */
  lead: (median: number, low: number, high: number) => {
    const weeks = Math.abs(median);
    const span = `${weeks} ${plural(weeks, 'week', 'weeks')}${median < 0 ? ' late' : ''}`;
    if (low === high) return span;
    if (high < 0) return `${span} (${-low} to ${-high})`;
    return `${span} (${low < 0 ? `${-low} late` : low} to ${high})`;
  },
} as const;
