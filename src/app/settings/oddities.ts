/**
 * What is odd about a scenario, or has no effect in it, so that settings that depend on each other explain themselves.
 * Each sentence is true of the model; tests hold it against simulations. Nothing is ever forbidden.
 */
import { messages } from '../../messages/messages';
import type { Uncertain } from '../../parameters/parameters';
import type { Scenario, Threshold } from '../../scenario/scenario';
import { capabilityText, multipleText } from '../people/capabilityText';
import { spanText } from '../people/spanText';
import type { PolicyComponent } from './policySettings';
import { middleOf } from './uncertainValue';

const words = messages.page.settings.oddities;

export type OddityKey = keyof typeof words;

export interface Oddity {
  readonly key: Exclude<OddityKey, 'names'>;
  readonly component: PolicyComponent | 'world';
  /** Public ids of the settings concerned; it is shown at the first. */
  readonly ids: readonly [string, ...string[]];
  readonly sentence: string;
  /** Whether it is worth a mark on what is closed; a note only says what has no effect. */
  readonly isNote: boolean;
}

type Rule = (facts: Facts) => readonly (Omit<Oddity, 'component'> | null)[];

/** A level and its number, from 1. */
interface Level extends Threshold {
  readonly number: number;
}

/** What several rules look at. Capabilities in doublings. */
interface Facts {
  readonly scenario: Scenario;
  readonly levels: readonly Level[];
  /** Levels with a limit. */
  readonly named: readonly (Level & { readonly limit: number })[];
  readonly evaluates: boolean;
  /** Capability in week 0, most likely. */
  readonly start: number;
  /** How far below the truth the higher team reads at least, on average. */
  readonly readsLowBy: number;
  /** Whether all four responses are to go on. */
  readonly goesOn: boolean;
}

function factsOf(scenario: Scenario): Facts {
  const { world, thresholds, policy } = scenario;
  const { evaluation, response, accountability } = policy;
  const levels = thresholds.map((threshold, k) => ({ ...threshold, number: k + 1 }));
  const bias = accountability.thirdPartyEvaluation ? 0 : middleOf(world.assessorBias);
  return {
    scenario,
    levels,
    named: levels.flatMap((level) => (level.limit === null ? [] : [{ ...level, limit: level.limit }])),
    evaluates: evaluation.interval > 0 || evaluation.computeMultiple > 0 || evaluation.preDeployment,
    start: world.history?.[0]?.capability ?? middleOf(world.initialCapability),
    readsLowBy: middleOf(world.elicitationGap) + bias,
    goesOn:
      response.training === 'continue' &&
      response.internalUse === 'continue' &&
      response.release === 'release' &&
      !response.recall,
  };
}

function found(
  key: Oddity['key'],
  isSo: boolean,
  ids: Oddity['ids'],
  sentence: string,
  isNote = false,
): Omit<Oddity, 'component'> | null {
  return isSo ? { key, ids, sentence, isNote } : null;
}

/** What has no effect. */
function idle(key: Oddity['key'], isSo: boolean, ids: Oddity['ids'], sentence: string) {
  return found(key, isSo, ids, sentence, true);
}

const idOf = (level: Level, id: string): string => `t${level.number}.${id}`;
const multiple = (doublings: number): string => multipleText(2 ** doublings);
const namesOf = (levels: readonly Level[]): string => words.names(levels.map(({ name }) => name));
const lowest = (value: Uncertain): number => (typeof value === 'number' ? value : value.low);
const highest = (value: Uncertain): number => (typeof value === 'number' ? value : value.high);
const meanOf = (value: Uncertain): number =>
  typeof value === 'number' ? value : (value.low + value.mode + value.high) / 3;

const limits: Rule = ({ scenario, levels, named, evaluates, start, readsLowBy }) => {
  const { safetyBuffer, atAlert } = scenario.policy.limits;
  const buffer = 'limits.safetyBuffer';
  const isWarned = evaluates && named.length > 0;
  const firstReading = start - readsLowBy;
  const atOnce = named.filter(({ limit }) => limit > firstReading && limit - safetyBuffer <= firstReading);
  return [
    found('noLimits', named.length === 0, ['t1.limit'], words.noLimits),
    idle('onlyDifference', isWarned && atAlert === 'act' && safetyBuffer > 0, [buffer], words.onlyDifference),
    idle('noBuffer', named.length > 0 && safetyBuffer === 0, [buffer, 'limits.atAlert'], words.noBuffer),
    found(
      'gapBeyondBuffer',
      isWarned && readsLowBy > safetyBuffer,
      [buffer, 'elicitationGap', 'assessorBias'],
      words.gapBeyondBuffer(multiple(readsLowBy), multiple(safetyBuffer)),
    ),
    found(
      'alertAtOnce',
      isWarned && atOnce.length > 0,
      [buffer, ...atOnce.map((level) => idOf(level, 'limit'))],
      words.alertAtOnce(namesOf(atOnce)),
    ),
    ...named.flatMap((level) => [
      found(
        'reachedAtOnce',
        evaluates && level.limit <= firstReading,
        [idOf(level, 'limit')],
        words.reachedAtOnce,
      ),
      found(
        'alertPastDanger',
        level.limit - safetyBuffer > level.danger,
        [idOf(level, 'limit'), idOf(level, 'danger'), buffer],
        words.alertPastDanger,
      ),
      found(
        'gatesOff',
        !Object.values(level.gates).includes(true),
        [idOf(level, 'gates.training'), idOf(level, 'gates.internalUse'), idOf(level, 'gates.release')],
        words.gatesOff,
      ),
    ]),
    ...levels.map((level) =>
      idle('unnamed', named.length > 0 && level.limit === null, [idOf(level, 'limit')], words.unnamed),
    ),
  ];
};

