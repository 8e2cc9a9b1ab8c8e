import { describe, expect, test } from 'vitest';
import {
  blockRows,
  expectationRows,
  goldenRows,
  goldenSentence,
  lawRows,
  leadSentence,
  modelCheckReport as report,
  ruleRows,
  scenarioInWords,
  type ModelCheckReport,
  type ReasonId,
} from '../../src/app/method/modelCheck';
import { documentMessages } from '../../src/messages/documentMessages';

const words = documentMessages.modelCheck;

describe('the model check on the method page', () => {
  test('has a row for everything in the report, each with its sentence', () => {
    const { blocks, invariants, laws, expectations } = report;
    expect(blockRows(report).map(({ kind }) => kind)).toEqual(blocks.map(({ kind }) => words.kinds[kind]));
    expect(ruleRows(report).map(({ says }) => says)).toEqual(invariants.map(({ rule }) => words.rules[rule]));
    expect(lawRows(report).map(({ says }) => says)).toEqual(laws.map(({ law }) => words.laws[law]));
    expect(expectationRows(report).map(({ says }) => says)).toEqual(
      expectations.map(({ expectation }) => words.expectations[expectation]),
    );
    expect(lawRows(report).map(({ why }) => why)).toEqual(
      laws.map(({ why }) => (why === null ? null : words.reasons[why])),
    );
  });

  test('holds ids and numbers alone: no text of the report is a sentence', () => {
    const texts: string[] = [];
    JSON.stringify(report, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /\s/.test(text) && text !== report.seed)).toEqual([]);
  });

  test('an id without a sentence is caught', () => {
    const [law] = report.laws;
    const planted = (why: string): ModelCheckReport => ({
      ...report,
      laws: [{ ...law!, why: why as ReasonId }],
    });
    expect(() => lawRows(planted('no-such-reason'))).toThrow('no sentence for no-such-reason');
    expect(() => lawRows(planted('constructor'))).toThrow('no sentence for constructor');
    expect(lawRows(planted('held-longer'))[0]!.why).toBe(words.reasons['held-longer']);
  });
});

describe('the lead sentence', () => {
  const failure = { scenario: { preset: 'baseline', change: null }, run: 1, found: 'a thing' };
  const withBroken = (count: number): ModelCheckReport => ({
    ...report,
    invariants: report.invariants.map((each, i) => ({
      ...each,
      broken: i < count ? [failure, failure] : [],
    })),
  });
  test.each([
    [0, 'no rule was broken.'],
    [1, '1 rule was broken.'],
    [3, '3 rules were broken.'],
  ])('with %i rules broken', (count, end) => {
    expect(leadSentence(withBroken(count))).toBe(
      `704 scenarios at the ends of every input, 200 futures each: ${end}`,
    );
  });

  test('of one scenario and one future', () => {
    const one = { ...withBroken(0), runs: 1, blocks: [{ ...report.blocks[0]!, scenarios: 1 }] };
    expect(leadSentence(one)).toBe(
      '1 scenario at the ends of every input, 1 future each: no rule was broken.',
    );
  });
});

test.each([
  [null, 'Baseline'],
  [{ parameter: 'policy', value: 1 }, null],
  [{ levels: 1 }, 'Baseline with 1 level'],
  [{ levels: 6 }, 'Baseline with 6 levels'],
  [{ corner: 7 }, 'Baseline, many inputs at ends, number 7'],
])('a scenario of the check in words: %j', (change, text) => {
  const tried = { preset: 'baseline', change };
  if (text === null) expect(() => scenarioInWords(tried)).toThrow('No parameter');
  else expect(scenarioInWords(tried)).toBe(text);
});

test('a worst case names its preset, its setting and its counts', () => {
  const [early] = expectationRows(report).filter(({ says }) =>
    says.startsWith(words.expectations['early-preparation']),
  );
  const { worst } = report.expectations.find(({ expectation }) => expectation === 'early-preparation')!;
  expect(early!.worst).toContain('Replay of METR');
  expect(early!.worst).toContain('16 hours');
  expect(early!.worst).toContain(`Unsafe before: ${worst!.before} of 200; after: ${worst!.after}.`);
});

describe('the golden figures', () => {
  test('of a first version have nothing to be held against', () => {
    const first = { ...report, golden: { ...report.golden, from: null, compared: [], moved: [] } };
    expect(goldenSentence(first)).toContain('is the first version');
    expect(goldenRows(first)).toEqual([]);
  });

  test('of a later version are counted by preset, and outcomes told', () => {
    const later: ModelCheckReport = {
      ...report,
      golden: {
        from: '0.9.0',
        to: '1.0.0',
        compared: ['baseline', 'no-policy'],
        notCompared: ['weak-policy'],
        moved: [
          { preset: 'baseline', figure: 'fingerprint', before: '0', after: '1' },
          { preset: 'baseline', figure: 'outcomes.unsecured.count', before: 5, after: 7 },
        ],
      },
    };
    expect(goldenSentence(later)).toBe(
      'From model 0.9.0 to 1.0.0, 2 figures moved in the 2 presets that both simulated. 1 preset is new or changed, and not compared.',
    );
    expect(goldenRows(later)).toEqual([
      { preset: 'Baseline', moved: 2, outcomes: ['Unsecured model: 5 → 7'] },
    ]);
    const same = { ...later, golden: { ...later.golden, notCompared: [], moved: [] } };
    expect(goldenSentence(same)).toBe(
      'From model 0.9.0 to 1.0.0, no figure moved in the 2 presets that both simulated.',
    );
  });
});
