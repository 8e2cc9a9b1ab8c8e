import { describe, expect, test } from 'vitest';
import type { Lab } from '../../src/model/lab';
import { parameterOf, publicIds } from '../../src/parameters/parameters';
import { preset, presetIds } from '../../src/scenario/presets';
import file from '../golden/model-check.json';
import golden from '../golden/results.json';
import type { GoldenResults } from '../golden/goldenResults';
import { EnsembleSimulator, simulateRun } from '../support/bundledEngine';
import { laws } from '../support/monotoneLaws';
import { brokenBy, Recount, ruleTexts, type Counted } from './ensembleInvariants';
import { expectations } from './expectations';
import { goldenChange } from './goldenChange';
import { basePresets, singleExtremes } from './inputs';
import {
  blocksOfInputs,
  checkBlock,
  checkedGolden,
  checkedLaws,
  problemsOf,
  type ModelCheck,
} from './report';
import { runRules } from './runInvariants';

const report = file as unknown as ModelCheck;

describe('the report of the model check', () => {
  test('is about this model and these scenarios', () => {
    const { blocks, invariants, laws: tried, expectations: held } = report;
    const names = blocksOfInputs().map(({ inputs, ...block }) => ({ ...block, scenarios: inputs.length }));
    expect(blocks.map(({ fingerprint: _, ...block }) => block)).toEqual(names);
    expect(report.golden).toEqual(checkedGolden());
    expect(Object.fromEntries(invariants.map(({ rule, says }) => [rule, says]))).toEqual(ruleTexts);
    expect(tried.map(({ law }) => law)).toEqual(laws.map(({ name }) => name));
    expect(held.map(({ expectation, says }) => [expectation, says])).toEqual(
      expectations.map(({ id, says }) => [id, says]),
    );
  });

  // Where these fail alone, the model has changed: npm run check:model. The whole is checked with --check and by the long tests.
  test.each(blocksOfInputs().filter(({ kind }) => kind.startsWith('many')))(
    'is fresh: $preset, $kind',
    (block) => {
      const { block: now, broken } = checkBlock(block);
      expect(report.blocks).toContainEqual(now);
      expect(broken).toEqual([]);
    },
  );

  test('is fresh: laws', () => {
    const names = [laws[2]!.name, laws[9]!.name];
    expect(report.laws.filter(({ law }) => names.includes(law))).toEqual(checkedLaws(names));
  });

  test('leaves nothing unexplained, and explains nothing that holds', () => {
    expect(problemsOf(report)).toEqual([]);
    for (const { asTheLabResponds, why } of report.laws)
      expect(why === null).toBe(asTheLabResponds.against === 0);
    for (const { more, why } of report.expectations) expect(why === null).toBe(more === 0);
  });

  test('tried what it says: each law moved something, each expectation too', () => {
    for (const { law, withoutFeedback, asTheLabResponds } of report.laws) {
      expect(Math.min(withoutFeedback.moved, asTheLabResponds.moved), law).toBeGreaterThan(20);
    }
    for (const { expectation, scenarios, fewer, equal, more } of report.expectations) {
      expect(fewer + equal + more).toBe(scenarios);
      expect(fewer, expectation).toBeGreaterThan(20);
    }
  });

  test('names everything that needs a person', () => {
    const [rule] = report.invariants;
    const [law] = report.laws;
    const [expectation] = report.expectations;
    const planted: ModelCheck = {
      ...report,
      invariants: [{ ...rule!, broken: [{ scenario: 'baseline growth=15', run: 3, found: 'a thing' }] }],
      laws: [
        { ...law!, withoutFeedback: { ...law!.withoutFeedback, against: 1, first: 'here' } },
        { ...law!, why: null },
      ],
      expectations: [{ ...expectation!, worst: { scenario: 'there', before: 1, after: 2 }, why: null }],
    };
    expect(problemsOf(planted)).toEqual([
      `${rule!.rule}: baseline growth=15, run 3: a thing`,
      `${law!.law}, without feedback: here`,
      `${law!.law}: ${law!.asTheLabResponds.first!}`,
      `${expectation!.says} there: 1 before, 2 after`,
    ]);
  });
});

test.each(basePresets)('every number of %s is tried at both ends of its range', (id) => {
  const names = new Set(singleExtremes().map(({ name }) => name));
  for (const parameter of publicIds(preset(id).thresholds.length)) {
    const definition = parameterOf(parameter)!.definition;
    if (definition.kind !== 'number') continue;
    const tried = [definition.min, definition.max].filter((end) => names.has(`${id} ${parameter}=${end}`));
    // One end may be what the preset has.
    expect(tried.length, parameter).toBeGreaterThanOrEqual(1);
  }
});

