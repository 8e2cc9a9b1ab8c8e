const QUARTER = 13;

/** The week to which Page Up and Page Down lead, a quarter on or back within the horizon; null: the key is another one. */
export function weekOfPageKey(key: string, week: number, horizon: number): number | null {
  const quarters = { PageUp: 1, PageDown: -1 }[key];
  return quarters === undefined ? null : Math.min(Math.max(week + quarters * QUARTER, 0), horizon);
}
