import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLink } from '../../src/scenario/link';
import { arbitraryLinkContent } from '../support/arbitraryLink';
import { brokenPromise } from '../support/linkLaws';

test('10,000 contents survive their link exactly, or are truly told why they have none', () => {
  let carried = 0;
  const numRuns = 10_000;
  fc.assert(
    fc.property(arbitraryLinkContent, (content) => {
      expect(brokenPromise(content)).toBeNull();
      if (encodeLink(content).ok) carried++;
    }),
    { numRuns },
  );
  expect(carried / numRuns).toBeGreaterThan(0.7);
});
