import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicIds } from '../../src/parameters/parameters';
import { decodeLink } from '../../src/scenario/link';
import { ownKeys } from '../../src/scenario/linkContent';
import { presetIds } from '../../src/scenario/presets';
import { linkLetters } from '../support/linkLaws';

const version = '1.0.0';
const rest = 'seed=1&run=0&on=m1.0.0-s1-01234567';

function issuesOf(text: string) {
  const decoded = decodeLink(text, version);
  return decoded.ok ? [] : decoded.issues;
}

/** Path and what was received of every issue of a link on the baseline. */
function rejected(entries: string): string[] {
  return issuesOf(`v1/baseline?${entries}&${rest}`).map(({ path, received }) => `${path}: ${received}`);
}

describe('a text that is no link', () => {
  test.each([
    ['', 'an empty text'],
    ['about', '"about"'],
    ['access_token=1', '"access_token=1"'],
    ['V1/baseline', '"V1/baseline"'],
    ['v0/baseline', '"v0/baseline"'],
  ])('is refused: %j', (text, received) => {
    expect(issuesOf(text)).toEqual([
      { path: '', expected: 'a link of this simulator, which begins with v1/', received },
    ]);
  });

  test('is refused where it is of a later version', () => {
    expect(issuesOf('v2/what=ever')).toEqual([
      { path: '', expected: 'a link of version 1', received: '"v2/what=ever"' },
    ]);
    expect(issuesOf('v99999999999999999999/')).toHaveLength(1);
  });

  test('is refused where it is too long', () => {
    expect(issuesOf(`v1/${'x'.repeat(997)}`)).toEqual([
      { path: '', expected: 'at most 999 characters', received: '1000 characters' },
    ]);
    expect(issuesOf(`v1/${'x'.repeat(996)}`)).not.toMatchObject([{ expected: 'at most 999 characters' }]);
    expect(issuesOf('x'.repeat(1e6))).toHaveLength(1);
  });
});

