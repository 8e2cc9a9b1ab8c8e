import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunTrace } from '../../src/engine/simulateRun';
import { simulateRun } from '../support/bundledEngine';
import { eventfulScenario } from '../support/eventfulScenario';
import { laws, looks, unprotected, withoutFeedback, type Look } from '../support/monotoneLaws';

describe('on the same luck, without feedback', () => {
  test.each(laws.map((law) => [law.name, law] as const))(
    '%s',
    (_, { more, sooner = [], later = [], same }) => {
      const moved = new Map<Look, number>();
      const compare = (
        look: Look,
        before: RunTrace,
        after: RunTrace,
        order: (a: number, b: number) => boolean,
      ) => {
        const first = looks[look](before);
        const second = looks[look](after);
        if (!first.every((value, i) => order(value, second[i]!))) {
          expect.fail(`${look}: ${first.join(' ')} before, ${second.join(' ')} after`);
        }
        if (first.some((value, i) => value !== second[i])) moved.set(look, (moved.get(look) ?? 0) + 1);
      };
      const amounts = fc.double({ min: 0.01, max: 1, noNaN: true });
      fc.assert(
        fc.property(eventfulScenario(), amounts, fc.nat(1000), (drawn, amount, run) => {
          const scenario = unprotected(withoutFeedback(drawn));
          const before = simulateRun(scenario, 'monotone', run);
          const after = simulateRun(more(scenario, amount), 'monotone', run);
          for (const look of sooner) compare(look, before, after, (a, b) => b <= a);
          for (const look of later) compare(look, before, after, (a, b) => b >= a);
          for (const look of same) compare(look, before, after, (a, b) => b === a);
        }),
        { numRuns: 200, seed: 81 },
      );
      // Every week that may move has moved in some of the cases.
      for (const look of [...sooner, ...later]) expect(moved.get(look) ?? 0, look).toBeGreaterThan(0);
    },
  );
});
