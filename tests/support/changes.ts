import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';

/** Any part of a T, at any depth; lists and `{low, mode, high}` as a whole. */
export type Changes<T> = {
  readonly [Key in keyof T]?: T[Key] extends readonly unknown[]
    ? T[Key]
    : T[Key] extends object
      ? Changes<T[Key]>
      : T[Key];
};

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of `base` with `changes` in place of what they name. */
export function changed<T extends object>(base: T, changes: Changes<T>): T {
  const result = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes as Plain)) {
    const before = result[key];
    result[key] = isPlain(before) && isPlain(value) ? changed(before, value) : value;
  }
  return result as T;
}

export function withWorld(scenario: Scenario, changes: Changes<World>): Scenario {
  return { ...scenario, world: changed(scenario.world, changes) };
}

export function withPolicy(scenario: Scenario, changes: Changes<Policy>): Scenario {
  return { ...scenario, policy: changed(scenario.policy, changes) };
}

export function withThresholds(
  scenario: Scenario,
  change: (threshold: Threshold, level: number) => Threshold,
): Scenario {
  return { ...scenario, thresholds: scenario.thresholds.map(change) };
}
