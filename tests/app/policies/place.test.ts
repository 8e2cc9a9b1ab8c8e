import { expect, test } from 'vitest';
import { policiesHash, policiesPlaceOf, type PoliciesPlace } from '../../../src/app/policies/place';

const places: readonly [string, PoliciesPlace][] = [
  ['#policies', { kind: 'policies' }],
  ['#policies/anthropic-rsp-v1', { kind: 'policy', id: 'anthropic-rsp-v1' }],
  ['#policies/gdm-fsf-v1/gdm-fsf-v3-1', { kind: 'pair', a: 'gdm-fsf-v1', b: 'gdm-fsf-v3-1' }],
  ['#replays', { kind: 'replays' }],
  ['#replays/asl3-activation', { kind: 'replay', id: 'asl3-activation' }],
  ['#policies/no-such-thing', { kind: 'policy', id: 'no-such-thing' }],
];

test.each(places)('%s leads to its place and back', (hash, place) => {
  expect(policiesPlaceOf(hash)).toEqual(place);
  expect(policiesHash(place)).toBe(hash);
});

test.each(['#policies/', '#policies/a/', '#policies//b', '#policies/a/b/c', '#replays/', '#replays/a/b'])(
  '%s leads nowhere, and says what was asked for',
  (hash) => {
    const place = policiesPlaceOf(hash);
    expect(place).toEqual({ kind: 'nowhere', address: hash });
    expect(policiesHash(place!)).toBe(hash);
  },
);

test.each(['', '#', '#method', '#policiesx', '#replay', '#v1/baseline?seed=1', 'policies', '#x/policies'])(
  '“%s” is no address of these pages',
  (hash) => {
    expect(policiesPlaceOf(hash)).toBeNull();
  },
);
