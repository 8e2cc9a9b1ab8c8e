import { messages } from '../../messages/messages';
import { isPublished, presetIds, type PresetId } from '../../scenario/presets';

export type ScenarioGroup = keyof typeof messages.page.scenario.groups;

function groupOf(id: PresetId): ScenarioGroup {
  if (isPublished(id)) return 'published';
  return id === 'metr-time-horizon-replay' ? 'measured' : 'thought';
}

const groups = Object.keys(messages.page.scenario.groups) as ScenarioGroup[];

/** All presets by group, in the order in which they are offered. */
export const scenarioGroups: readonly { group: ScenarioGroup; ids: readonly PresetId[] }[] = groups.map(
  (group) => ({ group, ids: presetIds.filter((id) => groupOf(id) === group) }),
);