describe('a broken run is seen by the rule that', () => {
  const tampered: Readonly<Record<keyof typeof runRules, readonly ((lab: Lab) => void)[]>> = {
    'weeks-within-horizon': [
      (lab) => (lab.pausedWeeks = lab.setup.horizon + 1),
      (lab) => (lab.crossedWeek[0] = lab.setup.horizon + 1),
      (lab) => (lab.unsecuredWeeks = 0.5),
    ],
    'numbers-are-numbers': [(lab) => (lab.trueCapability = NaN), (lab) => (lab.rivalCapability = Infinity)],
    'weeks-add-up': [
      (lab) => (lab.needlessPauseWeeks = lab.pausedWeeks + 1),
      (lab) => (lab.firstPauseWeek = 0),
      (lab) => (lab.unprotectedUnsecuredWeeks = lab.unsecuredWeeks + 1),
      (lab) => lab.anyUnsafeWeeks--,
    ],
    'capability-holds-together': [
      (lab) => (lab.trueCapability = lab.unconstrainedCapability + 1),
      (lab) => (lab.crossedWeek[0] = 0),
    ],
    'warnings-hold-together': [
      (lab) => (lab.reachedWeek[0] = lab.alertWeek[0]! - 1),
      (lab) => (lab.missedWarning[0] = 1 - lab.missedWarning[0]!),
    ],
    'settings-are-obeyed': [(lab) => (lab.vetoed = 1), (lab) => (lab.auditFindings = 1)],
    'outcome-follows': [(lab) => (lab.pauses = 0)],
  };
  const run = Array.from({ length: 200 }, (_, each) => each).find((each) => {
    const { lab } = simulateRun(preset('baseline'), 'tampered', each);
    const alerted = lab.alertWeek[0]! > 1 && lab.reachedWeek[0]! > 0;
    return alerted && lab.crossedWeek[0]! > 0 && lab.pauses > 0 && lab.anyUnsafeWeeks === 0;
  })!;
  test.each(Object.entries(runRules))('%s', (rule, { broken }) => {
    expect(broken(simulateRun(preset('baseline'), 'tampered', run).lab)).toBeNull();
    for (const tamper of tampered[rule]!) {
      const { lab } = simulateRun(preset('baseline'), 'tampered', run);
      tamper(lab);
      expect(broken(lab), String(tamper)).not.toBeNull();
    }
  });
});

describe('a broken count is seen by the rule that', () => {
  function counted(): Counted {
    const scenario = preset('baseline');
    const simulator = new EnsembleSimulator(scenario, 'tampered');
    const recount = new Recount(scenario.thresholds.length);
    const [aggregate, merged] = [simulator.newAggregate(), simulator.newAggregate()];
    simulator.simulate({ from: 0, to: 100 }, aggregate, (_, lab) => recount.add(lab));
    simulator.simulate({ from: 0, to: 100 }, merged);
    return { aggregate, merged, recount, scenario, seed: 'tampered' };
  }
  const tampered: readonly [rule: string, (counted: Counted) => void][] = [
    ['outcomes-sum', ({ aggregate }) => aggregate.outcomes[0]!++],
    ['counts-within-runs', ({ aggregate }) => aggregate.flags.recalled++],
    ['counts-within-runs', ({ aggregate }) => aggregate.thresholds[2]!.flags.falseAlarm++],
    ['states-sum', ({ aggregate }) => aggregate.occupancy[300]!++],
    ['states-sum', ({ aggregate }) => aggregate.measures.pausedWeeks.sum++],
    ['bands-sum', ({ aggregate }) => aggregate.capability.counts[5000]!++],
    ['quantiles-ordered', ({ aggregate }) => (aggregate.measures.releases.sum = 1e9)],
    ['chunks-agree', ({ merged }) => (merged.fingerprint = { high: 0, low: 1 })],
  ];
  test.each(tampered)('%s', (rule, tamper) => {
    const clean = counted();
    expect(Object.values(brokenBy(clean))).toEqual(Object.values(brokenBy(clean)).map(() => null));
    tamper(clean);
    expect(Object.entries(brokenBy(clean)).find(([id]) => id === rule)?.[1]).toBeTruthy();
  });
});

describe('the change of golden figures', () => {
  const now = golden as unknown as GoldenResults;

  test('is none in the first version of a model', () => {
    expect(goldenChange(null, now)).toMatchObject({
      from: null,
      compared: [],
      notCompared: presetIds,
      moved: [],
    });
  });

  test('names every figure that moved, in scenarios that are the same', () => {
    const { baseline } = now;
    const before = {
      ...now,
      baseline: {
        ...baseline,
        modelVersion: '0.9.0',
        fingerprint: '0',
        measures: { ...baseline.measures, releases: { ...baseline.measures.releases, mean: -1 } },
      },
      'no-policy': { ...now['no-policy'], scenario: { ...now['no-policy'].scenario, hash: 'other' } },
    };
    const older = Object.fromEntries(
      Object.entries(before).map(([id, result]) => [id, { ...result, modelVersion: '0.9.0' }]),
    );
    const change = goldenChange(older, now);
    expect(change).toMatchObject({ from: '0.9.0', to: baseline.modelVersion, notCompared: ['no-policy'] });
    expect(change.compared).toEqual(presetIds.filter((id) => id !== 'no-policy'));
    expect(change.moved).toEqual([
      { preset: 'baseline', figure: 'fingerprint', before: '0', after: baseline.fingerprint },
      {
        preset: 'baseline',
        figure: 'measures.releases.mean',
        before: -1,
        after: baseline.measures.releases.mean,
      },
    ]);
    expect(() => goldenChange(before, now)).toThrow('several');
  });
});
