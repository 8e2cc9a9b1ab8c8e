/** From the parts of a link to its content. */
import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { nearestNames } from '../parameters/nearestNames';
import {
  comparedNames,
  HIGHEST_RUN,
  ownKeys,
  presetDigits,
  SEED_LENGTH,
  isSeed,
  type DecodedLink,
  type LinkNotice,
  type LinkView,
} from './linkContent';
import { flaggedKinds, rankedKinds, type FutureKind } from './futureKinds';
import { migrateLink, type LinkMigration } from './linkMigrations';
import { isPolicyKey, issuesWithoutPreset, policyKeys, readPolicy, type LinkedPolicy } from './linkPolicy';
import { readLink, type LinkEntry } from './linkText';
import { currentVersion } from './migrations';
import { isPresetId, presetIds } from './presets';

const { issues, links } = messages;

const openable = ['world', 'limits', 'protections', 'evaluation', 'response', 'accountability'] as const;

/** The entries of a link by key, and what is wrong with them: one issue a path, the first. */
class EntryReader {
  readonly found: Issue[];
  private readonly texts: ReadonlyMap<string, string>;

  constructor(entries: readonly LinkEntry[], found: readonly Issue[]) {
    this.texts = new Map(entries.map(({ key, text }) => [key, text]));
    this.found = [...found];
  }

  text(key: string): string | undefined {
    return this.texts.get(key);
  }

  reject(path: string, expected: string, received: string): null {
    if (!this.found.some((issue) => issue.path === path)) this.found.push({ path, expected, received });
    return null;
  }

  /** The value of a key as `read` understands it; null and an issue where it is absent or not understood. */
  read<T>(key: string, expected: string, read: (text: string) => T | null): T | null {
    const text = this.texts.get(key);
    const value = text === undefined ? null : read(text);
    return value ?? this.reject(key, expected, describeValue(text));
  }

  /** The same for a key that may be absent, which says `absent`. */
  readIfThere<T>(key: string, absent: T, expected: string, read: (text: string) => T | null): T | null {
    return this.texts.has(key) ? this.read(key, expected, read) : absent;
  }
}

/** `p2.growth` is `growth` of the policy `p2`; `growth` is that of the one that comes first, ''. */
function ownerOf(key: string): { readonly name: string; readonly ownKey: string } {
  const name = key.slice(0, key.indexOf('.'));
  const isCompared = comparedNames.includes(name);
  return isCompared ? { name, ownKey: key.slice(name.length + 1) } : { name: '', ownKey: key };
}

function rejectUnknownKeys(entries: readonly LinkEntry[], reader: EntryReader): void {
  for (const { key } of entries) {
    const { name, ownKey } = ownerOf(key);
    if (isPolicyKey(ownKey) || (name === '' && ownKeys.includes(ownKey))) continue;
    const nearest =
      name === ''
        ? nearestNames(ownKey, [...ownKeys, ...policyKeys])
        : nearestNames(ownKey, policyKeys).map((known) => `${name}.${known}`);
    const received = issues.unknownKey(describeValue(key));
    reader.found.push({ path: key, expected: links.issues.key(nearest), received });
  }
}

/** The policy of a name; null, with issues left, where it cannot be made. */
function readNamedPolicy(
  name: string,
  presetId: string | undefined,
  entries: readonly LinkEntry[],
  reader: EntryReader,
): LinkedPolicy | null {
  const own = entries.flatMap(({ key, text }) => {
    const { name: owner, ownKey } = ownerOf(key);
    return owner === name && isPolicyKey(ownKey) ? [{ key: ownKey, text }] : [];
  });
  const reject = (found: readonly Issue[]): null => {
    const prefix = name === '' ? '' : `${name}.`;
    for (const { path, expected, received } of found) reader.reject(prefix + path, expected, received);
    return null;
  };
  if (presetId === undefined || !isPresetId(presetId)) {
    const expected = links.issues.preset(nearestNames(presetId ?? '', presetIds), presetIds);
    reader.reject(name === '' ? 'preset' : name, expected, describeValue(presetId));
    return reject(issuesWithoutPreset(own));
  }
  const read = readPolicy(presetId, own);
  return read.ok ? { presetId, scenario: read.scenario } : reject(read.issues);
}

/** Every compared policy up to the last one that anything is said about. */
function readCompared(entries: readonly LinkEntry[], reader: EntryReader): readonly (LinkedPolicy | null)[] {
  const last = comparedNames.findLastIndex((name) =>
    entries.some(({ key }) => key === name || ownerOf(key).name === name),
  );
  return comparedNames
    .slice(0, last + 1)
    .map((name) => readNamedPolicy(name, reader.text(name), entries, reader));
}

