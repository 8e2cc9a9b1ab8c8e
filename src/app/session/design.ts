/** A scenario as a person has changed it, and the one it was made from. */
import type { Issue } from '../../parameters/parameters';
import { parsePublicId, thresholdCount } from '../../parameters/parameters';
import { scenarioKeys } from '../../parameters/publicId';
import { worldOfSet } from '../../scenario/assumptionChoice';
import type { AssumptionSet } from '../../scenario/assumptionSets';
import { applySettings, type Setting } from '../../scenario/applySettings';
import { decodeScenario } from '../../scenario/decode';
import { provenanceAfter, scenarioDifference } from '../../scenario/difference';
import { newLevel } from '../../scenario/levels';
import { withValueAt } from '../../scenario/path';
import type { Scenario } from '../../scenario/scenario';

export interface Design {
  /** As it came from its preset or file. */
  readonly base: Scenario;
  readonly scenario: Scenario;
}

export type DesignOrIssues =
  { readonly ok: true; readonly design: Design } | { readonly ok: false; readonly issues: readonly Issue[] };

/** A scenario as it came. */
export function unchanged(base: Scenario): Design {
  return { base, scenario: base };
}

/** The design with another scenario, whose values say where they come from only as far as they are still the base's. */
export function withScenario({ base }: Design, scenario: Scenario): DesignOrIssues {
  const provenance = provenanceAfter(base, scenario);
  const decoded = decodeScenario({ ...scenario, provenance });
  if (!decoded.ok) return decoded;
  const { parameters, removed, added } = scenarioDifference(base, scenario);
  const isBase = parameters.length + removed.length + added.length === 0;
  return { ok: true, design: { base, scenario: isBase ? base : decoded.scenario } };
}

/** A scenario that was made from another one. Throws on one that is not valid. */
export function designOf(base: Scenario, scenario: Scenario): Design {
  const result = withScenario(unchanged(base), scenario);
  if (!result.ok) throw new Error(`${base.id}: ${JSON.stringify(result.issues)}`);
  return result.design;
}

/** Parameters set from text. */
export function withSettings(design: Design, settings: readonly Setting[]): DesignOrIssues {
  const applied = applySettings(design.scenario, settings);
  return applied.ok ? withScenario(design, applied.scenario) : applied;
}

/** One parameter set from text. */
export function withSetting(design: Design, publicId: string, text: string): DesignOrIssues {
  return withSettings(design, [{ id: publicId, text }]);
}

/**
 * The value of a setting in the base, by the number that its level has now; undefined where the level is new or no
 * parameter has the id.
 */
export function baseValue({ base, scenario }: Design, publicId: string): unknown {
  const parsed = parsePublicId(publicId);
  if (parsed === null) return undefined;
  const keys = scenarioKeys(parsed);
  let at: unknown = base;
  if (parsed.level !== null) {
    const origin = scenarioDifference(base, scenario).origins[parsed.level - 1];
    if (origin == null) return undefined;
    keys[1] = origin;
  }
  for (const key of keys) at = (at as Record<string | number, unknown>)[key];
  return at;
}

/** Parameters brought back to what they are in the base. Throws on a setting that the base does not have. */
export function withReset(design: Design, ...publicIds: readonly string[]): DesignOrIssues {
  const scenario = publicIds.reduce((changed, publicId) => {
    const parsed = parsePublicId(publicId);
    const value = baseValue(design, publicId);
    if (parsed === null || value === undefined) throw new Error(`${design.base.id} has no ${publicId}`);
    return withValueAt(changed, scenarioKeys(parsed), value);
  }, design.scenario);
  return withScenario(design, scenario);
}

/** The design in the world of a set of assumptions. */
export function withWorldOf(design: Design, set: AssumptionSet): DesignOrIssues {
  return withScenario(design, worldOfSet(design.scenario, design.base, set));
}

/** Doublings above the highest danger point at which a new level is put. */
const ABOVE = 2;
const HIGHEST = 60;

/** The design with one more level, above all others; null where there are as many as there may be. */
export function withNewLevel(design: Design): Design | null {
  const { scenario } = design;
  const { thresholds } = scenario;
  if (thresholds.length >= thresholdCount.max) return null;
  const names = new Set(thresholds.map(({ name }) => name));
  let name = newLevel.name;
  for (let n = 2; names.has(name); n++) name = `${newLevel.name} ${n}`;
  const danger = Math.min(Math.max(...thresholds.map((each) => each.danger)) + ABOVE, HIGHEST);
  const level = { ...newLevel, name, danger, limit: danger };
  const result = withScenario(design, { ...scenario, thresholds: [...thresholds, level] });
  return result.ok ? result.design : null;
}

/** The design without its `level`-th level (from 1); null where it is the only one. */
export function withoutLevel(design: Design, level: number): Design | null {
  const { scenario } = design;
  if (scenario.thresholds.length <= thresholdCount.min) return null;
  const thresholds = scenario.thresholds.filter((_, index) => index !== level - 1);
  const result = withScenario(design, { ...scenario, thresholds });
  return result.ok ? result.design : null;
}
