import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/scenario/contentHash';
import { decodeScenarioText } from '../../src/scenario/decodeText';
import { currentVersion, migrate, migrations, type JsonObject } from '../../src/scenario/migrations';

const folder = new URL('fixtures/', import.meta.url);

interface Fixture {
  readonly version: number;
  readonly name: string;
  readonly text: string;
}

const versionNames = readdirSync(folder).filter((name) => /^v\d+$/.test(name));

const fixtures: Fixture[] = versionNames.flatMap((versionName) =>
  readdirSync(new URL(`${versionName}/`, folder)).map((name) => ({
    version: Number(versionName.slice(1)),
    name: `${versionName}/${name}`,
    text: readFileSync(new URL(`${versionName}/${name}`, folder), 'utf8'),
  })),
);

/** What each frozen file simulates today; a migration may move a hash, and says so here. */
const hashes: Record<string, string> = {
  'v1/every-kind.json': '28957251fe41a9ca',
  'v1/replay.json': 'b25e9376f07534b6',
};

describe('migrations', () => {
  it('lead to the current version', () => {
    expect(currentVersion).toBe(migrations.length + 1);
  });

  it.each(fixtures)('$name, frozen, can still be read and means the same', ({ version, name, text }) => {
    expect((JSON.parse(text) as JsonObject)['schemaVersion']).toBe(version);
    const decoded = decodeScenarioText(text);
    expect(decoded).toMatchObject({ ok: true, scenario: { schemaVersion: currentVersion } });
    if (decoded.ok) expect(contentHash(decoded.scenario)).toBe(hashes[name]);
  });

  it('are each exercised by a frozen file of their own version, and so is the current version', () => {
    const taken = fixtures.flatMap(({ version, text }) => [
      version,
      ...migrate(JSON.parse(text) as JsonObject, version).steps,
    ]);
    const versions = Array.from({ length: currentVersion }, (_, index) => index + 1);
    for (const version of versions) {
      expect(fixtures.map((fixture) => fixture.version)).toContain(version);
      expect(taken).toContain(version);
    }
  });

  it('are taken one after another from the version of the file on', () => {
    const chain = [
      (scenario: JsonObject) => ({ ...scenario, trail: [...(scenario['trail'] as string[]), 'one'] }),
      (scenario: JsonObject) => ({ ...scenario, trail: [...(scenario['trail'] as string[]), 'two'] }),
    ];
    const start = { schemaVersion: 1, trail: ['start'] };
    expect(migrate(start, 1, chain)).toEqual({
      scenario: { schemaVersion: 3, trail: ['start', 'one', 'two'] },
      steps: [1, 2],
    });
    expect(migrate(start, 2, chain)).toEqual({
      scenario: { schemaVersion: 3, trail: ['start', 'two'] },
      steps: [2],
    });
    expect(migrate(start, 3, chain)).toEqual({ scenario: start, steps: [] });
    expect(start).toEqual({ schemaVersion: 1, trail: ['start'] });
  });
});
