/** Policies that come with the simulator and from which components can be taken over. */
import { componentChanges } from '../../analysis/components';
import { messages } from '../../messages/messages';
import { preset, presetTitle, type PresetId } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { scenarioGroups } from '../settings/scenarioGroups';

/** What METR asks for, against which policies are read. */
const FIRST_CHOICE: PresetId = 'metr-ideal';

export interface ReferenceGroup {
  readonly label: string;
  readonly policies: readonly { readonly id: PresetId; readonly title: string }[];
}

/** Whether a policy has the same levels as a scenario's, and differs from it. */
function differs(scenario: Scenario, id: PresetId): boolean {
  const all = componentChanges(scenario, preset(id))?.find(({ component }) => component === 'all');
  return all !== undefined && all.changes.length > 0;
}

/** The policies with the same levels on the same scale, less those that are the scenario's own, by group. */
export function referencesFor(scenario: Scenario): readonly ReferenceGroup[] {
  return scenarioGroups
    .map(({ group, ids }) => ({
      label: messages.page.scenario.groups[group],
      policies: ids.filter((id) => differs(scenario, id)).map((id) => ({ id, title: presetTitle(id) })),
    }))
    .filter(({ policies }) => policies.length > 0);
}

/** The one that was chosen where it is among the references, or else METR's, or the first; null where there is none. */
export function referenceAmong(groups: readonly ReferenceGroup[], chosen: PresetId | null): PresetId | null {
  const ids = groups.flatMap(({ policies }) => policies.map(({ id }) => id));
  return [chosen, FIRST_CHOICE].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;
}
