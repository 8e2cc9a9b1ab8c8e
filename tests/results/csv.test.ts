import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { runColumns } from '../../src/engine/runTable';
import { outcomes } from '../../src/model/score';
import { runTableHeader, runTableLines, summaryCsv } from '../../src/results/csv';
import { summarise } from '../../src/results/summary';
import { preset } from '../../src/scenario/presets';

/** Reads RFC 4180 text: cells of lines that end in CR LF. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    lines.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') lines.push([]);
    if (cell.lastIndex === text.length) break;
  }
  expect(lines.pop()).toEqual([]);
  return lines;
}

test('numbers of the table read back as they were', () => {
  const levels = 2;
  const columns = runColumns(levels);
  const outcomeAt = columns.findIndex(({ id }) => id === 'outcome');
  const value = fc.oneof(fc.double(), fc.constantFrom(NaN, 0, 1e21, 5e-324, 1 / 3), fc.nat());
  const row = fc
    .tuple(
      fc.nat(outcomes.length - 1),
      fc.array(value, { minLength: columns.length, maxLength: columns.length }),
    )
    .map(([outcome, values]) => values.with(outcomeAt, outcome));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const text = runTableHeader(levels) + runTableLines(Float64Array.from(rows.flat()), levels);
      const [header, ...lines] = readCsv(text);
      expect(header).toEqual(columns.map(({ id }) => id));
      expect(lines).toHaveLength(rows.length);
      lines.forEach((cells, at) => {
        const expected = rows[at]!;
        expect(cells[outcomeAt]).toBe(outcomes[expected[outcomeAt]!]);
        const numbers = cells.map((text) => (text === '' ? NaN : Number(text))).with(outcomeAt, 0);
        // 0 and -0 are one number here.
        expect(numbers.map((n) => n + 0)).toEqual(expected.with(outcomeAt, 0).map((n) => n + 0));
      });
    }),
  );
});

test('a title of any characters stays one cell', async () => {
  const title = '=1+1, "quoted"\u00a0– é 年';
  const scenario = { ...preset('baseline'), title };
  const aggregate = await inlineRunner().run({ scenario, seed: 'a,"b"', from: 0, to: 3 });
  const lines = readCsv(summaryCsv(summarise(aggregate, scenario, 'a,"b"')));
  expect(lines.every((cells) => cells.length === 5)).toBe(true);
  expect(lines).toContainEqual(['ensemble', 'scenarioTitle', '', '', title]);
  expect(lines).toContainEqual(['ensemble', 'seed', '', '', 'a,"b"']);
});

test('what no run has is an empty cell', async () => {
  const scenario = preset('no-policy');
  const aggregate = await inlineRunner().run({ scenario, seed: '1', from: 0, to: 5 });
  const lines = readCsv(summaryCsv(summarise(aggregate, scenario, '1')));
  expect(lines).toContainEqual(['threshold', 'leadWeeks', '1', 'mean', '']);
  expect(lines).toContainEqual(['measure', 'evaluations', '', 'mean', '0']);
});
