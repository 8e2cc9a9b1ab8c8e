/** A scenario of some version as plain data. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Turns a scenario of the version before into one of the version after, `schemaVersion` aside. */
export type Migration = (scenario: JsonObject) => JsonObject;

/** The version that this code reads without migration. */
export const currentVersion = 1;

/**
 * One step a version: the first turns version 1 into 2, and so on. Every step needs a frozen file of its
 * version under tests/scenario/fixtures.
 */
export const migrations: readonly Migration[] = [];

export interface Migrated {
  readonly scenario: JsonObject;
  /** The versions that were left behind, oldest first; empty for a scenario of the current version. */
  readonly steps: readonly number[];
}

/**
 * Brings a scenario from its version to the newest one that `chain` leads to.
 * @param version a whole number from 1 to chain.length + 1
 */
export function migrate(
  scenario: JsonObject,
  version: number,
  chain: readonly Migration[] = migrations,
): Migrated {
  let migrated = scenario;
  const steps: number[] = [];
  for (let from = version; from <= chain.length; from++) {
    const step = chain[from - 1];
    if (step === undefined) throw new RangeError(`no migration from schema version ${from}`);
    migrated = { ...step(migrated), schemaVersion: from + 1 };
    steps.push(from);
  }
  return { scenario: migrated, steps };
}
