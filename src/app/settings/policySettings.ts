import { messages } from '../../messages/messages';
import {
  levelId,
  parameterOf,
  type Component,
  type Parameter,
  type ParameterId,
} from '../../parameters/parameters';
import type { Scenario } from '../../scenario/scenario';

/** METR's five components of a policy. */
export const policyComponents = [
  'limits',
  'protections',
  'evaluation',
  'response',
  'accountability',
] as const satisfies readonly Component[];
export type PolicyComponent = (typeof policyComponents)[number];

interface ComponentSettings {
  readonly main: readonly ParameterId[];
  /** Folded away. */
  readonly more: readonly ParameterId[];
}

/** The settings of each component in the order in which they are offered. `threshold.` stands for every level. */
export const policySettings: Readonly<Record<PolicyComponent, ComponentSettings>> = {
  limits: { main: ['limits.safetyBuffer', 'threshold.limit'], more: ['limits.atAlert'] },
  protections: { main: ['protections.preparationMargin', 'protections.buildSpeed'], more: [] },
  evaluation: {
    main: ['evaluation.interval', 'evaluation.computeMultiple', 'evaluation.preDeployment'],
    more: ['evaluation.duration', 'evaluation.noise', 'evaluation.repeats'],
  },
  response: {
    main: [
      'response.training',
      'response.internalUse',
      'response.release',
      'response.recall',
      'response.delay',
      'response.maxPause',
    ],
    more: ['response.pauseSpeedup', 'response.competitorClause'],
  },
  accountability: {
    main: [
      'accountability.thirdPartyEvaluation',
      'accountability.auditInterval',
      'accountability.noticePeriod',
    ],
    more: ['accountability.auditPower', 'accountability.oversightVeto'],
  },
};

/** One setting of a scenario: a parameter and, for those of a level, which. */
export interface Setting {
  /** `evaluation.interval`, `t2.limit`. */
  readonly publicId: string;
  readonly parameter: Parameter;
  /** From 1; null for the lab's own. */
  readonly level: number | null;
}

/** The settings behind ids of the registry, those of levels once for each of `levels`. */
export function settingsOf(ids: readonly ParameterId[], levels: number): Setting[] {
  return ids.flatMap((id): Setting[] => {
    const parameter = parameterOf(id);
    if (parameter === undefined) throw new Error(`No parameter ${id}`);
    if (!id.startsWith('threshold.')) return [{ publicId: id, parameter, level: null }];
    return Array.from({ length: levels }, (_, k) => ({
      publicId: levelId(id, k + 1),
      parameter,
      level: k + 1,
    }));
  });
}

/** What a setting is called: a level's limit by the level's name. */
export function settingLabel({ parameter, level }: Setting, scenario: Scenario): string {
  if (parameter.id !== 'threshold.limit' || level === null) return parameter.text.label;
  return messages.page.settings.limitOf(scenario.thresholds[level - 1]?.name ?? '');
}
