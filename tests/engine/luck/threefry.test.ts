import { expect, it } from 'vitest';
import { threefry2x32 } from '../../../src/engine/luck/threefry';

// Known answers for threefry2x32-20 from the Random123 library (tests/kat_vectors).
it.each([
  { key: [0, 0], counter: [0, 0], result: [0x6b200159, 0x99ba4efe] },
  {
    key: [0xffffffff, 0xffffffff],
    counter: [0xffffffff, 0xffffffff],
    result: [0x1cb996fc, 0xbb002be7],
  },
  {
    key: [0x13198a2e, 0x03707344],
    counter: [0x243f6a88, 0x85a308d3],
    result: [0xc4923a9c, 0x483df7a0],
  },
])('Threefry-2x32-20 of counter $counter under key $key', ({ key, counter, result }) => {
  const out = new Int32Array(4);
  threefry2x32(key[0]!, key[1]!, counter[0]!, counter[1]!, out, 1);
  expect([...out].map((word) => word >>> 0)).toEqual([0, ...result, 0]);
  // Words as int32 mean the same.
  threefry2x32(key[0]! | 0, key[1]! | 0, counter[0]! | 0, counter[1]! | 0, out, 1);
  expect([...out].map((word) => word >>> 0)).toEqual([0, ...result, 0]);
});
