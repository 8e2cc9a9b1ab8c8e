import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Draft } from '../../src/app/settings/draft.svelte';

let value: number | null;
let taken: number[];
let draft: Draft<number>;

beforeEach(() => {
  vi.useFakeTimers();
  value = 6;
  taken = [];
  draft = new Draft<number>({
    value: () => value,
    read: (text) => (/^\d+$/.test(text) ? { value: Number(text) } : { expected: 'Enter digits.' }),
    take: (some) => {
      if (some > 50) return 'Too high.';
      taken.push((value = some));
      return null;
    },
  });
});
afterEach(() => vi.useRealTimers());

function type(...texts: string[]): void {
  for (const text of texts) {
    vi.advanceTimersByTime(400);
    draft.type(text);
  }
}

test('beginnings do not count; a pause, or leaving, does', () => {
  type('2', '26');
  expect([draft.text, taken]).toEqual(['26', []]);
  vi.advanceTimersByTime(500);
  expect([draft.text, taken]).toEqual(['26', [26]]);
  type('3', '30');
  draft.finish();
  expect([draft.text, taken]).toEqual([null, [26, 30]]);
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual([26, 30]);
});

test('the value that stands is not set again', () => {
  type('', '6');
  draft.finish();
  expect([draft.text, taken]).toEqual([null, []]);
});

test('Escape brings back what was before typing, also after a pause', () => {
  type('2');
  expect([draft.cancel(), draft.text, taken]).toEqual([true, null, []]);
  type('2');
  vi.advanceTimersByTime(500);
  type('26');
  vi.advanceTimersByTime(500);
  type('261');
  expect(taken).toEqual([2, 26]);
  expect([draft.cancel(), value]).toEqual([true, 6]);
  expect(draft.cancel()).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(value).toBe(6);
});

test.each([
  ['a', 'Enter digits.'],
  ['99', 'Too high.'],
])('what cannot be (%s) is said once it is meant, and until it is mended', (text, issue) => {
  type(text);
  expect(draft.issue).toBeNull();
  vi.advanceTimersByTime(500);
  expect(draft.issue).toBe(issue);
  draft.type(`${text}1`);
  expect(draft.issue).toBe(issue);
  draft.finish();
  expect([draft.text, draft.issue, taken]).toEqual([`${text}1`, issue, []]);
  type('7');
  vi.advanceTimersByTime(500);
  expect([draft.issue, value]).toEqual([null, 7]);
});

test('a value set elsewhere takes the place of what is typed, and of what is wrong with it', () => {
  type('a');
  draft.finish();
  value = 8;
  expect([draft.text, draft.issue, draft.cancel(), value]).toEqual([null, null, false, 8]);
  type('a');
  expect(draft.issue).toBeNull();
});

test('a box that goes takes what is typed along', () => {
  type('7');
  draft.leave();
  vi.advanceTimersByTime(1000);
  expect([draft.text, taken]).toEqual([null, []]);
});
