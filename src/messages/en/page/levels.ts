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
  lead: (median: number, low: number, high: number) =>
    `${median} weeks (${low} to ${high})`.replaceAll('-', '−'),
} as const;
