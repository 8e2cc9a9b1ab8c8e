/** The pages beside the simulator, and their addresses. */
import { methodPlaceOf, type MethodPlace } from './method/place';

export type Page = { readonly kind: 'simulator' } | { readonly kind: 'method'; readonly place: MethodPlace };

export type PageKind = Page['kind'];

/** Which page the hash of an address names: the simulator, unless it is another's. */
export function pageOf(hash: string): Page {
  const method = methodPlaceOf(hash);
  if (method !== null) return { kind: 'method', place: method };
  return { kind: 'simulator' };
}
