import { describe, expect, it } from 'vitest';
import csv from '../../scenarios/data/metr-time-horizon-1-1.csv?raw';
import { generateMetrReplay } from '../../src/build/generateMetrReplay';
import { readMeasuredModels, recordedPath } from '../../src/build/metrReplay';
import { encodeScenario } from '../../src/scenario/encode';
import { preset } from '../../src/scenario/presets';

const replay = preset('metr-time-horizon-replay');
const history = replay.world.history!;
const models = readMeasuredModels(csv);

function firstAt(capability: number) {
  return history.find((point) => point.capability >= capability);
}

function capabilityIn(week: number): number {
  return history.findLast((point) => point.week <= week)!.capability;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

describe('the replay of METR time horizons', () => {
  it('is fresh', () => {
    expect(generateMetrReplay()).toEqual([
      {
        path: 'scenarios/metr-time-horizon-replay.json',
        text: encodeScenario(replay, '../public/scenario.schema.json'),
      },
    ]);
  });

  it('starts with GPT-4 and ends with the last row, on the scale of tasks', () => {
    expect(replay).toMatchObject({ scale: 'task-horizon', startDate: '2023-03-14' });
    expect(history[0]).toEqual({ week: 0, capability: -3.911432, label: 'GPT-4' });
    expect(history.at(-1)).toEqual({
      week: 160,
      capability: 4.122093,
      label: 'Claude Mythos Preview (early)',
    });
    expect(replay.world.initialCapability).toBe(history[0]!.capability);
    expect(replay.world.horizon).toBeGreaterThan(160 + 52);
  });

  it('has its models in the weeks of their release', () => {
    const weeks = Object.fromEntries(history.map(({ label, week }) => [label, week]));
    expect(weeks).toMatchObject({ 'GPT-5': 125, 'Claude Opus 4.5': 140, 'Claude Opus 4.6': 151 });
    // Gemini 3 Pro held the record for six days of week 140.
    expect(weeks).not.toHaveProperty('Gemini 3 Pro');
    expect(history).toHaveLength(14);
  });

  it('passes alarm and limit with the models that METR measured: 8 hours and 16 hours, two doublings before', () => {
    expect(replay.policy.limits.safetyBuffer).toBe(2);
    const [eight, sixteen] = replay.thresholds.map(({ limit }) => limit);
    expect([eight, sixteen]).toEqual([3, 4]);
    expect(firstAt(3 - 2)).toMatchObject({ label: 'GPT-5', week: 125 });
    expect(firstAt(3)).toMatchObject({ label: 'Claude Opus 4.6', week: 151 });
    expect(firstAt(4 - 2)).toMatchObject({ label: 'Claude Opus 4.5', week: 140 });
    expect(firstAt(4)).toMatchObject({ label: 'Claude Mythos Preview (early)', week: 160 });
  });

  it("splits the error that METR's intervals imply into two equal variances", () => {
    const of2023To2025 = models.filter(({ releaseDate }) => releaseDate < '2026');
    const deviations = of2023To2025.map(
      ({ p50LowMinutes, p50HighMinutes }) => Math.log2(p50HighMinutes / p50LowMinutes) / 3.92,
    );
    expect(of2023To2025).toHaveLength(18);
    const half = median(deviations) / Math.SQRT2;
    expect(replay.world.suiteError).toBeCloseTo(half, 2);
    expect(replay.policy.evaluation.noise).toBeCloseTo(half, 2);
  });

  it("goes on at METR's trend: a doubling in 128.7 days, of a year of 52 weeks", () => {
    expect(replay.world.growth).toBeCloseTo((52 * 7) / 128.7, 3);
  });

  it('keeps the rival behind the record, by little', () => {
    const { rivalLead, rivalGrowth, initialCapability } = replay.world as Record<string, unknown>;
    const leads = Array.from({ length: 161 }, (_, week) => {
      const rival =
        (initialCapability as number) + (rivalLead as number) + ((rivalGrowth as number) * week) / 52;
      return rival - capabilityIn(week);
    });
    expect(Math.max(...leads)).toBeLessThan(0);
    expect(Math.max(...leads)).toBeGreaterThan(-0.1);
  });
});

describe('recordedPath', () => {
  const model = (name: string, releaseDate: string, p50Minutes: number) => ({
    model: name,
    releaseDate,
    p50Minutes,
    p50LowMinutes: p50Minutes / 2,
    p50HighMinutes: p50Minutes * 2,
  });

  it('keeps records only, counts full weeks and takes the best of a week', () => {
    const path = recordedPath(
      [
        model('third', '2024-01-14', 240),
        model('first', '2024-01-01', 60),
        model('worse', '2024-01-05', 30),
        model('second', '2024-01-09', 120),
      ],
      '2024-01-01',
    );
    expect(path).toEqual([
      { week: 0, capability: 0, label: 'first' },
      { week: 1, capability: 2, label: 'third' },
    ]);
  });

  it.each(['GPT-4,2023-03-14,4,2', 'GPT-4,2023-03-14,4,5,8', 'GPT-4,someday,4,2,8', ',2023-03-14,4,2,8'])(
    'refuses the line %s',
    (line) => {
      const header = csv.split('\n')[0];
      expect(() => readMeasuredModels(`${header}\n${line}\n`)).toThrow(line);
    },
  );
});
