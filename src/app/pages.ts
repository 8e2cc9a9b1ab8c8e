/** The pages beside the simulator, and their addresses. */
import { methodPlaceOf, type MethodPlace } from './method/place';
import { policiesPlaceOf, type PoliciesPlace } from './policies/place';

export type Page =
  | { readonly kind: 'simulator' }
  | { readonly kind: 'policies' | 'replays'; readonly place: PoliciesPlace }
  | { readonly kind: 'method'; readonly place: MethodPlace };

export type PageKind = Page['kind'];

/** Which page the hash of an address names: the simulator, unless it is another's. */
export function pageOf(hash: string): Page {
  const method = methodPlaceOf(hash);
  if (method !== null) return { kind: 'method', place: method };
  const policies = policiesPlaceOf(hash);
  if (policies !== null)
    return { kind: hash.startsWith('#replays') ? 'replays' : 'policies', place: policies };
  return { kind: 'simulator' };
}
