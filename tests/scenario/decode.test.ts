import { describe, expect, it } from 'vitest';
import type { ParameterDefinition } from '../../src/parameters/definition';
import { parameterOf, publicIds, parsePublicId } from '../../src/parameters/parameters';
import { scenarioKeys } from '../../src/parameters/publicId';
import { decodeScenario, type Issue } from '../../src/scenario/decode';
import { pathText, withValueAt, type Path } from '../../src/scenario/path';
import baselineFile from '../../scenarios/baseline.json';

type Change = readonly [Path, unknown];

/** The baseline's file with some values replaced. */
function changed(...changes: readonly Change[]): unknown {
  return changes.reduce<unknown>((file, [path, value]) => withValueAt(file, path, value), baselineFile);
}

/** The baseline's file without a key. */
function without(path: Path): unknown {
  const file = structuredClone<unknown>(baselineFile);
  const holder = path.slice(0, -1).reduce((each, key) => (each as Record<string, unknown>)[key], file);
  Reflect.deleteProperty(holder as object, path.at(-1)!);
  return file;
}

function issuesOf(input: unknown): readonly Issue[] {
  const decoded = decodeScenario(input);
  return decoded.ok ? [] : decoded.issues;
}

function paths(input: unknown): string[] {
  return issuesOf(input).map(({ path }) => path);
}

const nothing = Symbol('nothing');

/** Values that no parameter of the kind may have. */
function badValues(definition: ParameterDefinition): unknown[] {
  const common = [nothing, [], {}, Number.NaN, Infinity, -Infinity];
  switch (definition.kind) {
    case 'number': {
      const { min, max, whole, nullable, specialZero } = definition;
      const outside = [max + 0.001, max * 2 + 1, ...(specialZero ? [-0.001] : [min - 0.001])];
      const kinds = ['3', true, ...(nullable ? [] : [null]), ...(whole ? [min + 0.5] : [])];
      return [...common, ...outside, ...kinds];
    }
    case 'choice':
      return [...common, null, '', true, `${definition.default} `, definition.default.toUpperCase()];
    case 'flag':
      return [...common, null, 'true', 1];
    case 'text':
      return [...common, null, 1, '', '   ', 'x'.repeat(41), 'two\nlines', 'bell\u0007'];
    case 'history':
      return [{}, 'none', 1, [], [1], Array.from({ length: 521 }, (_, week) => point(week, 0))];
  }
}

function point(week: unknown, capability: unknown, label: unknown = 'model') {
  return { week, capability, label };
}

