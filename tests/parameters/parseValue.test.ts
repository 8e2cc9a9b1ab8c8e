import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterIds, parseValue, levelId, type Triangular } from '../../src/parameters/parameters';
import { textOfValue } from '../../src/parameters/parseValue';
import { arbitraryValue } from '../support/arbitraryScenario';

function valueOf(id: string, text: string): unknown {
  const parsed = parseValue(id, text);
  return parsed.ok ? parsed.value : parsed.issue;
}

/** A value as someone would type it. */
function typed(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { low, mode, high } = value as Triangular;
  return `${low}/${mode}/${high}`;
}

describe('parseValue', () => {
  it.each<[string, string, unknown]>([
    ['growth', '3', 3],
    ['growth', ' 2.5 ', 2.5],
    ['growth', '.5', 0.5],
    ['growth', '1e-3', 0.001],
    ['growth', '2/3/4.5', { low: 2, mode: 3, high: 4.5 }],
    ['initialCapability', '-1.5', -1.5],
    ['horizon', '52', 52],
    ['evaluation.computeMultiple', '0', 0],
    ['evaluation.computeMultiple', '1.1', 1.1],
    ['evaluation.preDeployment', 'no', false],
    ['evaluation.preDeployment', 'TRUE', true],
    ['t1.limit', 'none', null],
    ['t2.limit', 'null', null],
    ['t6.leadTime.security', '0', 0],
    ['response.training', 'continue', 'continue'],
    ['t1.name', 'Cyber High', 'Cyber High'],
    ['historyShape', 'linear', 'linear'],
    ['report.toleranceWeeks', '4', 4],
  ])('%s = %j is %j', (id, text, value) => {
    expect(valueOf(id, text)).toEqual(value);
  });

  it.each<[string, string, string, string]>([
    ['growth', '16', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"16"'],
    ['growth', '', 'a number from 0 to 15 (doublings a year), or low/mode/high', 'an empty text'],
    ['growth', 'fast', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"fast"'],
    ['growth', '0x3', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"0x3"'],
    ['growth', 'Infinity', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"Infinity"'],
    ['growth', '1e999', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"1e999"'],
    ['growth', '1/2', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"1/2"'],
    ['growth', '1/2/3/4', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"1/2/3/4"'],
    ['growth', '1/2/16', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"1/2/16"'],
    ['growth', '3/2/4', 'low ≤ mode ≤ high', '"3/2/4"'],
    ['growth', 'null', 'a number from 0 to 15 (doublings a year), or low/mode/high', '"null"'],
    ['horizon', '52.5', 'a whole number from 26 to 520 (weeks)', '"52.5"'],
    ['horizon', '52/60/70', 'a whole number from 26 to 520 (weeks)', '"52/60/70"'],
    ['evaluation.computeMultiple', '1', '0, or a number from 1.1 to 1000 (a factor)', '"1"'],
    ['evaluation.preDeployment', '1', 'yes or no (or true or false)', '"1"'],
    ['evaluation.preDeployment', 'toString', 'yes or no (or true or false)', '"toString"'],
    ['response.training', 'stop', 'one of pause, continue', '"stop"'],
    ['t1.limit', 'never', 'a number from -20 to 60 (doublings), or null', '"never"'],
    ['t1.name', '  ', 'a text of 1 to 40 characters on one line', '"  "'],
    ['t1.name', 'a\u001b[31m', 'a text of 1 to 40 characters on one line', '"a\\u001b[31m"'],
    [
      'history',
      '[]',
      'a parameter with a single value; a recorded path is set by a scenario file only',
      '"[]"',
    ],
  ])('%s = %j: expected %s', (id, text, expected, received) => {
    expect(valueOf(id, text)).toEqual({ path: id, expected, received });
  });

  it.each([
    ['interval', 'evaluation.interval'],
    ['Growth', 'growth'],
    ['evaluation.intreval', 'evaluation.interval'],
    ['t1.limt', 't1.limit'],
    ['policy.evaluation.interval', 'evaluation.interval'],
  ])('knows no %s and names the nearest ids', (id, nearest) => {
    const issue = valueOf(id, '1') as { path: string; expected: string; received: string };
    expect(issue.path).toBe(id);
    expect(issue.expected).toContain(nearest);
    expect(issue.received).toBe(JSON.stringify(id));
  });

  it('names nothing where nothing is near', () => {
    expect(valueOf('zzzzzzzzzzzz', '1')).toMatchObject({ expected: 'the id of a parameter' });
    expect(valueOf('x'.repeat(100_000), '1')).toMatchObject({ expected: 'the id of a parameter' });
  });

  it('reads back every value that a scenario may hold', () => {
    for (const id of parameterIds.filter((each) => each !== 'history')) {
      fc.assert(
        fc.property(arbitraryValue(id), (value) => {
          expect(valueOf(levelId(id, 1), typed(value))).toEqual(value);
          expect(valueOf(levelId(id, 1), textOfValue(value))).toEqual(value);
        }),
        { numRuns: 50 },
      );
    }
  });
});
