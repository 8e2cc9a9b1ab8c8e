import anthropicRspV1 from '../../scenarios/anthropic-rsp-v1.json';
import baseline from '../../scenarios/baseline.json';
import metrIdeal from '../../scenarios/metr-ideal.json';
import metrTimeHorizonReplay from '../../scenarios/metr-time-horizon-replay.json';
import noPolicy from '../../scenarios/no-policy.json';
import paperPolicy from '../../scenarios/paper-policy.json';
import { decodeScenario } from './decode';
import type { Scenario } from './scenario';

/** The files of scenarios/ by id, in the order in which they are offered. */
const files = {
  baseline,
  'metr-time-horizon-replay': metrTimeHorizonReplay,
  'metr-ideal': metrIdeal,
  'anthropic-rsp-v1': anthropicRspV1,
  'paper-policy': paperPolicy,
  'no-policy': noPolicy,
} as const;

export type PresetId = keyof typeof files;

export const presetIds = Object.keys(files) as readonly PresetId[];

export function isPresetId(id: string): id is PresetId {
  return Object.hasOwn(files, id);
}

const decoded = new Map<PresetId, Scenario>();

/** A scenario that comes with the simulator; throws where its file is broken, with every issue. */
export function preset(id: PresetId): Scenario {
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const result = decodeScenario(files[id]);
  if (!result.ok) throw new Error(`scenarios/${id}.json: ${JSON.stringify(result.issues, null, 2)}`);
  decoded.set(id, result.scenario);
  return result.scenario;
}
