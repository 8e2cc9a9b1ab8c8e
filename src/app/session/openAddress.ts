/** What the address of the page asks for. */
import { MODEL_VERSION } from '../../model/modelVersion';
import type { Issue } from '../../parameters/parameters';
import { pageOf } from '../pages';
import { decodeLink, linkTextOf, type LinkContent, type LinkNotice } from '../../scenario/link';

/** Said once about what was opened, until it is dismissed. */
export type Notice =
  | { readonly kind: 'link'; readonly notices: readonly LinkNotice[] }
  | { readonly kind: 'refused-link'; readonly issues: readonly Issue[] }
  | { readonly kind: 'many-files'; readonly count: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'refused-file'; readonly name: string; readonly issues: readonly Issue[] };

export interface Opened {
  /** Null where the address names nothing, or nothing that can be shown. */
  readonly content: LinkContent | null;
  readonly notice: Notice | null;
}

/** Reads an address; what it can't honour becomes a notice with every issue. */
export function openAddress(address: Pick<Location, 'hash' | 'search'>): Opened {
  if (pageOf(address.hash).kind !== 'simulator') return { content: null, notice: null };
  const text = linkTextOf(address);
  if (text === null) return { content: null, notice: null };
  const decoded = decodeLink(text, MODEL_VERSION);
  if (!decoded.ok) return { content: null, notice: { kind: 'refused-link', issues: decoded.issues } };
  const { content, notices } = decoded;
  return { content, notice: notices.length === 0 ? null : { kind: 'link', notices } };
}
