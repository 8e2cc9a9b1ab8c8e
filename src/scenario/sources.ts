import file from '../../scenarios/sources.json';

/** How a source was read: itself, through others that quote it, or through others that report it. */
export type Reading = 'primary' | 'quoted' | 'secondary';

/** A document that values are taken from. Dates are YYYY, YYYY-MM or YYYY-MM-DD; null where unknown. */
export interface Source {
  readonly producer: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string;
  readonly accessed: string;
  readonly licence: string;
  readonly note: string;
  readonly reading: Reading;
}

/** Every source by id: those of the registry's evidence and of the presets' provenance. */
export const sources: Readonly<Record<string, Source>> = file as Record<keyof typeof file, Source>;

export const sourceIds: readonly string[] = Object.keys(sources);
