/** AI Lab Watch's reading: which settings and figures belong under which of its heads (POLICIES.md, ailabwatch.org). */
import { documentMessages } from '../../messages/documentMessages';
import { allParameters, type ParameterId } from '../../parameters/parameters';
import type { Basis, Scenario } from '../../scenario/scenario';
import type { EnsembleSummary } from '../../results/summary';
import { valueText } from '../people/valueText';
import { settingsOf, type Setting } from '../settings/policySettings';
import { provenanceOf, settingValue } from '../settings/settingValue';
import { figureText, type FigureText } from './figures';

const words = documentMessages.policies.labWatch;

export type LabWatchCategory = keyof typeof words.categories;
/** Why a setting is under none of the heads. */
export type OutsideReason = keyof typeof words.reasons;

type Gate = 'threshold.limit' | `threshold.gates.${string}`;
/** Parameters of a policy. */
export type PolicyParameterId = Extract<
  ParameterId,
  Gate | `${'limits' | 'protections' | 'evaluation' | 'response' | 'accountability'}.${string}`
>;

/** Where each parameter of a policy belongs. */
export const parameterHeads: Readonly<Record<PolicyParameterId, LabWatchCategory | OutsideReason>> = {
  'threshold.limit': 'risk',
  'limits.safetyBuffer': 'risk',
  'limits.atAlert': 'risk',
  'evaluation.interval': 'risk',
  'evaluation.computeMultiple': 'risk',
  'evaluation.preDeployment': 'risk',
  'evaluation.duration': 'risk',
  'evaluation.noise': 'risk',
  'evaluation.repeats': 'risk',
  'accountability.thirdPartyEvaluation': 'risk',
  'threshold.gates.release': 'deployment',
  'threshold.gates.internalUse': 'deployment',
  'response.release': 'deployment',
  'response.internalUse': 'deployment',
  'response.recall': 'deployment',
  // Security levels are to be committed to before models beyond them are made.
  'threshold.gates.training': 'security',
  'response.training': 'training',
  'response.maxPause': 'training',
  'response.pauseSpeedup': 'training',
  'protections.preparationMargin': 'several',
  'protections.buildSpeed': 'several',
  'response.delay': 'several',
  'response.competitorClause': 'several',
  'accountability.auditInterval': 'governance',
  'accountability.auditPower': 'governance',
  'accountability.noticePeriod': 'governance',
  'accountability.oversightVeto': 'governance',
};

/** Figures of a result by head. */
export const figureHeads: Readonly<Record<LabWatchCategory, readonly string[]>> = {
  risk: ['flags.missedWarning', 'flags.falseAlarm', 'flags.evaluationSkipped', 'measures.evaluations'],
  deployment: [
    'outcomes.unsafe-deployment',
    'outcomes.unsafe-internal-use',
    'measures.withheldWeeks',
    'measures.suspendedWeeks',
    'flags.recalled',
  ],
  security: ['outcomes.unsecured', 'measures.unsecuredWeeks'],
  training: ['measures.pausedWeeks', 'measures.needlessPauseWeeks', 'measures.foregoneDoublings'],
};

export interface HeadSetting {
  readonly id: ParameterId;
  readonly label: string;
  /** "6x"; level by level where they differ. */
  readonly value: string;
  /** The weakest basis among its levels. */
  readonly basis: Basis;
}

export interface Head {
  readonly id: LabWatchCategory;
  readonly name: string;
  readonly settings: readonly HeadSetting[];
  /** Empty until there is a result. */
  readonly figures: readonly FigureText[];
}

export interface LabWatchView {
  readonly heads: readonly Head[];
  /** What is under none, a line for each reason. */
  readonly outside: readonly string[];
}

const weakestFirst: readonly Basis[] = ['illustrative', 'inferred', 'stated'];

function textOfLevels(settings: readonly Setting[], scenario: Scenario): string {
  const values = settings.map(({ publicId }) =>
    valueText(publicId, settingValue(scenario, publicId), scenario),
  );
  const [first = ''] = values;
  if (settings.length === 1) return first;
  if (values.every((value) => value === first)) return words.allLevels(first);
  return values.map((value, k) => words.ofLevel(scenario.thresholds[k]?.name ?? '', value)).join(', ');
}

function headSetting(id: ParameterId, scenario: Scenario): HeadSetting {
  const settings = settingsOf([id], scenario.thresholds.length);
  const bases = settings.map(({ publicId }) => provenanceOf(scenario, publicId)?.basis ?? 'illustrative');
  return {
    id,
    label: settings[0]?.parameter.text.label ?? id,
    value: textOfLevels(settings, scenario),
    basis: weakestFirst.find((basis) => bases.includes(basis)) ?? 'illustrative',
  };
}

function idsUnder(head: LabWatchCategory | OutsideReason): ParameterId[] {
  return allParameters
    .map(({ id }) => id)
    .filter((id) => (parameterHeads as Partial<Record<ParameterId, string>>)[id] === head);
}

/** A policy and its result under AI Lab Watch's heads. */
export function labWatchView(scenario: Scenario, summary: EnsembleSummary | null): LabWatchView {
  const heads = Object.keys(words.categories) as LabWatchCategory[];
  const reasons = Object.keys(words.reasons) as OutsideReason[];
  const labelOf = (id: ParameterId): string => headSetting(id, scenario).label;
  return {
    heads: heads.map((id) => ({
      id,
      name: words.categories[id],
      settings: idsUnder(id).map((each) => headSetting(each, scenario)),
      figures: summary === null ? [] : figureHeads[id].map((path) => figureText(path, summary)),
    })),
    outside: reasons.map((reason) =>
      words.outsideItem(idsUnder(reason).map(labelOf).join(', '), words.reasons[reason]),
    ),
  };
}
