import file from '../../scenarios/sources.json';

/** A document that values are taken from. Dates are YYYY, YYYY-MM or YYYY-MM-DD; null where unknown. */
export interface Source {
  readonly producer: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string;
  readonly accessed: string;
  readonly licence: string;
  readonly note: string;
}

/** Every source by id: those of the registry's evidence and of the presets' provenance. */
export const sources: Readonly<Record<string, Source>> = file;

export const sourceIds: readonly string[] = Object.keys(sources);