describe('a link is refused', () => {
  test('for all that it lacks', () => {
    expect(issuesOf('v1/baseline')).toMatchObject([
      { path: 'seed', received: 'nothing' },
      { path: 'run', received: 'nothing' },
      { path: 'on', received: 'nothing' },
    ]);
    expect(issuesOf('v1/')).toMatchObject([
      { path: 'preset', received: 'an empty text' },
      { path: 'seed' },
      { path: 'run' },
      { path: 'on' },
    ]);
  });

  test('for a preset that there is not, with the nearest', () => {
    const all = `all: ${presetIds.join(', ')}`;
    expect(issuesOf(`v1/basline?${rest}`)).toEqual([
      { path: 'preset', expected: `the id of a preset (nearest: baseline; ${all})`, received: '"basline"' },
    ]);
    expect(issuesOf(`v1/toString?${rest}`)).toMatchObject([{ path: 'preset' }]);
  });

  test.each([
    ['sede=2', 'seed'],
    ['grwth=2', 'growth'],
    ['t7.limit=2', 't1.limit, t2.limit, t3.limit'],
    ['tedl=2', 'tdel, tadd'],
    ['embd=yes', 'embed'],
  ])('for an unknown key, with the nearest: %s', (entry, nearest) => {
    const [key] = entry.split('=');
    expect(issuesOf(`v1/baseline?${entry}&${rest}`)).toEqual([
      { path: key, expected: `a key of links (nearest: ${nearest})`, received: `the unknown key "${key}"` },
    ]);
  });

  test('for an unknown key of a compared policy, and for keys that only the whole link has', () => {
    expect(
      issuesOf(`v1/baseline?p1=baseline&p1.grwth=1&p1.seed=1&p4=baseline&${rest}-01234567`),
    ).toMatchObject([
      { path: 'p1.grwth', expected: 'a key of links (nearest: p1.growth)' },
      { path: 'p1.seed' },
      { path: 'p4' },
    ]);
  });

  test.each([
    ['growth', '', '"growth"'],
    ['=3', '', '"=3"'],
    ['growth=1&&pressure=1', '', 'an empty text'],
    ['growth=1&growth=1', 'growth', 'a second value, "1"'],
    ['k=1&k=1', 'k', 'a second value, "1"'],
    ['t1.name=a%20b', 't1.name', '"%"'],
    ['t1.name=a+b+(é)', 't1.name', '"+ ( é )"'],
    ['t1.name=a=b?', 't1.name', '"= ?"'],
    ['t1.name=~2', 't1.name', '"~"'],
    ['t1.name=~c5~81', 't1.name', '"~"'],
    ['t1.name=~C5', 't1.name', '"~C5"'],
    ['t1.name=~C0~80', 't1.name', '"~C0~80"'],
    ['t1.name=~ED~A0~80', 't1.name', '"~ED~A0~80"'],
  ])('for what is not of the grammar: %s', (entries, path, received) => {
    expect(rejected(entries)).toEqual([`${path}: ${received}`]);
  });

  test.each([
    ['growth=fast', 'growth: "fast"'],
    ['growth=16', 'growth: "16"'],
    ['growth=3/2/1', 'growth: "3/2/1"'],
    ['growth=', 'growth: an empty text'],
    ['response.recall=maybe', 'response.recall: "maybe"'],
    ['limits.atAlert=run', 'limits.atAlert: "run"'],
    ['t1.name=~0A', 't1.name: "\\n"'],
    ['history=none', 'history: "none"'],
    ['t4.limit=3', 't4.limit: "t4.limit"'],
    ['tdel=3&t3.limit=3', 't3.limit: "t3.limit"'],
    ['t1.name=CBRN-4', 'thresholds[1].name: "CBRN-4"'],
    ['tadd=1.2', 'thresholds[1].name: "New level"'],
    ['t1.protectedAtStart=yes&t1.leadTime.security=none', 'thresholds[0].leadTime.security: null'],
  ])('for a value that cannot be: %s', (entries, issue) => {
    expect(rejected(entries)).toEqual([issue]);
  });

  test.each([
    ['tdel=4', 'tdel: "4"'],
    ['tdel=0', 'tdel: "0"'],
    ['tdel=', 'tdel: an empty text'],
    ['tdel=2.1', 'tdel: "2.1"'],
    ['tdel=2.2', 'tdel: "2.2"'],
    ['tdel=1,2', 'tdel: ","'],
    ['tdel=1.2.3', 'tdel: a list of 0'],
    ['tadd=5', 'tadd: "5"'],
    ['tadd=1.6', 'tadd: "1.6"'],
    ['tadd=1.2.3.4', 'tadd: a list of 7'],
    ['tdel=9&tadd=9&growth=fast', 'tdel: "9"', 'tadd: "9"', 'growth: "fast"'],
  ])('for levels that cannot be: %s', (entries, ...expected) => {
    expect(rejected(entries)).toEqual(expected);
  });

  test('for entries that are wrong in its own way', () => {
    const wrong = 'seed=&run=1e3&fp=0&open=report&kind=best&told=no&known=no&week=261&embed=no&on=m1-s1-0';
    expect(issuesOf(`v1/baseline?${wrong}`)).toEqual([
      { path: 'seed', expected: 'a text of 1 to 200 characters', received: 'an empty text' },
      { path: 'run', expected: 'a whole number from 0 to 9999999', received: '"1e3"' },
      { path: 'fp', expected: '16 hexadecimal digits (0-9, a-f)', received: '"0"' },
      {
        path: 'open',
        expected: 'one of world, limits, protections, evaluation, response, accountability',
        received: '"report"',
      },
      {
        path: 'kind',
        expected: 'one of typical, worst, luckiest, missedWarning, falseAlarm, pauseAbandoned',
        received: '"best"',
      },
      { path: 'told', expected: 'yes, or no such key', received: '"no"' },
      { path: 'known', expected: 'yes, or no such key', received: '"no"' },
      { path: 'week', expected: 'a whole number from 0 to 260', received: '"261"' },
      { path: 'embed', expected: 'yes, or no such key', received: '"no"' },
      {
        path: 'on',
        expected:
          'the versions of model and schema and the start of the content hash of the preset, such as m1.0.0-s1-0123abcd',
        received: '"m1-s1-0"',
      },
    ]);
    const long = 'x'.repeat(201);
    expect(issuesOf(`v1/baseline?seed=${long}&run=0&on=m1.0.0-s1-01234567`)).toMatchObject([
      { path: 'seed' },
    ]);
    expect(issuesOf(`v1/baseline?seed=1&run=10000000&on=m1.0.0-s1-01234567`)).toMatchObject([
      { path: 'run' },
    ]);
    expect(issuesOf(`v1/baseline?seed=1&run=01&on=m1.0.0-s1-01234567`)).toMatchObject([{ path: 'run' }]);
  });

  test('for scenarios of a later version, and for another number of presets than it has', () => {
    expect(issuesOf('v1/baseline?seed=1&run=0&on=m1.0.0-s2-01234567')).toEqual([
      { path: 'on', expected: 'a schema version from 1 to 1', received: '2' },
    ]);
    expect(issuesOf(`v1/baseline?p1=no-policy&${rest}`)).toMatchObject([{ path: 'on' }]);
    expect(issuesOf(`v1/baseline?${rest}-01234567`)).toMatchObject([{ path: 'on' }]);
  });

  test('for compared policies without a preset', () => {
    expect(issuesOf(`v1/baseline?p2=no-policy&p2.tdel=9&p3.growth=x&${rest}`)).toMatchObject([
      { path: 'p1', received: 'nothing' },
      { path: 'p2.tdel', received: '"9"' },
      { path: 'p3', received: 'nothing' },
      { path: 'p3.growth', received: '"x"' },
      { path: 'on' },
    ]);
  });

  test('for everything at once', () => {
    const found = issuesOf(
      'v1/basline?tdel=2.1&tadd=7&growth=fast&p1=nobody&p1.tdel=x&pressure=%&x&sede=1&run=-1',
    );
    expect(found.map(({ path }) => path).toSorted()).toEqual(
      [
        '',
        'growth',
        'on',
        'p1',
        'p1.tdel',
        'preset',
        'pressure',
        'run',
        'sede',
        'seed',
        'tadd',
        'tdel',
      ].toSorted(),
    );
    for (const { expected, received } of found)
      expect([expected, received].join()).not.toMatch(/undefined|NaN/);
  });
});

