import { summarise, type EnsembleSummary } from '../../src/results/summary';
import { preset, presetIds, type PresetId } from '../../src/scenario/presets';
import type { Difference } from '../support/differences';
import { simulated } from '../support/simulated';

export const goldenSeed = 'golden';
export const goldenRuns = 2000;

/** By preset: what its first runs under the golden seed say. */
export type GoldenResults = Readonly<Record<PresetId, EnsembleSummary>>;

function goldenResult(id: PresetId): EnsembleSummary {
  const scenario = preset(id);
  return summarise(simulated(scenario, goldenRuns, undefined, goldenSeed), scenario, goldenSeed);
}

/** The results as they are now, as their file would give them back. */
export function goldenResults(): GoldenResults {
  const results = Object.fromEntries(presetIds.map((id) => [id, goldenResult(id)]));
  return JSON.parse(JSON.stringify(results)) as GoldenResults;
}

/** One line for each value that moved, or came, or went. */
export function movesText(moves: readonly Difference[]): string {
  const text = (value: unknown): string => {
    if (value === undefined) return 'absent';
    return typeof value === 'object' && value !== null ? 'present' : JSON.stringify(value);
  };
  return moves.map(({ path, before, after }) => `${path}: ${text(before)} → ${text(after)}`).join('\n');
}
