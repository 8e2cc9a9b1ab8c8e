import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { regionStates, type Region } from '../../src/model/regions';
import { folder, readTable, rsp, simulated, useBuiltCommand } from './builtCommand';

useBuiltCommand();

interface TraceLine {
  readonly type: 'run' | 'event' | 'week' | 'report';
  readonly week: number;
  readonly [key: string]: unknown;
}

async function traced(args: readonly string[]): Promise<TraceLine[]> {
  const { code, stdout, stderr } = await rsp(['trace', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as TraceLine);
}

/** The first state of the region that a week's states call `security2` or `training`. */
function firstState(name: string): string {
  const region = name.replace(/\d$/, '').replace(/^(security|deployment)$/, 'protection') as Region;
  return regionStates[region][0];
}

test('a trace has every week and every event in order, and the events explain the states', async () => {
  const lines = await traced(['metr-ideal', '--seed', 'x', '--run', '7', '--set', 'horizon=200']);
  const events = lines.filter(({ type }) => type === 'event');
  const weeks = lines.filter(({ type }) => type === 'week');
  expect(lines[0]).toMatchObject({ type: 'run', seed: 'x', run: 7, scenario: { id: 'metr-ideal' } });
  expect(lines.at(-1)).toMatchObject({ type: 'report', run: 7 });
  expect(lines).toHaveLength(events.length + weeks.length + 2);
  expect(weeks.map(({ week }) => week)).toEqual(Array.from({ length: 201 }, (_, week) => week));
  expect(events.length).toBeGreaterThan(50);

  const states = Object.fromEntries(
    Object.keys(weeks[0]!['states'] as object).map((name) => [name, firstState(name)]),
  );
  let week = 0;
  for (const line of lines.slice(1, -1)) {
    expect(line.week).toBe(week);
    if (line.type === 'event') {
      expect(line['from'], JSON.stringify(line)).toBe(states[line['region'] as string]);
      states[line['region'] as string] = line['to'] as string;
    } else {
      expect(line['states'], `week ${week}`).toEqual(states);
      week++;
    }
  }
});

test('the report of a trace is the row that the table of all runs has for it', async () => {
  const file = join(folder, 'rows.csv');
  const args = ['baseline', '--seed', 'rows', '--set', 'growth=3/4/5'];
  await simulated([...args, '--runs', '12', '--per-run', file]);
  const rows = readTable(readFileSync(file, 'utf8'));
  for (const run of [0, 5, 11]) {
    const lines = await traced([...args, '--run', String(run)]);
    const { type, ...report } = lines.at(-1) as TraceLine & Record<string, string | number | null>;
    expect(type).toBe('report');
    const asText = Object.entries(report).map(([id, value]) => [id, value === null ? '' : String(value)]);
    expect(Object.fromEntries(asText)).toEqual(rows[run]);
    const weeks = lines.filter((line) => line.type === 'week');
    expect(weeks.at(-1)).toMatchObject({ week: 260, capability: report['finalCapability'] });
    const paused = weeks.filter(({ states }) => (states as { training: string }).training === 'paused');
    expect(paused.length).toBe(report['pausedWeeks']);
  }
});

test('without flags it is run 0 of the seed "1"', async () => {
  const plain = await rsp(['trace', 'baseline']);
  expect(plain).toEqual(await rsp(['trace', 'baseline', '--run', '0', '--seed', '1']));
  expect(plain.stdout).not.toBe((await rsp(['trace', 'baseline', '--run', '1'])).stdout);
});
