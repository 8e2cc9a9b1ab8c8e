import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newHistory, redone, undone, withStep, type UndoHistory } from '../../../src/app/session/undoHistory';

test('goes back and forward through every step', () => {
  let history = newHistory(0);
  for (const [state, control] of [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ] as const) {
    history = withStep(history, state, control, 0);
  }
  const seen: number[] = [];
  for (let i = 0; i < 5; i++) seen.push((history = undone(history)).present);
  expect(seen).toEqual([2, 1, 0, 0, 0]);
  for (let i = 0; i < 5; i++) seen.push((history = redone(history)).present);
  expect(seen.slice(5)).toEqual([1, 2, 3, 3, 3]);
});

test('changes by one control in quick succession are one step', () => {
  let history = newHistory(0);
  history = withStep(history, 1, 'buffer', 1000);
  history = withStep(history, 2, 'buffer', 1900);
  history = withStep(history, 3, 'buffer', 2800);
  expect([history.present, undone(history).present]).toEqual([3, 0]);
  // A second of rest, another control, or going back ends it.
  expect(undone(withStep(history, 4, 'buffer', 3800)).present).toBe(3);
  expect(undone(withStep(history, 4, 'limit', 2900)).present).toBe(3);
  // What is a step of its own never is part of another.
  const two = withStep(withStep(history, 4, null, 2900), 5, null, 2901);
  expect([undone(two).present, undone(undone(two)).present]).toEqual([4, 3]);
  const back = undone(withStep(history, 4, 'limit', 2900));
  expect(undone(withStep(back, 5, 'limit', 2950)).present).toBe(3);
});

test('a step after going back ends what was ahead', () => {
  let history = withStep(newHistory('a'), 'b', 'x', 0);
  history = withStep(undone(history), 'c', 'y', 0);
  expect(redone(history).present).toBe('c');
  expect(undone(history).present).toBe('a');
});

test('undo of every step leads to the start, and redo to the end, whatever was done', () => {
  const move = fc.oneof(
    fc.record({
      state: fc.nat(),
      control: fc.constantFrom('a', 'b', 'c'),
      wait: fc.integer({ min: 0, max: 3000 }),
    }),
    fc.constantFrom('undo' as const, 'redo' as const),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let history: UndoHistory<number> = newHistory(-1);
      let now = 0;
      for (const each of moves) {
        if (each === 'undo') history = undone(history);
        else if (each === 'redo') history = redone(history);
        else history = withStep(history, each.state, each.control, (now += each.wait));
      }
      const end = [...history.future].at(-1) ?? history.present;
      let back = history;
      while (back.past.length > 0) back = undone(back);
      expect(back.present).toBe(-1);
      while (back.future.length > 0) back = redone(back);
      expect(back.present).toBe(end);
    }),
  );
});

test('only so many steps are kept', () => {
  let history = newHistory(0);
  for (let state = 1; state <= 300; state++) history = withStep(history, state, `${state}`, 0);
  expect(history.past.length).toBe(200);
  expect(history.past[0]).toBe(100);
});
