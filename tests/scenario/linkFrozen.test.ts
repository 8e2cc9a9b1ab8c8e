import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/scenario/contentHash';
import { decodeLink, plainView, type LinkContent } from '../../src/scenario/link';
import { linkMigrations, migrateLink } from '../../src/scenario/linkMigrations';

/** A link that somebody may hold, and what it shows. */
interface FrozenLink extends Omit<LinkContent, 'presetId' | 'scenario' | 'compared'> {
  readonly name: string;
  readonly link: string;
  /** The policy, then those compared. A preset that is changed moves the hashes of its links. */
  readonly scenarios: readonly { readonly presetId: string; readonly hash: string }[];
}

const folder = new URL('fixtures/links/', import.meta.url);

const frozen = readdirSync(folder).flatMap((file) => {
  const links = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FrozenLink[];
  return links.map((each) => ({ ...each, version: Number(/^v(\d+)\.json$/.exec(file)?.[1]) }));
});

describe('a frozen link', () => {
  test.each(frozen)(
    'of version $version shows what it showed: $name',
    ({ version, link, name: _, ...shown }) => {
      const decoded = decodeLink(link, shown.modelVersion);
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
      const { presetId, scenario, compared, ...rest } = decoded.content;
      const scenarios = [{ presetId, scenario }, ...compared].map((policy) => ({
        presetId: policy.presetId,
        hash: contentHash(policy.scenario),
      }));
      // What links of its time could not say is as it is where nothing is said.
      expect({ ...rest, scenarios }).toEqual({ ...shown, view: { ...plainView, ...shown.view } });
      expect(decoded.notices).not.toContain('edited');
      expect(decoded.notices.includes('migrated')).toBe(version <= linkMigrations.length);
    },
  );

  test('is kept of every version that links have had', () => {
    const versions = Array.from({ length: linkMigrations.length + 1 }, (_, index) => index + 1);
    expect([...new Set(frozen.map(({ version }) => version))].toSorted((a, b) => a - b)).toEqual(versions);
  });
});

test('migrations are taken one after another from the version of the link on', () => {
  const chain = ['2', '3'].map((text) => (link: Parameters<typeof migrateLink>[0]) => ({
    ...link,
    entries: [...link.entries, { key: 'to', text }],
  }));
  const link = { preset: 'baseline', entries: [] };
  const taken = (version: number) => migrateLink(link, version, chain).entries.map(({ text }) => text);
  expect([1, 2, 3].map(taken)).toEqual([['2', '3'], ['3'], []]);
  expect(link.entries).toEqual([]);
});
