import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progressBar';
import { cut, definitions, paragraph, shellWord, wrap } from '../../src/cli/textLayout';

test('wrapping keeps every word in order, and lines as full as the width allows', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = wrap(text.join(' '), width);
      expect(lines.join(' ')).toBe(text.join(' '));
      lines.forEach((line, at) => {
        expect(line.length).toBeLessThanOrEqual(width);
        const [next = ''] = lines[at + 1]?.split(' ') ?? [];
        if (next !== '') expect(line.length + 1 + next.length).toBeGreaterThan(width);
      });
    }),
  );
  expect(wrap('a averyverylongword b', 8)).toEqual(['a', 'averyverylongword', 'b']);
});

test('paragraphs and definitions hang under their first line', () => {
  expect(paragraph('– one two three', 11, 2, 4)).toBe('  – one\n    two\n    three');
  expect(
    definitions(
      [
        ['-h', 'one two'],
        ['--long', 'three'],
      ],
      14,
    ),
  ).toBe('  -h      one\n          two\n  --long  three');
});

test('texts are cut with an ellipsis', () => {
  expect([cut('level', 5), cut('levels', 5)]).toEqual(['level', 'leve…']);
});

test('shell words are quoted where a shell would read them otherwise', () => {
  expect(['baseline', 't1.limit=3', 'a b', "it's", '', '$x'].map(shellWord)).toEqual([
    ...['baseline', 't1.limit=3', "'a b'", "'it'\\''s'", "''", "'$x'"],
  ]);
});

test('the progress bar says how far the runs are and how long they will take', () => {
  expect(progressLine(2500, 10_000, 3, 79)).toBe(
    `${'█'.repeat(6)}${'░'.repeat(18)}   25%  2,500 of 10,000 futures  9 s left`,
  );
  expect(progressLine(0, 10, 1, 79)).toBe(`${'░'.repeat(24)}    0%  0 of 10 futures`);
  expect(progressLine(10, 10, 1, 30)).toBe(`${'█'.repeat(24)}  100%`);
});
