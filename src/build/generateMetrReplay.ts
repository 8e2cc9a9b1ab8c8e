import csv from '../../scenarios/data/metr-time-horizon-1-1.csv?raw';
import replay from '../../scenarios/metr-time-horizon-replay.json';
import type { GeneratedFile } from './generatedFile';
import { readMeasuredModels, recordedPath } from './metrReplay';

/**
 * The replay scenario with its recorded path, and the capability it starts from, taken anew from METR's table; all
 * else in the file is written by hand.
 */
export function generateMetrReplay(): GeneratedFile[] {
  const history = recordedPath(readMeasuredModels(csv), replay.startDate);
  const initialCapability = history[0]?.capability;
  const file = { ...replay, world: { ...replay.world, initialCapability, history } };
  return [{ path: 'scenarios/metr-time-horizon-replay.json', text: `${JSON.stringify(file, null, 2)}\n` }];
}
