import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeScenarioText } from '../../src/scenario/decodeText';
import { findJsonProblems } from '../../src/scenario/jsonProblems';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('decodeScenarioText', () => {
  it.each([
    ['', 'line 1, column 1', 'a JSON value', 'the end of the text'],
    ['{"id": }', 'line 1, column 8', 'a JSON value', '"}"'],
    ['{"id": 1\n  "title": 2}', 'line 2, column 3', '"," or "}"', '"\\"title\\": 2}"'],
    ['{"id": 1,\n}', 'line 2, column 1', 'a key in double quotes', '"}"'],
    ['[1, 2', 'line 1, column 6', '"," or "]"', 'the end of the text'],
    ["{'id': 1}", 'line 1, column 2', 'a key in double quotes', `"'id': 1}"`],
    ['{} {}', 'line 1, column 4', 'the end of the text', '"{}"'],
    ['{"a": NaN}', 'line 1, column 7', 'a JSON value', '"NaN}"'],
    ['{"a": 01}', 'line 1, column 8', '"," or "}"', '"1}"'],
    ['\uFEFF{}', 'line 1, column 1', 'a JSON value', '"\uFEFF{}"'],
    ['{"a": "x\ny"}', 'line 1, column 7', 'a JSON value', '"\\"x"'],
    [
      '{"a": 1, "b": {"c": 1,\n "c": 2}}',
      'line 2, column 2',
      'each key once in an object',
      'a second value, "c"',
    ],
    ['{"a": 1, "\\u0061": 1}', 'line 1, column 10', 'each key once in an object', 'a second value, "a"'],
  ])('%j: %s', (text, path, expected, received) => {
    expect(decodeScenarioText(text)).toEqual({ ok: false, issues: [{ path, expected, received }] });
  });

  it('survives texts made to hurt', () => {
    expect(decodeScenarioText('['.repeat(1_000_000)).ok).toBe(false);
    expect(decodeScenarioText('"'.padEnd(5_000_000, 'a')).ok).toBe(false);
    expect(decodeScenarioText(`"${'\\"'.repeat(2_000_000)}"`).ok).toBe(false);
    expect(decodeScenarioText(`{${'"a":1,'.repeat(1000)}"a":1}`)).toMatchObject({ ok: false });
  });

  it('names the path once the text is JSON', () => {
    const decoded = decodeScenarioText('{"schemaVersion": 1}');
    expect(decoded.ok ? [] : decoded.issues.map(({ path }) => path)).toEqual([
      'id',
      'title',
      'summary',
      'scale',
      'world',
      'thresholds',
      'policy',
      'report',
    ]);
  });
});

describe('findJsonProblems', () => {
  it('finds none in any JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        expect(findJsonProblems(JSON.stringify(JSON.parse(text), null, indent))).toEqual([]);
      }),
    );
  });

  it('agrees with JSON.parse on broken texts', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '-',
      '.',
      'e',
      'null',
      ' ',
      '\t',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), piece, fc.nat(3), (text, at, insert, drop) => {
        const place = at % (text.length + 1);
        const mangled = text.slice(0, place) + insert + text.slice(place + drop);
        const problems = findJsonProblems(mangled).filter(
          (issue) => !issue.expected.startsWith('each key once'),
        );
        expect(problems.length === 0).toBe(parses(mangled));
      }),
      { numRuns: 2000 },
    );
  });
});