const evaluation: Rule = ({ scenario, evaluates }) => {
  const { interval, computeMultiple, duration, noise, repeats } = scenario.policy.evaluation;
  const { horizon, releaseLag } = scenario.world;
  const isRoutine = interval > 0 || computeMultiple > 0;
  return [
    found(
      'neverEvaluates',
      !evaluates,
      ['evaluation.interval', 'evaluation.computeMultiple', 'evaluation.preDeployment'],
      words.neverEvaluates,
    ),
    found(
      'onlyCandidates',
      evaluates && !isRoutine,
      ['evaluation.interval', 'evaluation.computeMultiple'],
      words.onlyCandidates(spanText(releaseLag)),
    ),
    found(
      'noEvaluationInTime',
      interval > horizon,
      ['evaluation.interval', 'horizon'],
      words.noEvaluationInTime,
    ),
    found(
      'endlessEvaluation',
      interval > 0 && duration >= interval,
      ['evaluation.duration', 'evaluation.interval'],
      words.endlessEvaluation,
    ),
    idle(
      'repeatsWithoutNoise',
      noise === 0 && repeats > 1,
      ['evaluation.repeats', 'evaluation.noise'],
      words.repeatsWithoutNoise,
    ),
  ];
};

const response: Rule = ({ scenario, named, goesOn }) => {
  const { training, internalUse, release, recall, delay, maxPause, pauseSpeedup } = scenario.policy.response;
  const isPausing = training === 'pause';
  const some = named.length > 0;
  const none = (gate: keyof Threshold['gates']): boolean => some && !named.some(({ gates }) => gates[gate]);
  const pace = scenario.policy.protections.buildSpeed * pauseSpeedup;
  const unsecured = named.filter(({ gates, protectedAtStart }) => gates.training && !protectedAtStart);
  const unknown = unsecured.filter(({ leadTime }) => leadTime.security === null);
  const soonest = Math.min(...unsecured.map(({ leadTime }) => (leadTime.security ?? Infinity) / pace));
  return [
    found('goesOn', some && goesOn, ['response.training'], words.goesOn),
    found('noLevelPauses', isPausing && none('training'), ['response.training'], words.noLevelPauses),
    found(
      'noLevelSuspends',
      internalUse === 'suspend' && none('internalUse'),
      ['response.internalUse'],
      words.noLevelSuspends,
    ),
    found(
      'noLevelWithholds',
      (release === 'withhold' || recall) && none('release'),
      [release === 'withhold' ? 'response.release' : 'response.recall'],
      words.noLevelWithholds,
    ),
    idle('noDelay', delay > 0 && !isPausing && internalUse === 'continue', ['response.delay'], words.noDelay),
    idle('maxPauseIdle', maxPause > 0 && !isPausing, ['response.maxPause'], words.maxPauseIdle),
    found(
      'pauseTooShort',
      isPausing && maxPause > 0 && soonest > maxPause && soonest < Infinity,
      ['response.maxPause', ...unsecured.map((level) => idOf(level, 'leadTime.security'))],
      words.pauseTooShort(spanText(maxPause), spanText(Math.ceil(soonest))),
    ),
    found(
      'pauseEndless',
      isPausing && maxPause === 0 && unknown.length > 0,
      ['response.maxPause', ...unknown.map((level) => idOf(level, 'leadTime.security'))],
      words.pauseEndless(namesOf(unknown)),
    ),
    idle('speedupIdle', !isPausing, ['response.pauseSpeedup'], words.speedupIdle),
    idle('noSpeedup', isPausing && pauseSpeedup === 1, ['response.pauseSpeedup'], words.noSpeedup),
    found('slowdown', isPausing && pauseSpeedup < 1, ['response.pauseSpeedup'], words.slowdown),
    ...clause(scenario),
  ];
};

