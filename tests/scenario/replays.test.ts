import { describe, expect, it, test } from 'vitest';
import { contentHash } from '../../src/scenario/contentHash';
import { preset } from '../../src/scenario/presets';
import { replays, scenariosOf } from '../../src/scenario/replays';
import { sources } from '../../src/scenario/sources';

test('the cases are there, each once', () => {
  const ids = replays.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      'asl3-activation',
      'chatgpt-agent-2025',
      'late-evaluation-2024',
      'cadence-3-to-6-months',
      'metr-time-horizons',
    ]),
  );
});

test('the dates of the activation and of the agent are those on record', () => {
  const spanOf = (id: string) => {
    const { start, end, history } = replays.find((replay) => replay.id === id)!;
    const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
    expect(history.value).toBeCloseTo(days / 7, 1);
    return days;
  };
  expect(spanOf('asl3-activation')).toBe(87);
  expect(spanOf('chatgpt-agent-2025')).toBe(29);
});

describe.each(replays)('$id', (replay) => {
  it('is dated, sourced and set up as settings of a preset', () => {
    expect(replay.start <= replay.end).toBe(true);
    expect(replay.sources.length).toBeGreaterThan(0);
    for (const sentence of [...replay.happened, replay.disputed, replay.why, ...replay.leavesOut]) {
      expect(sentence).toMatch(/\.$/);
    }
    const { scenario, other } = scenariosOf(replay);
    const isAsIs = Object.keys(replay.settings).length === 0;
    expect(contentHash(scenario) === contentHash(preset(replay.preset))).toBe(isAsIs);
    expect(other === null || contentHash(other) !== contentHash(scenario)).toBe(true);
  });

  it('claims no better reading than that of its sources', () => {
    const order = ['primary', 'quoted', 'secondary'] as const;
    const best = Math.min(...replay.sources.map((id) => order.indexOf(sources[id]!.reading)));
    expect(order.indexOf(replay.reading)).toBeGreaterThanOrEqual(best);
  });
});