interface Origin {
  readonly modelVersion: string;
  readonly digits: readonly string[];
}

/** What the link was made on, with digits for so many presets. */
function readOrigin(reader: EntryReader, presets: number): Origin | null {
  const pattern = /^m(\d+\.\d+\.\d+)-s([1-9]\d*)((?:-[0-9a-f]{8})+)$/;
  const origin = reader.read('on', links.issues.origin(presets), (text) => {
    const [, modelVersion = '', schema = '', hashes = ''] = pattern.exec(text) ?? [];
    const digits = hashes.split('-').slice(1);
    return digits.length === presets ? { modelVersion, schema: Number(schema), digits } : null;
  });
  if (origin !== null && origin.schema > currentVersion) {
    return reader.reject('on', issues.schemaVersion(currentVersion), describeValue(origin.schema));
  }
  return origin;
}

const namedKinds = [...rankedKinds, ...flaggedKinds];

/** @param horizon of the scenario that is told; null: there is none, and what it is told in is wrong already */
function readWeek(reader: EntryReader, horizon: number | null): number | null {
  if (horizon === null) return null;
  return reader.readIfThere<number | null>('week', null, links.issues.run(String(horizon)), (text) => {
    return wholeNumberIn(text, horizon);
  });
}

function wholeNumberIn(text: string, highest: number): number | null {
  return /^(0|[1-9]\d*)$/.test(text) && Number(text) <= highest ? Number(text) : null;
}

function readView(reader: EntryReader, horizon: number | null): LinkView {
  const open = reader.readIfThere<LinkView['open']>('open', null, issues.oneOf(openable), (text) => {
    return openable.find((component) => component === text) ?? null;
  });
  const kind = reader.readIfThere<FutureKind>('kind', 'any', issues.oneOf(namedKinds), (text) => {
    return namedKinds.find((each) => each === text) ?? null;
  });
  const readYes = (key: string): boolean =>
    reader.readIfThere(key, false, links.issues.yes, (text) => text === 'yes' || null) === true;
  const isTold = readYes('told');
  const isKnownOnly = readYes('known');
  const week = readWeek(reader, horizon);
  const embed = readYes('embed');
  return { open, embed, kind: kind ?? 'any', isTold, isKnownOnly, week };
}

function readSeed(reader: EntryReader): string | null {
  return reader.read('seed', links.issues.seed(SEED_LENGTH), (text) => (isSeed(text) ? text : null));
}

function readRun(reader: EntryReader): number | null {
  return reader.read('run', links.issues.run(String(HIGHEST_RUN)), (text) => {
    return wholeNumberIn(text, HIGHEST_RUN);
  });
}

function readFingerprint(reader: EntryReader): string | null {
  return reader.readIfThere<string | null>('fp', null, links.issues.fingerprint, (text) =>
    /^[0-9a-f]{16}$/.test(text) ? text : null,
  );
}

/** Reads a link of any length; everything else as decodeLink says. */
export function readContent(
  text: string,
  modelVersion: string,
  chain: readonly LinkMigration[],
): DecodedLink {
  const link = readLink(text, chain.length + 1);
  if (!('parts' in link)) return { ok: false, issues: link.issues };
  const { preset, entries } = migrateLink(link.parts, link.version, chain);
  const reader = new EntryReader(entries, link.issues);
  rejectUnknownKeys(entries, reader);
  const policy = readNamedPolicy('', preset, entries, reader);
  const readPolicies = readCompared(entries, reader);
  const seed = readSeed(reader);
  const run = readRun(reader);
  const fingerprint = readFingerprint(reader);
  const view = readView(reader, policy?.scenario.world.horizon ?? null);
  const origin = readOrigin(reader, 1 + readPolicies.length);
  const compared = readPolicies.filter((each) => each !== null);
  const isWhole = reader.found.length === 0;
  if (!isWhole || policy === null || seed === null || run === null || origin === null) {
    return { ok: false, issues: reader.found };
  }
  const presets = [policy, ...compared];
  const notices: readonly (LinkNotice | false)[] = [
    !link.isIntact && 'edited',
    link.version <= chain.length && 'migrated',
    presets.some(({ presetId }, index) => presetDigits(presetId) !== origin.digits[index]) &&
      'preset-changed',
    origin.modelVersion !== modelVersion && 'model-changed',
  ];
  return {
    ok: true,
    content: {
      ...policy,
      seed,
      run,
      compared,
      view,
      modelVersion: origin.modelVersion,
      fingerprint,
    },
    notices: notices.filter((notice) => notice !== false),
  };
}
