import { describe, expect, test } from 'vitest';
import {
  modelCheckReport as report,
  type LawId,
  type ModelCheckReport,
} from '../../src/app/method/modelCheck';
import { documentMessages } from '../../src/messages/documentMessages';
import type { Lab } from '../../src/model/lab';
import { parameterOf, publicIds } from '../../src/parameters/parameters';
import { preset, presetIds } from '../../src/scenario/presets';
import golden from '../golden/results.json';
import type { GoldenResults } from '../golden/goldenResults';
import { EnsembleSimulator, simulateRun } from '../support/bundledEngine';
import { laws } from '../support/monotoneLaws';
import { brokenBy, Recount, type Counted } from './ensembleInvariants';
import { expectations } from './expectations';
import { goldenChange } from './goldenChange';
import { basePresets, nameOf, singleExtremes } from './inputs';
import { blocksOfInputs, checkBlock, checkedGolden, checkedLaws, problemsOf } from './report';
import { runRules } from './runInvariants';

const words = documentMessages.modelCheck;

describe('the report of the model check', () => {
  test('is about this model and these scenarios', () => {
    const names = blocksOfInputs().map(({ inputs, ...block }) => ({ ...block, scenarios: inputs.length }));
    expect(report.blocks.map(({ fingerprint: _, ...block }) => block)).toEqual(names);
    expect(report.golden).toEqual(checkedGolden());
    expect(report.invariants.map(({ rule }) => rule)).toEqual(Object.keys(words.rules));
    expect(report.laws.map(({ law }) => law)).toEqual(laws.map(({ id }) => id));
    expect(report.expectations.map(({ expectation }) => expectation)).toEqual(Object.keys(expectations));
  });

  // Where these fail alone, the model has changed: npm run check:model. The whole is checked with --check and by the long tests.
  test.each(blocksOfInputs().filter(({ kind }) => kind === 'many-ends'))(
    'is fresh: $preset, $kind',
    (block) => {
      const { block: now, broken } = checkBlock(block);
      expect(report.blocks).toContainEqual(now);
      expect(broken).toEqual([]);
    },
  );

  test('is fresh: laws', () => {
    const ids: readonly LawId[] = ['wider-buffer', 'further-danger'];
    expect(report.laws.filter(({ law }) => ids.includes(law))).toEqual(checkedLaws(ids));
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
    const scenario = { preset: 'baseline', change: { parameter: 'growth', value: 15 } };
    const first = { scenario, run: 3, look: 'alert' };
    const planted: ModelCheckReport = {
      ...report,
      invariants: [{ ...rule!, broken: [{ scenario, run: 3, found: 'a thing' }] }],
      laws: [
        { ...law!, withoutFeedback: { ...law!.withoutFeedback, against: 1, first } },
        { ...law!, asTheLabResponds: { ...law!.asTheLabResponds, first }, why: null },
      ],
      expectations: [{ ...expectation!, worst: { scenario, before: 1, after: 2 }, why: null }],
    };
    expect(problemsOf(planted)).toEqual([
      `${words.rules[rule!.rule]} (${rule!.rule}) baseline growth=15, run 3: a thing`,
      `${words.laws[law!.law]} Without feedback: baseline growth=15, run 3: alert`,
      `${words.laws[law!.law]} baseline growth=15, run 3: alert`,
      `${words.expectations[expectation!.expectation]} baseline growth=15. Unsafe before: 1 of 200; after: 2.`,
    ]);
  });

  test('is caught where a law or an expectation fails and its reason is missing', () => {
    const unexplained: ModelCheckReport = {
      ...report,
      laws: report.laws.map((law) => ({ ...law, why: null })),
      expectations: report.expectations.map((each) => ({ ...each, why: null })),
    };
    const failing =
      report.laws.filter(({ asTheLabResponds }) => asTheLabResponds.against > 0).length +
      report.expectations.filter(({ more }) => more > 0).length;
    expect(failing).toBeGreaterThan(0);
    expect(problemsOf(unexplained)).toHaveLength(failing);
  });
});

test.each([
  [{ preset: 'baseline', change: null }, 'baseline'],
  [{ preset: 'baseline', change: { parameter: 't2.limit', value: null } }, 'baseline t2.limit=null'],
  [
    { preset: 'baseline', change: { parameter: 'response.training', value: 'pause' } },
    'baseline response.training=pause',
  ],
  [{ preset: 'baseline', change: { levels: 6 } }, 'baseline levels=6'],
  [{ preset: 'baseline', change: { corner: 7 } }, 'baseline corner=7'],
] as const)('%j is named %s', (tried, name) => {
  expect(nameOf(tried)).toBe(name);
});

test.each(basePresets)('every number of %s is tried at both ends of its range', (id) => {
  const names = new Set(singleExtremes().map(({ tried }) => nameOf(tried)));
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
  test.each(Object.keys(runRules) as (keyof typeof runRules)[])('%s', (rule) => {
    const broken = runRules[rule];
    expect(broken(simulateRun(preset('baseline'), 'tampered', run).lab)).toBeNull();
    for (const tamper of tampered[rule]) {
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
