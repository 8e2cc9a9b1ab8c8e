/** The settings that make up a policy. */
import {
  definitionOf,
  parameterIds,
  policyComponents,
  type ParameterId,
  type PolicyComponent,
} from '../parameters/registry';
import { levelId, parsePublicId, scenarioKeys } from '../parameters/publicId';
import { valueAt, type Path } from '../scenario/path';
import type { Scenario } from '../scenario/scenario';

/** One setting of a policy. */
export interface PolicySetting {
  /** `evaluation.interval`, `t2.limit`. */
  readonly publicId: string;
  readonly id: ParameterId;
  /** METR's component that it is taken over with: what reaching a level can do belongs to the limits. */
  readonly component: PolicyComponent;
}

/** A level's name, domain, danger and lead times are the world's. */
const levelParameters = parameterIds.filter(
  (id) => id.startsWith('threshold.') && definitionOf(id).component !== 'world',
);

/** Every setting of a policy for so many levels, component by component, those of the levels first. */
export function policySettings(levels: number): readonly PolicySetting[] {
  const ofLevels = Array.from({ length: levels }, (_, k) =>
    levelParameters.map((id): PolicySetting => ({ publicId: levelId(id, k + 1), id, component: 'limits' })),
  ).flat();
  const others = policyComponents.flatMap((component) =>
    parameterIds
      .filter((id) => !id.startsWith('threshold.') && definitionOf(id).component === component)
      .map((id): PolicySetting => ({ publicId: id, id, component })),
  );
  return [...ofLevels, ...others];
}

/** Where a setting stands in a scenario. Throws where no parameter has the id. */
export function keysOf(publicId: string): Path {
  const parsed = parsePublicId(publicId);
  if (parsed === null) throw new Error(`No parameter ${publicId}`);
  return scenarioKeys(parsed);
}

/** The value of a setting. Throws where the scenario has none. */
export function valueOf(scenario: Scenario, publicId: string): unknown {
  const value = valueAt(scenario, keysOf(publicId));
  if (value === undefined) throw new Error(`${scenario.id} has no ${publicId}`);
  return value;
}