describe('reading', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'v1/',
      'v2/',
      '?',
      '&',
      '=',
      '~',
      '~C5',
      '~20',
      '.',
      '%',
      '\ud800',
      'k=',
      'p1.',
      'p1=baseline',
    ),
    fc.constantFrom(...presetIds, ...ownKeys, ...publicIds(6), 'tdel=', 'tadd=', '__proto__', 'constructor'),
    fc.constantFrom('1', '2.3', '1/2/3', 'none', 'yes', '-0', '1e999', 'm1.0.0-s1-01234567'),
    fc.string({ maxLength: 4 }),
  );

  test('any text ends in a content or in issues, and never in an error', () => {
    const mostlyLinks = fc.array(pieces, { maxLength: 30 }).map((parts) => `v1/baseline?${parts.join('')}`);
    const entries = fc
      .array(fc.tuple(pieces, pieces), { maxLength: 12 })
      .map((pairs) => `v1/baseline?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}&${rest}`);
    const letters = fc.string({ maxLength: 200, unit: fc.constantFrom(...linkLetters) });
    const any = fc.string({ maxLength: 1200, unit: 'binary' });
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(mostlyLinks, entries, letters, any, units), (text) => {
        const decoded = decodeLink(text, version);
        if (decoded.ok) expect(decoded.notices).toContain('edited');
        else expect(decoded.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