describe('decodeScenario', () => {
  it('gives back what a file says, without the address of its schema', () => {
    const { $schema: _, ...rest } = baselineFile;
    expect(decodeScenario(baselineFile)).toEqual({ ok: true, scenario: rest });
  });

  it('knows which keys a file may leave out, and what they then are', () => {
    const absent: Change[] = [
      [['startDate'], null],
      [['caveats'], []],
      [['provenance'], {}],
      [['world', 'history'], null],
      [['world', 'historyShape'], 'steps'],
    ];
    for (const [path, value] of absent) {
      expect(decodeScenario(without(path))).toEqual(decodeScenario(changed([path, value])));
      expect(issuesOf(without(path))).toEqual([]);
    }
  });

  it.each(publicIds(3).map((id) => [id]))('rejects bad values of %s, naming the place alone', (id) => {
    const parsed = parsePublicId(id)!;
    const path = scenarioKeys(parsed);
    const mayBeAbsent = id === 'history' || id === 'historyShape';
    for (const bad of badValues(parameterOf(id)!.definition)) {
      if (bad === nothing && mayBeAbsent) continue;
      const found = issuesOf(bad === nothing ? without(path) : changed([path, bad]));
      const places = found.map((issue) => issue.path);
      // A part that is missing or wrong may be named instead of the whole.
      const near = places.filter(
        (place) => place === pathText(path) || place.startsWith(`${pathText(path)}[`),
      );
      const parts = ['low', 'mode', 'high'].map((key) => `${pathText(path)}.${key}`);
      expect(places.length, `${id} = ${String(bad)}`).toBeGreaterThan(0);
      expect(near.length + places.filter((place) => parts.includes(place)).length).toBe(places.length);
      if (bad === nothing) expect(found).toMatchObject([{ path: pathText(path), received: 'nothing' }]);
    }
  });

  it.each<[string, unknown, Issue]>([
    [
      'a number out of range',
      changed([['policy', 'evaluation', 'interval'], 261]),
      {
        path: 'policy.evaluation.interval',
        expected: 'a whole number from 0 to 260 (weeks)',
        received: '261',
      },
    ],
    [
      'a text for a number',
      changed([['world', 'growth'], '3.75']),
      {
        path: 'world.growth',
        expected: 'a number from 0 to 15 (doublings a year), or {low, mode, high} of such numbers',
        received: '"3.75"',
      },
    ],
    [
      'not a number',
      changed([['world', 'growth'], Number.NaN]),
      {
        path: 'world.growth',
        expected: 'a number from 0 to 15 (doublings a year), or {low, mode, high} of such numbers',
        received: 'NaN',
      },
    ],
    [
      'infinity',
      changed([['thresholds', 1, 'limit'], Infinity]),
      {
        path: 'thresholds[1].limit',
        expected: 'a number from -20 to 60 (doublings), or null',
        received: 'Infinity',
      },
    ],
    [
      'a missing limit',
      without(['thresholds', 1, 'limit']),
      {
        path: 'thresholds[1].limit',
        expected: 'a number from -20 to 60 (doublings), or null',
        received: 'nothing',
      },
    ],
    [
      'a multiple between 0 and 1.1',
      changed([['policy', 'evaluation', 'computeMultiple'], 1]),
      {
        path: 'policy.evaluation.computeMultiple',
        expected: '0, or a number from 1.1 to 1000 (a factor)',
        received: '1',
      },
    ],
    [
      'a distribution without a part',
      changed([['world', 'growth'], { low: 1, high: 2 }]),
      {
        path: 'world.growth.mode',
        expected: 'a number from 0 to 15 (doublings a year)',
        received: 'nothing',
      },
    ],
    [
      'a distribution with a part out of range',
      changed([['world', 'growth'], { low: 1, mode: 2, high: 16 }]),
      { path: 'world.growth.high', expected: 'a number from 0 to 15 (doublings a year)', received: '16' },
    ],
    [
      'a distribution out of order',
      changed([['world', 'growth'], { low: 3, mode: 2, high: 4 }]),
      { path: 'world.growth', expected: 'low ≤ mode ≤ high', received: '3/2/4' },
    ],
    [
      'a distribution where none may stand',
      changed([['policy', 'evaluation', 'noise'], { low: 0, mode: 0.3, high: 1 }]),
      {
        path: 'policy.evaluation.noise',
        expected: 'a number from 0 to 5 (doublings)',
        received: 'an object',
      },
    ],
    [
      'an unknown key among a few',
      changed([['thresholds', 0, 'gates', 'sale'], true]),
      {
        path: 'thresholds[0].gates.sale',
        expected: 'a known key (nearest: training, internalUse, release)',
        received: 'the unknown key "sale"',
      },
    ],
    [
      'an unknown key among many',
      changed([['world', 'growht'], 3]),
      {
        path: 'world.growht',
        expected: 'a known key (nearest: growth)',
        received: 'the unknown key "growht"',
      },
    ],
    [
      'an unknown key at the top',
      changed([['weeks'], 3]),
      { path: 'weeks', expected: 'no key of this name here', received: 'the unknown key "weeks"' },
    ],
    [
      'an id that is not in kebab case',
      changed([['id'], 'My scenario']),
      {
        path: 'id',
        expected: 'lower-case letters and digits with single hyphens between, at most 64 characters',
        received: '"My scenario"',
      },
    ],
    [
      'a day that no calendar has',
      changed([['startDate'], '2023-02-29']),
      {
        path: 'startDate',
        expected: 'a calendar date such as 2023-03-14, or null',
        received: '"2023-02-29"',
      },
    ],
    [
      'a scale of another kind',
      changed([['scale'], 'iq']),
      { path: 'scale', expected: 'one of effective-compute, task-horizon', received: '"iq"' },
    ],
    [
      'a list for an object',
      changed([['policy', 'limits'], []]),
      {
        path: 'policy.limits',
        expected: 'an object with the keys safetyBuffer, atAlert',
        received: 'a list of 0',
      },
    ],
    [
      'no levels',
      changed([['thresholds'], []]),
      { path: 'thresholds', expected: 'a list of 1 to 6 levels', received: 'a list of 0' },
    ],
    [
      'an unknown lead time of a level protected at the start',
      changed(
        [['thresholds', 0, 'protectedAtStart'], true],
        [['thresholds', 0, 'leadTime', 'deployment'], null],
      ),
      {
        path: 'thresholds[0].leadTime.deployment',
        expected: 'weeks, because this level is protected at the start',
        received: 'null',
      },
    ],
    [
      'a name given twice',
      changed([['thresholds', 2, 'name'], 'CBRN-3']),
      {
        path: 'thresholds[2].name',
        expected: 'a name of its own, other than that of thresholds[0]',
        received: '"CBRN-3"',
      },
    ],
    [
      'provenance of a parameter that does not exist',
      changed([['provenance'], { 'evaluation.intervall': { basis: 'stated' } }]),
      {
        path: 'provenance["evaluation.intervall"]',
        expected: 'the id of a parameter (nearest: evaluation.interval)',
        received: '"evaluation.intervall"',
      },
    ],
    [
      'provenance of a level that the scenario lacks',
      changed([['provenance'], { 't4.limit': { basis: 'stated' } }]),
      {
        path: 'provenance["t4.limit"]',
        expected: 'one of the levels t1 to t3',
        received: '"t4.limit"',
      },
    ],
    [
      'provenance from an unknown source',
      changed([['provenance'], { growth: { basis: 'stated', source: 'anthropic-rsp-v9' } }]),
      {
        path: 'provenance.growth.source',
        expected: 'the id of a source (nearest: anthropic-rsp-v1, anthropic-rsp-v2-2, anthropic-rsp-v3-3)',
        received: '"anthropic-rsp-v9"',
      },
    ],
    [
      'provenance as a list',
      changed([['provenance'], []]),
      {
        path: 'provenance',
        expected: 'an object from parameter ids to {basis, source, place, note, quote, notModelled}',
        received: 'a list of 0',
      },
    ],
    [
      'a schema version from the future',
      changed([['schemaVersion'], 2], [['world'], 'of tomorrow']),
      { path: 'schemaVersion', expected: 'a schema version from 1 to 1', received: '2' },
    ],
    [
      'a missing schema version',
      without(['schemaVersion']),
      { path: 'schemaVersion', expected: 'a schema version from 1 to 1', received: 'nothing' },
    ],
    [
      'a schema version that is a text',
      changed([['schemaVersion'], '1']),
      { path: 'schemaVersion', expected: 'a schema version from 1 to 1', received: '"1"' },
    ],
    [
      'a quotation of more than 25 words',
      changed([['provenance'], { growth: { basis: 'stated', quote: 'word '.repeat(26).trim() } }]),
      {
        path: 'provenance.growth.quote',
        expected: 'a quotation of 1 to 25 words on one line',
        received: `"${'word '.repeat(12).trim()} …"`,
      },
    ],
    [
      'a document of a month that is none',
      changed([['document'], { lab: 'A lab', version: '1', date: '2025-13', previous: null }]),
      {
        path: 'document.date',
        expected: 'a date such as 2023, 2023-03 or 2023-03-14',
        received: '"2025-13"',
      },
    ],
    [
      'a caveat that is not a text',
      changed([['caveats'], ['fine', 7]]),
      { path: 'caveats[1]', expected: 'a text of 1 to 1000 characters on one line', received: '7' },
    ],
  ])('%s', (_, input, issue) => {
    expect(issuesOf(input)).toEqual([issue]);
  });

  it.each<[string, unknown[], readonly [string, string][]]>([
    ['starts late', [point(1, 0)], [['[0].week', '0, the week in which a record starts']]],
    ['repeats a week', [point(0, 0), point(0, 1)], [['[1].week', 'a week after 0, the one before it']]],
    [
      'goes back',
      [point(0, 0), point(9, 1), point(8, 2)],
      [['[2].week', 'a week after 9, the one before it']],
    ],
    ['falls', [point(0, 1), point(4, 0.5)], [['[1].capability', 'at least 1, the capability before it']]],
    [
      'does both at once, next to a point of another shape',
      [point(0, 1), 'gpt', point(5, 2), point(5, 1)],
      [
        ['[1]', 'an object with the keys week, capability, label'],
        ['[3].week', 'a week after 5, the one before it'],
        ['[3].capability', 'at least 2, the capability before it'],
      ],
    ],
    [
      'has parts of the wrong kind',
      [point(0, '1', ''), point(0.5, 2)],
      [
        ['[0].capability', 'a number from -20 to 60 (doublings)'],
        ['[0].label', 'a text of 1 to 40 characters on one line'],
        ['[1].week', 'a whole number from 0 to 520 (weeks)'],
      ],
    ],
  ])('rejects a record that %s', (_, history, expected) => {
    const found = issuesOf(changed([['world', 'history'], history]));
    for (const [place, expectation] of expected) {
      expect(found).toContainEqual(
        expect.objectContaining({ path: `world.history${place}`, expected: expectation }),
      );
    }
    expect(found).toHaveLength(expected.length);
  });

  it('finds every issue at once, of every kind', () => {
    const input = changed(
      [['title'], ''],
      [['colour'], 'red'],
      [['size'], 'big'],
      [['world', 'growth'], { low: 5, mode: 2, high: 4 }],
      [['world', 'horizon'], 1],
      [
        ['world', 'history'],
        [point(0, 3), point(3, 2)],
      ],
      [['thresholds', 1, 'name'], 'CBRN-3'],
      [['thresholds', 1, 'gates', 'training'], 'yes'],
      [['thresholds', 2, 'extra'], {}],
      [['policy', 'response', 'training'], 'stop'],
      [['policy', 'accountability', 'budget'], 1],
      [['report'], null],
      [['provenance'], { nonsense: { basis: 'heard', from: 'a friend' } }],
    );
    expect(paths(input).sort()).toEqual(
      [
        'title',
        'colour',
        'size',
        'world.growth',
        'world.horizon',
        'world.history[1].capability',
        'thresholds[1].name',
        'thresholds[1].gates.training',
        'thresholds[2].extra',
        'policy.response.training',
        'policy.accountability.budget',
        'report',
        'provenance.nonsense',
        'provenance.nonsense.basis',
        'provenance.nonsense.from',
      ].sort(),
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'prototype'])(
    'takes %s for an unknown key anywhere',
    (key) => {
      const text = JSON.stringify(baselineFile);
      const planted = (at: string) =>
        JSON.parse(text.replace(at, `${at}"${key}":{"basis":"stated"},`)) as unknown;
      expect(paths(planted('"world":{'))).toEqual([pathText(['world', key])]);
      expect(paths(planted('"gates":{'))).toEqual([pathText(['thresholds', 0, 'gates', key])]);
      const provenance = JSON.parse(
        text.replace('"provenance":{}', `"provenance":{"${key}":{"basis":"stated"}}`),
      ) as unknown;
      expect(paths(provenance)).toEqual([pathText(['provenance', key])]);
    },
  );

  it.each([[undefined], [null], [1], ['{}'], [[]], [true], [() => 1]])('rejects %j as a whole', (input) => {
    const found = issuesOf(input);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ path: '' });
    expect(found[0]!.expected).toMatch(/^an object with the keys/);
  });

  it('changes nothing in its input', () => {
    const input = structuredClone<unknown>(baselineFile);
    decodeScenario(input);
    expect(input).toEqual(baselineFile);
  });
});
