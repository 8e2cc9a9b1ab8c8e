import { expect, test } from 'vitest';
import { futureCsv } from '../../../src/app/story/futureCsv';
import { simulateRun } from '../../../src/engine/simulateRun';
import { preset } from '../../../src/scenario/presets';

const cellsOf = (row: string): string[] => row.split(',');

test('a future leaves the page as a table with a row for every week', () => {
  const scenario = preset('metr-time-horizon-replay');
  const trace = simulateRun(scenario, 'csv', 7);
  const [head = '', ...rows] = futureCsv(trace, scenario, 'csv').trimEnd().split('\r\n');
  expect(rows).toHaveLength(trace.weeks.length);
  const columns = cellsOf(head);
  expect(columns.slice(0, 4)).toEqual([
    'week',
    'date',
    'capability (hours of work)',
    'deployed (hours of work)',
  ]);
  expect(columns).toEqual(expect.arrayContaining(['training', 'warning1', 'security1', 'deployment1']));
  rows.forEach((row, week) => {
    const cells = cellsOf(row);
    expect(cells).toHaveLength(columns.length);
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    expect(cell('week')).toBe(String(week));
    expect(Number(cell('capability (hours of work)'))).toBeCloseTo(2 ** trace.weeks[week]!.capability, 4);
    expect(cell('training')).toBe(trace.weeks[week]!.states['training']);
    expect([cell('seed'), cell('future')]).toEqual(['csv', '7']);
  });
  expect(cellsOf(rows[0]!)[1]).toBe(scenario.startDate);
});
