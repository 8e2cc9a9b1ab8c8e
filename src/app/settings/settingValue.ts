import { messages } from '../../messages/messages';
import {
  parameterOf,
  parsePublicId,
  type NumberDefinition,
  type ParameterId,
  type Triangular,
} from '../../parameters/parameters';
import { scenarioKeys } from '../../parameters/publicId';
import { valueAt } from '../../scenario/path';
import type { Provenance, Scenario } from '../../scenario/scenario';

export type SettingValue = number | boolean | string | null | Triangular;

export function isTriangular(value: unknown): value is Triangular {
  return typeof value === 'object' && value !== null && 'mode' in value;
}

/** The value of a setting in a scenario. Throws on an id that the scenario does not have, and on a recorded path. */
export function settingValue(scenario: Scenario, publicId: string): SettingValue {
  const parsed = parsePublicId(publicId);
  const value = parsed === null ? undefined : valueAt(scenario, scenarioKeys(parsed));
  if (value === undefined || Array.isArray(value)) {
    throw new Error(`No single value of ${publicId} in ${scenario.id}`);
  }
  return value as SettingValue;
}

/** Where the scenario's own value of a setting comes from, where it says so. */
export function provenanceOf(scenario: Scenario, publicId: string): Provenance | null {
  return Object.hasOwn(scenario.provenance, publicId) ? (scenario.provenance[publicId] ?? null) : null;
}

/**
 * The id that a setting has in the scenario a changed one was made from, whose levels may have had other numbers;
 * null where its level is new.
 * @param origins for each level now, its place (from 0) then, or null
 */
export function originalId(publicId: string, origins: readonly (number | null)[]): string | null {
  const level = parsePublicId(publicId)?.level ?? null;
  if (level === null) return publicId;
  const origin = origins[level - 1] ?? null;
  return origin === null ? null : publicId.replace(/^t\d+/, `t${origin + 1}`);
}

/**
 * The value a setting takes when its "none" is taken back: the parameter's default, or the level's danger point
 * for a limit, or the least that the slider offers.
 */
export function valueInsteadOfNone(scenario: Scenario, publicId: string, fallback: number): number {
  const parsed = parsePublicId(publicId);
  if (parsed?.id === 'threshold.limit' && parsed.level !== null) {
    return scenario.thresholds[parsed.level - 1]?.danger ?? fallback;
  }
  return fallback;
}

/** The value that says "none" and is not on the slider, and its name. */
export interface NoneValue {
  readonly value: null | 0;
  readonly words: string;
}

/** What stands for "none" of a number parameter; undefined where nothing does, or the slider's own 0. */
export function noneOf(id: ParameterId, definition: NumberDefinition): NoneValue | undefined {
  const text = parameterOf(id)?.text;
  const short: Partial<Record<ParameterId, string>> = messages.page.settings.noneOf;
  if (definition.nullable === true) return { value: null, words: short[id] ?? text?.null ?? '' };
  if (definition.specialZero !== true || definition.min === 0) return undefined;
  return { value: 0, words: short[id] ?? text?.zero ?? '' };
}
