import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommandLine, type Flag } from '../../src/cli/commandLine';
import { FlagReader } from '../../src/cli/flagReader';

const flags: readonly Flag[] = [
  { name: 'runs', value: 'N', sentence: '' },
  { name: 'seed', value: 'text', sentence: '' },
  { name: 'set', value: 'id=value', repeats: true, sentence: '' },
  { name: 'help', short: 'h', sentence: '' },
];

test('flags and operands may stand in any order, values after a space or an equals sign', () => {
  const expected = { runs: ['3'], set: ['a=1', 'b=2=3'], help: [''] };
  for (const args of [
    ['x', '--runs', '3', '--set', 'a=1', '--set=b=2=3', '-h'],
    ['--runs=3', '--set', 'a=1', '--help', '--set', 'b=2=3', 'x'],
    ['--set=a=1', 'x', '-h', '--set=b=2=3', '--runs', '3'],
  ]) {
    const line = parseCommandLine(args, flags);
    expect(line.operands).toEqual(['x']);
    expect(Object.fromEntries(line.values)).toEqual(expected);
    expect(line.issues).toEqual([]);
  }
});

test('after -- everything is an operand', () => {
  const line = parseCommandLine(['--runs', '1', '--', '--seed', '-', '-h'], flags);
  expect(line).toEqual({ operands: ['--seed', '-', '-h'], values: new Map([['runs', ['1']]]), issues: [] });
  expect(parseCommandLine(['--runs', '--'], flags).issues).toEqual([
    { path: '--runs', expected: 'a value (N) after it', received: '"--"' },
  ]);
});

test('any text is taken as a value, but for one that is a flag', () => {
  const names = flags.map(({ name }) => name);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (seed, setting) => {
      fc.pre(
        ![seed, setting].some((text) => text === '--' || names.some((name) => text.startsWith(`--${name}`))),
      );
      const line = parseCommandLine(['--seed', seed, 'x', `--set=${setting}`, '--set', setting], flags);
      expect(line.issues).toEqual([]);
      expect(line.operands).toEqual(['x']);
      expect(line.values.get('seed')).toEqual([seed]);
      expect(line.values.get('set')).toEqual([setting, setting]);
    }),
  );
});

test('no arguments make the parser throw', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '--runs',
      '--seed=',
      '--set',
      '--',
      '-',
      '-h',
      '--help=1',
      '--no-help',
      '-hx',
      '--__proto__',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (args) => {
      const line = parseCommandLine(args, flags);
      const reader = new FlagReader(line);
      reader.wholeNumber('runs', 1, 10, 5);
      reader.operand('one');
      for (const { expected, received } of reader.issues)
        expect(`${expected}${received}`).not.toContain('undefined');
    }),
  );
});

test('whole numbers are decimal or scientific, and within their range', () => {
  const read = (text: string): [number, number] => {
    const reader = new FlagReader(parseCommandLine([`--runs=${text}`], flags));
    return [reader.wholeNumber('runs', 1, 1000, 7), reader.issues.length];
  };
  for (const text of ['1', '1000', '+12', '1e2', '5.0', '0012'])
    expect(read(text)).toEqual([Number(text), 0]);
  for (const text of [
    '',
    '0',
    '1001',
    '-1',
    '1.5',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '1,000',
    ' 5',
    '1e-1',
  ]) {
    expect(read(text), text).toEqual([7, 1]);
  }
});