/** The competitor clause of a lab that does not lead by so much, in any future. */
function clause({ world, policy }: Scenario): readonly (Omit<Oddity, 'component'> | null)[] {
  const { competitorClause } = policy.response;
  const isUnmet = competitorClause !== null && -lowest(world.rivalLead) < competitorClause;
  const isSlower = world.history === null && highest(world.growth) <= lowest(world.rivalGrowth);
  const lead = middleOf(world.rivalLead);
  const { ahead, behind, level } = messages.page.settings.world;
  const sided = lead > 0 ? ahead : behind;
  const place = lead === 0 ? level : sided(multiple(Math.abs(lead)));
  const ids: Oddity['ids'] = ['response.competitorClause', 'rivalLead'];
  return [
    found('clauseUnmet', isUnmet && !isSlower, ids, words.clauseUnmet(place)),
    found('clauseNeverMet', isUnmet && isSlower, [...ids, 'rivalGrowth'], words.clauseNeverMet(place)),
  ];
}

const accountability: Rule = ({ scenario }) => {
  const { auditInterval, noticePeriod, oversightVeto } = scenario.policy.accountability;
  const { horizon, pressure } = scenario.world;
  const isFree = highest(pressure) > 0;
  return [
    found(
      'noAuditInTime',
      auditInterval > horizon,
      ['accountability.auditInterval', 'horizon'],
      words.noAuditInTime,
    ),
    idle(
      'powerWithoutAudits',
      auditInterval === 0,
      ['accountability.auditPower', 'accountability.auditInterval'],
      words.powerWithoutAudits,
    ),
    idle(
      'noPressure',
      !isFree && (noticePeriod > 0 || oversightVeto > 0),
      [noticePeriod > 0 ? 'accountability.noticePeriod' : 'accountability.oversightVeto', 'pressure'],
      words.noPressure,
    ),
    idle('alwaysVetoed', isFree && oversightVeto === 1, ['accountability.oversightVeto'], words.alwaysVetoed),
  ];
};

const WEEKS_PER_YEAR = 52;

const world: Rule = ({ scenario, levels, start }) => {
  const { world: each, policy, scale } = scenario;
  const { auditInterval, auditPower } = policy.accountability;
  const { interval, computeMultiple } = policy.evaluation;
  const last = each.history?.findLast(({ week }) => week <= each.horizon) ?? { week: 0, capability: start };
  const end = last.capability + (meanOf(each.growth) * (each.horizon - last.week)) / WEEKS_PER_YEAR;
  const fails = highest(each.inadequacy) + highest(each.lapseRate) > 0;
  const isAudited = auditInterval > 0 && auditPower > 0;
  return [
    found(
      'tooShort',
      levels.every(({ danger }) => end < danger),
      ['horizon', 'growth'],
      words.tooShort(capabilityText(end, scale)),
    ),
    found('noRelease', each.releaseInterval > each.horizon, ['releaseInterval', 'horizon'], words.noRelease),
    found(
      'pauseSlowsNothing',
      policy.response.training === 'pause' && lowest(each.pausedGrowth) === 1,
      ['pausedGrowth'],
      words.pauseSlowsNothing,
    ),
    found(
      'allSkipped',
      lowest(each.skipProbability) === 1 && (interval > 0 || computeMultiple > 0),
      ['skipProbability'],
      words.allSkipped,
    ),
    found('noneWorks', lowest(each.inadequacy) === 1, ['inadequacy'], words.noneWorks),
    found(
      'neverFound',
      fails && highest(each.discoveryRate) === 0 && !isAudited,
      ['discoveryRate', 'accountability.auditInterval'],
      words.neverFound,
    ),
    idle('noJumps', highest(each.jumpShare) === 0, ['jumpSize', 'jumpShare'], words.noJumps),
    idle('startOnRecord', each.history !== null, ['initialCapability'], words.startOnRecord),
    idle('noRecord', each.history === null, ['historyShape'], words.noRecord),
    ...levels.flatMap((level) => {
      const [security, deployment] = [idOf(level, 'leadTime.security'), idOf(level, 'leadTime.deployment')];
      const isNamed = level.limit !== null;
      return [
        found(
          'securityUnknown',
          isNamed && level.leadTime.security === null,
          [security],
          words.securityUnknown,
        ),
        found(
          'safeguardsUnknown',
          isNamed && level.leadTime.deployment === null,
          [deployment],
          words.safeguardsUnknown,
        ),
        idle('rebuilt', level.protectedAtStart, [security, deployment], words.rebuilt),
      ];
    }),
  ];
};

const rules = { limits, evaluation, response, accountability, world } as const;

/** Everything odd about a scenario, component by component. */
export function odditiesOf(scenario: Scenario): readonly Oddity[] {
  const facts = factsOf(scenario);
  return (Object.keys(rules) as (keyof typeof rules)[]).flatMap((component) =>
    rules[component](facts).flatMap((each) => (each === null ? [] : [{ ...each, component }])),
  );
}

/** The sentences to be shown at a setting. */
export function odditiesAt(oddities: readonly Oddity[], publicIds: readonly string[]): readonly string[] {
  return oddities.filter(({ ids }) => publicIds.includes(ids[0])).map(({ sentence }) => sentence);
}

/** How many oddities deserve a mark among those shown at settings that `isShown` names. */
export function countOddities(oddities: readonly Oddity[], isShown: (oddity: Oddity) => boolean): number {
  return oddities.filter((oddity) => !oddity.isNote && isShown(oddity)).length;
}
