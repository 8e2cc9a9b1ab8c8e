import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from '../../src/numbers/utf8';

it('gives the bytes of TextEncoder for any sequence of UTF-16 units, lone surrogates included', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0x7ff }),
    fc.integer({ min: 0xd800, max: 0xdfff }),
    fc.integer({ min: 0, max: 0xffff }),
  );
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = String.fromCharCode(...units);
      expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

it.each([
  ['', []],
  ['1', [0x31]],
  ['Ł', [0xc5, 0x81]],
  ['€', [0xe2, 0x82, 0xac]],
  ['😀', [0xf0, 0x9f, 0x98, 0x80]],
  ['\ud800', [0xef, 0xbf, 0xbd]],
])('%j', (text, bytes) => {
  expect(utf8Bytes(text)).toEqual(bytes);
});
