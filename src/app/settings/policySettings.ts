/** Where each parameter is set: under a component of the policy, in a level's row, or with the world. */
import { messages } from '../../messages/messages';
import {
  levelId,
  parameterOf,
  type Parameter,
  type ParameterId,
  type PolicyComponent,
} from '../../parameters/parameters';
import type { Scenario } from '../../scenario/scenario';

export { policyComponents, type PolicyComponent } from '../../parameters/parameters';

interface ComponentSettings {
  readonly main: readonly ParameterId[];
  /** Folded away. */
  readonly more: readonly ParameterId[];
}

/** The settings of each component in the order in which they are offered. Levels stand between the limits' two. */
export const policySettings: Readonly<Record<PolicyComponent, ComponentSettings>> = {
  limits: { main: ['limits.safetyBuffer'], more: ['limits.atAlert'] },
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

/** What reaching a level can do. */
export const gateSettings = [
  'threshold.gates.training',
  'threshold.gates.internalUse',
  'threshold.gates.release',
] as const satisfies readonly ParameterId[];

/** What a level's row offers. */
export const levelSettings: readonly ParameterId[] = ['threshold.name', 'threshold.limit', ...gateSettings];

/** What the world says of a level. */
export const levelWorldSettings: readonly ParameterId[] = [
  'threshold.danger',
  'threshold.leadTime.security',
  'threshold.leadTime.deployment',
  'threshold.protectedAtStart',
  'threshold.domain',
];

/** The world's assumptions by what they are about, and what a report counts. */
export const worldSettings = {
  growth: [
    'growth',
    'growthVolatility',
    'jumpShare',
    'jumpSize',
    'pausedGrowth',
    'internalUseBoost',
    'initialCapability',
    'historyShape',
  ],
  releases: ['releaseInterval', 'releaseLag', 'postDeploymentGain'],
  evaluation: ['elicitationGap', 'suiteError', 'assessorBias', 'skipProbability', 'dangerUncertainty'],
  protections: ['leadTimeSpread', 'inadequacy', 'lapseRate', 'discoveryRate'],
  rival: ['rivalLead', 'rivalGrowth', 'pressure'],
  counting: ['horizon', 'report.toleranceWeeks'],
} as const satisfies Readonly<
  Record<keyof typeof messages.page.settings.world.groups, readonly ParameterId[]>
>;
export type WorldGroup = keyof typeof worldSettings;
export const worldGroups = Object.keys(worldSettings) as readonly WorldGroup[];

/** One setting of a scenario: a parameter and, for those of a level, which. */
export interface Setting {
  /** `evaluation.interval`, `t2.limit`. */
  readonly publicId: string;
  readonly parameter: Parameter;
  /** From 1; null for the lab's own. */
  readonly level: number | null;
}

/** The setting of a parameter, of a level's at this level. */
export function settingOf(id: ParameterId, level: number | null): Setting {
  const parameter = parameterOf(id);
  if (parameter === undefined) throw new Error(`No parameter ${id}`);
  return { publicId: level === null ? id : levelId(id, level), parameter, level };
}

/** The settings behind ids of the registry, those of levels once for each of `levels`. */
export function settingsOf(ids: readonly ParameterId[], levels: number): Setting[] {
  return ids.flatMap((id): Setting[] => {
    if (!id.startsWith('threshold.')) return [settingOf(id, null)];
    return Array.from({ length: levels }, (_, k) => settingOf(id, k + 1));
  });
}

/** What a setting is called: a level's limit by the level's name. */
export function settingLabel({ parameter, level }: Setting, scenario: Scenario): string {
  if (level === null) return parameter.text.label;
  if (parameter.id === 'threshold.name') return messages.page.settings.levels.nameOf(level);
  if (parameter.id !== 'threshold.limit') return parameter.text.label;
  return messages.page.settings.limitOf(scenario.thresholds[level - 1]?.name ?? '');
}
