import { messages } from '../../messages/messages';
import { presetIds, type PresetId } from '../../scenario/presets';

export type ScenarioGroup = keyof typeof messages.page.scenario.groups;

const groupOf: Readonly<Record<PresetId, ScenarioGroup>> = {
  baseline: 'thought',
  'no-policy': 'thought',
  'paper-policy': 'thought',
  'metr-time-horizon-replay': 'measured',
  'metr-ideal': 'published',
  'anthropic-rsp-v1': 'published',
};

const groups = Object.keys(messages.page.scenario.groups) as ScenarioGroup[];

/** All presets by group, in the order in which they are offered. */
export const scenarioGroups: readonly { group: ScenarioGroup; ids: readonly PresetId[] }[] = groups.map(
  (group) => ({ group, ids: presetIds.filter((id) => groupOf[id] === group) }),
);
