import anthropicRspV1 from '../../scenarios/anthropic-rsp-v1.json';
import anthropicRspV22 from '../../scenarios/anthropic-rsp-v2-2.json';
import anthropicRspV34 from '../../scenarios/anthropic-rsp-v3-4.json';
import baseline from '../../scenarios/baseline.json';
import g42Frontier2025 from '../../scenarios/g42-frontier-2025.json';
import gdmFsfV1 from '../../scenarios/gdm-fsf-v1.json';
import gdmFsfV31 from '../../scenarios/gdm-fsf-v3-1.json';
import metrIdeal from '../../scenarios/metr-ideal.json';
import metrTimeHorizonReplay from '../../scenarios/metr-time-horizon-replay.json';
import microsoftFrontier2026 from '../../scenarios/microsoft-frontier-2026.json';
import naverAsf2024 from '../../scenarios/naver-asf-2024.json';
import noPolicy from '../../scenarios/no-policy.json';
import openaiPreparednessBeta from '../../scenarios/openai-preparedness-beta.json';
import openaiPreparednessV2 from '../../scenarios/openai-preparedness-v2.json';
import paperPolicy from '../../scenarios/paper-policy.json';
import weakPolicy from '../../scenarios/weak-policy.json';
import type { Scenario } from './scenario';

/** The files of scenarios/ by id, in the order in which they are offered. */
const files = {
  baseline,
  'metr-time-horizon-replay': metrTimeHorizonReplay,
  'metr-ideal': metrIdeal,
  'anthropic-rsp-v1': anthropicRspV1,
  'anthropic-rsp-v2-2': anthropicRspV22,
  'anthropic-rsp-v3-4': anthropicRspV34,
  'gdm-fsf-v1': gdmFsfV1,
  'gdm-fsf-v3-1': gdmFsfV31,
  'openai-preparedness-beta': openaiPreparednessBeta,
  'openai-preparedness-v2': openaiPreparednessV2,
  'g42-frontier-2025': g42Frontier2025,
  'microsoft-frontier-2026': microsoftFrontier2026,
  'naver-asf-2024': naverAsf2024,
  'weak-policy': weakPolicy,
  'paper-policy': paperPolicy,
  'no-policy': noPolicy,
} as const;

export type PresetId = keyof typeof files;

export const presetIds = Object.keys(files) as readonly PresetId[];

export function isPresetId(id: string): id is PresetId {
  return Object.hasOwn(files, id);
}

/** Known without reading the rest of a file. */
export function presetTitle(id: PresetId): string {
  return files[id].title;
}

/** Whether its policy is the reading of a published text; known without reading the rest of a file. */
export function isPublished(id: PresetId): boolean {
  return files[id].document !== null;
}

const known = new Map<PresetId, Scenario>();

/**
 * A scenario that comes with the simulator; the same object each time. Its file is taken as it stands, without the time
 * that decoding takes: tests hold every file to be whole and right.
 */
export function preset(id: PresetId): Scenario {
  let scenario = known.get(id);
  if (scenario === undefined) {
    const { $schema: _, ...whole } = files[id];
    scenario = whole as unknown as Scenario;
    known.set(id, scenario);
  }
  return scenario;
}
