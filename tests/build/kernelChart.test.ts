import { createMachine, stateIn, type AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { readChart } from '../../src/build/kernelChart';
import { kernelSource } from '../../src/build/generateKernel';
import { labMachine } from '../../src/model/labMachine';

interface Config {
  id: string;
  type: string;
  on: Record<string, object>;
  states: Record<string, RegionConfig>;
}
interface RegionConfig {
  meta?: object;
  initial: string;
  states: Record<string, StateConfig>;
}
interface StateConfig {
  entry: object;
  on: Record<string, Row[]>;
  [key: string]: unknown;
}
interface Row {
  guard?: unknown;
  target?: unknown;
  actions?: unknown;
  reenter?: boolean;
}

/** The lab's machine with one thing in it changed. */
function changed(change: (config: Config) => void): AnyStateMachine {
  const config = JSON.parse(JSON.stringify(labMachine(1).config)) as Config;
  change(config);
  return createMachine(config as never);
}

const waiting = (config: Config): StateConfig => config.states['evaluation']!.states['waiting']!;
const firstRow = (config: Config): Row => waiting(config).on['schedule']![0]!;

describe('readChart', () => {
  test('takes every number of thresholds, with the same rows', () => {
    const rows = readChart(labMachine(1)).rows;
    for (const levels of [2, 3, 4, 5, 6]) expect(readChart(labMachine(levels)).rows).toEqual(rows);
  });

  const unsupported: [string, (config: Config) => void, RegExp][] = [
    ['after', (c) => (waiting(c)['after'] = { 1000: 'running' }), /`after`/],
    ['always', (c) => (waiting(c)['always'] = [{ target: 'running' }]), /`always`/],
    ['invoke', (c) => (waiting(c)['invoke'] = { src: 'x' }), /`invoke`/],
    ['an exit action', (c) => (waiting(c)['exit'] = { type: 'countVeto' }), /exit action/],
    ['a final state', (c) => (waiting(c)['type'] = 'final'), /type final/],
    [
      'nested states',
      (c) => Object.assign(waiting(c), { initial: 'inner', states: { inner: {} } }),
      /type (compound|parallel)/,
    ],
    ['an inline guard', (c) => (firstRow(c).guard = () => true), /not a named one/],
    ['a built-in guard', (c) => (firstRow(c).guard = stateIn('#lab.training')), /not a named one/],
    ['an unknown guard', (c) => (firstRow(c).guard = { type: 'luckyDay' }), /not a named one/],
    ['an inline action', (c) => (firstRow(c).actions = [() => undefined]), /not a named one/],
    [
      'a rule of another level',
      (c) => (firstRow(c).guard = { type: 'lapses', params: { index: 3 } }),
      /another instance/,
    ],
    ['reenter', (c) => (firstRow(c).reenter = true), /`reenter`/],
    ['a target in another region', (c) => (firstRow(c).target = '#lab.training.paused'), /another region/],
    ['an entry action of another kind', (c) => (waiting(c).entry = { type: 'countVeto' }), /entry action/],
    ['a region without meta', (c) => delete c.states['evaluation']!.meta, /no meta/],
    ['another first state', (c) => (c.states['evaluation']!.initial = 'running'), /initial state/],
    [
      'a guarded event of the root',
      (c) => (c.on['grow'] = { guard: 'lapses', actions: [] }),
      /target or a guard/,
    ],
    [
      'an event for root and region',
      (c) => (c.on['schedule'] = { actions: [] }),
      /both a region and the whole lab/,
    ],
    ['a missing region', (c) => delete c.states['oversight'], /another order/],
  ];
  test.each(unsupported)('refuses %s', (_, change, message) => {
    expect(() => readChart(changed(change))).toThrow(message);
  });

  test('refuses levels that are not copies of one another', () => {
    const config = JSON.parse(JSON.stringify(labMachine(2).config)) as Config;
    config.states['warning2']!.states['alert']!.on = {};
    expect(() => readChart(createMachine(config as never) as unknown as AnyStateMachine)).toThrow(
      /other rows/,
    );
  });
});

test('a machine unchanged but for its making gives the same kernel', () => {
  expect(kernelSource(changed(() => undefined))).toBe(kernelSource());
});
