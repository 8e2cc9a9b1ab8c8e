import { messages } from '../../messages/messages';
import type { Policy, Scenario } from '../../scenario/scenario';
import { multipleText } from '../people/capabilityText';
import { spanText } from '../people/spanText';
import type { PolicyComponent } from './policySettings';

const words = messages.page.inWords;
const { percent } = messages.page.units;

function limits({ thresholds, policy }: Scenario): string {
  const named = thresholds.filter(({ limit }) => limit !== null).length;
  if (named === 0) return words.noLimits;
  const text = words.limits(named, multipleText(2 ** policy.limits.safetyBuffer));
  return policy.limits.atAlert === 'prepare' ? words.prepares(text) : text;
}

function protections({ thresholds, policy }: Scenario): string {
  // Protections are begun for levels that the policy names.
  if (thresholds.every(({ limit }) => limit === null)) return words.neverBegun;
  const { preparationMargin, buildSpeed } = policy.protections;
  let text: string;
  if (preparationMargin === null) text = words.fromStart;
  else if (preparationMargin === 0) text = words.atAlert;
  else text = words.fromMargin(multipleText(2 ** preparationMargin));
  return buildSpeed === 1 ? text : words.atSpeed(text, multipleText(buildSpeed));
}

function evaluation({ evaluation: { interval, computeMultiple, preDeployment } }: Policy): string {
  const parts: string[] = [];
  const growth = multipleText(computeMultiple);
  if (interval > 0 && computeMultiple > 0) parts.push(words.everyOr(spanText(interval), growth));
  else if (interval > 0) parts.push(words.every(spanText(interval)));
  else if (computeMultiple > 0) parts.push(words.everyGrowth(growth));
  if (preDeployment) parts.push(words.beforeRelease);
  return parts.length === 0 ? words.neverEvaluates : words.list(parts);
}

function response({ response: each }: Policy): string {
  const parts: string[] = [];
  if (each.training === 'pause') {
    parts.push(each.maxPause > 0 ? words.pauseAtMost(spanText(each.maxPause)) : words.pause);
  }
  if (each.internalUse === 'suspend') parts.push(words.suspend);
  if (each.release === 'withhold') parts.push(words.withhold);
  if (each.recall) parts.push(words.recall);
  if (parts.length === 0) return words.goesOn;
  if (each.competitorClause !== null) parts.push(words.unlessBehind);
  return words.list(parts);
}

function accountability({ accountability: each }: Policy): string {
  const parts: string[] = [];
  if (each.thirdPartyEvaluation) parts.push(words.independent);
  if (each.auditInterval > 0) parts.push(words.audits(spanText(each.auditInterval)));
  if (each.noticePeriod > 0) parts.push(words.notice(spanText(each.noticePeriod)));
  if (each.oversightVeto > 0) parts.push(words.veto(percent(String(Math.round(each.oversightVeto * 100)))));
  return parts.length === 0 ? words.unaccountable : words.list(parts);
}

/** What a component of the policy is set to, in a few words. */
export function policyInWords(scenario: Scenario, component: PolicyComponent): string {
  switch (component) {
    case 'limits':
      return limits(scenario);
    case 'protections':
      return protections(scenario);
    case 'evaluation':
      return evaluation(scenario.policy);
    case 'response':
      return response(scenario.policy);
    case 'accountability':
      return accountability(scenario.policy);
  }
}
