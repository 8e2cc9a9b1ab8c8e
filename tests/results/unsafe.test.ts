import { expect, test } from 'vitest';
import { simulateRun } from '../../src/engine/simulateRun';
import { summarise } from '../../src/results/summary';
import { unsafeShare, unsafeShareOf, unsafeUse } from '../../src/results/unsafe';
import { preset, presetIds } from '../../src/scenario/presets';
import { simulated } from '../support/simulated';

const runs = 60;

test.each(presetIds)(
  'weeks of unsafe use in %s are those in which the runs are past a danger point unguarded',
  (id) => {
    const scenario = preset(id);
    const { shares, weeks } = unsafeUse(simulated(scenario, runs, undefined, 'unsafe'));
    const counts = new Array<number>(scenario.world.horizon + 1).fill(0);
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const { weeks: records, lab } = simulateRun(scenario, 'unsafe', run);
      for (const { week, capability, deployed, states } of records) {
        if (week === 0) continue;
        const isUnsafe = scenario.thresholds.some((_, k) => {
          if (states[`deployment${k + 1}`] === 'working') return false;
          const danger = lab.dangerPoint[k]!;
          const isUsed = states['internalUse'] !== 'suspended' && capability >= danger;
          const isDeployed = states['service'] === 'live' && deployed !== null && deployed >= danger;
          return isUsed || isDeployed;
        });
        if (!isUnsafe) continue;
        counts[week]!++;
        sum++;
      }
    }
    expect([...shares]).toEqual(counts.map((count) => count / runs));
    expect(weeks.mean).toBe(sum / runs);
    expect(sum).toBeGreaterThan(0);
  },
);

test.each(presetIds)('the unsafe share of %s is the same from its counts and from its summary', (id) => {
  const scenario = preset(id);
  const aggregate = simulated(scenario, runs, undefined, 'unsafe');
  expect(unsafeShareOf(aggregate)).toEqual(unsafeShare(summarise(aggregate, scenario, 'unsafe')));
});
