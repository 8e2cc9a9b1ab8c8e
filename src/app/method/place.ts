/** Where on the method page an address leads: `#method`, `#method/sources`. */
export interface MethodPlace {
  /** The id of a heading; null: the top. */
  readonly section: string | null;
}

const ADDRESS = /^#method(?:\/(.+))?$/;

/** The place that an address's hash names; null where it is none of this page. */
export function methodPlaceOf(hash: string): MethodPlace | null {
  const match = ADDRESS.exec(hash);
  return match === null ? null : { section: match[1] ?? null };
}

export function methodHash({ section }: MethodPlace): string {
  return section === null ? '#method' : `#method/${section}`;
}
