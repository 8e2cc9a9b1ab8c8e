/**
 * Whether the page has an origin of its own. A sandboxed frame has none, and may neither start workers nor change its
 * address.
 */
export function hasOwnOrigin(): boolean {
  return window.origin !== 'null';
}
