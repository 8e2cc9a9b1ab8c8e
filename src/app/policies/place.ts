/** Where on the pages about policies an address leads. Ids are as asked for, and may be of nothing. */
export type PoliciesPlace =
  /** `#policies` */
  | { readonly kind: 'policies' }
  /** `#policies/anthropic-rsp-v1` */
  | { readonly kind: 'policy'; readonly id: string }
  /** `#policies/anthropic-rsp-v1/anthropic-rsp-v2-2` */
  | { readonly kind: 'pair'; readonly a: string; readonly b: string }
  /** `#replays` */
  | { readonly kind: 'replays' }
  /** `#replays/asl3-activation` */
  | { readonly kind: 'replay'; readonly id: string }
  /** An address of these pages that none of them has. */
  | { readonly kind: 'nowhere'; readonly address: string };

const ADDRESS = /^#(policies|replays)(?:\/(.*))?$/;

/** The place that an address's hash names; null where it is none of these pages'. */
export function policiesPlaceOf(hash: string): PoliciesPlace | null {
  const match = ADDRESS.exec(hash);
  if (match === null) return null;
  const isPolicies = match[1] === 'policies';
  if (match[2] === undefined) return { kind: isPolicies ? 'policies' : 'replays' };
  const [first = '', second, ...rest] = match[2].split('/');
  const nowhere = { kind: 'nowhere', address: hash } as const;
  if (first === '' || second === '' || rest.length > 0) return nowhere;
  if (second !== undefined) return isPolicies ? { kind: 'pair', a: first, b: second } : nowhere;
  return { kind: isPolicies ? 'policy' : 'replay', id: first };
}

export function policiesHash(place: PoliciesPlace): string {
  switch (place.kind) {
    case 'policies':
    case 'replays':
      return `#${place.kind}`;
    case 'policy':
      return `#policies/${place.id}`;
    case 'pair':
      return `#policies/${place.a}/${place.b}`;
    case 'replay':
      return `#replays/${place.id}`;
    case 'nowhere':
      return place.address;
  }
}
