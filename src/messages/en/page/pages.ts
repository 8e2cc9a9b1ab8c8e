/** The pages of the site. */
export const pages = {
  label: 'Pages',
  names: { simulator: 'Simulator', policies: 'Policies', replays: 'Replays', method: 'Method' },
  title: (page: string, site: string) => `${page} · ${site}`,
  missing: 'This page could not be loaded.',
} as const;
