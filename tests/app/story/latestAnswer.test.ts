import { expect, test } from 'vitest';
import { LatestAnswer, type Progress } from '../../../src/app/story/latestAnswer.svelte';

interface Asked {
  readonly question: string;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** Questions are worked out by hand; they are the same whatever the case of their letters. */
function byHand(): { readonly latest: LatestAnswer<string, string>; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const latest = new LatestAnswer<string, string>(
    (question, signal, report) =>
      new Promise((resolve, reject) => asked.push({ question, signal, report, resolve, reject })),
    (one, other) => one.toLowerCase() === other.toLowerCase(),
  );
  return { latest, asked };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('the answer to the latest question counts; what was under way is aborted, and what comes of it is nothing', async () => {
  const { latest, asked } = byHand();
  latest.ask('a');
  latest.ask('b');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[0]!.report({ like: 9, done: 1 });
  asked[0]!.resolve('late');
  await soon();
  expect([latest.answer, latest.progress]).toEqual([null, { like: null, done: 0 }]);
  asked[1]!.report({ like: 5, done: 0.5 });
  expect(latest.progress).toEqual({ like: 5, done: 0.5 });
  asked[1]!.resolve('B');
  await soon();
  expect([latest.answer, latest.progress, latest.failure]).toEqual(['B', null, null]);
});

test('the same question is not begun again; none at all drops question and answer', async () => {
  const { latest, asked } = byHand();
  latest.ask('a');
  latest.ask('A');
  asked[0]!.resolve('answer');
  await soon();
  latest.ask('a');
  expect(asked).toHaveLength(1);
  expect(latest.answer).toBe('answer');
  latest.ask(null);
  expect(latest.answer).toBeNull();
  latest.ask('a');
  expect(asked).toHaveLength(2);
  latest.ask(null);
  expect(asked[1]!.signal.aborted).toBe(true);
  expect(latest.progress).toBeNull();
});

test('a failure is told until another question is asked; that of a dropped question is not', async () => {
  const { latest, asked } = byHand();
  latest.ask('a');
  asked[0]!.reject(new Error('out of memory'));
  await soon();
  expect([latest.failure, latest.progress, latest.answer]).toEqual(['out of memory', null, null]);
  latest.ask('b');
  expect(latest.failure).toBeNull();
  latest.ask('c');
  asked[1]!.reject(new Error('too late'));
  await soon();
  expect(latest.failure).toBeNull();
});
