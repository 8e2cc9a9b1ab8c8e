/** Taking one component of another policy over, all else as it is. */
import type { JobOptions, Runner } from '../engine/runner';
import { policyComponents, type PolicyComponent } from '../parameters/registry';
import { levelId, parsePublicId } from '../parameters/publicId';
import type { Outcome } from '../model/score';
import type { Scenario } from '../scenario/scenario';
import type { CandidateValue } from './candidates';
import { effectOf, outcomesWith, type Finding, type Future, type SettingChange } from './counterfactuals';
import { policySettings, valueOf } from './policySettings';

/**
 * For each level of a scenario, the place (from 0) of the level of `reference` with the same danger, in the order of
 * both; null where one has none, or the scales differ: then the limits of one say nothing about the other.
 */
export function levelsIn(scenario: Scenario, reference: Scenario): readonly number[] | null {
  if (scenario.scale !== reference.scale) return null;
  let next = 0;
  const places: number[] = [];
  for (const { danger } of scenario.thresholds) {
    const place = reference.thresholds.findIndex((level, k) => k >= next && level.danger === danger);
    if (place < 0) return null;
    places.push(place);
    next = place + 1;
  }
  return places;
}

/** A component that can be taken over, or all five together. */
export type TakenOver = PolicyComponent | 'all';

/** What taking a component over changes. */
export interface ComponentChange {
  readonly component: TakenOver;
  /** Empty where both policies are the same in it. */
  readonly changes: readonly SettingChange[];
}

/**
 * For each of METR's five components, and at last for all together, what has to be changed for a policy to have it as
 * `reference` has; the limits with the levels' limits and what reaching them can do. Null where the levels of the two do
 * not match.
 */
export function componentChanges(scenario: Scenario, reference: Scenario): readonly ComponentChange[] | null {
  const places = levelsIn(scenario, reference);
  if (places === null) return null;
  const differing = policySettings(scenario.thresholds.length).flatMap(({ publicId, id, component }) => {
    const level = parsePublicId(publicId)?.level ?? null;
    const theirs = level === null ? publicId : levelId(id, places[level - 1]! + 1);
    const before = valueOf(scenario, publicId) as CandidateValue;
    const after = valueOf(reference, theirs) as CandidateValue;
    return before === after ? [] : [{ component, change: { publicId, before, after } }];
  });
  const changesOf = (taken: TakenOver): readonly SettingChange[] =>
    differing.filter(({ component }) => taken === 'all' || component === taken).map(({ change }) => change);
  return [...policyComponents, 'all' as const].map((component) => ({
    component,
    changes: changesOf(component),
  }));
}

/** What taking a component over makes of a future. */
export interface ComponentFinding extends ComponentChange {
  /** How the future then ends. */
  readonly outcome: Outcome;
  /** Null: it does not help. */
  readonly effect: Finding['effect'] | null;
}

/**
 * What each component of another policy, taken over alone, and all together make of a future that fails; those in which both policies
 * are the same are left out. Null where the levels of the two do not match; rejects with the signal's reason when
 * aborted.
 */
export async function componentFindings(
  runner: Runner,
  future: Future,
  reference: Scenario,
  options?: JobOptions,
): Promise<readonly ComponentFinding[] | null> {
  const differing = componentChanges(future.scenario, reference)?.filter(({ changes }) => changes.length > 0);
  if (differing === undefined) return null;
  const { asItIs, changed } = await outcomesWith(
    runner,
    future,
    differing.map(({ changes }) => changes),
    options,
  );
  return differing.map((each, index) => {
    const outcome = changed[index]!;
    return { ...each, outcome, effect: effectOf(asItIs, outcome) };
  });
}
