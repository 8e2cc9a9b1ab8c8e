/**
 * The text of a link, before anything in it is understood:
 *
 *     link  = "v" version "/" preset "?" entry *( "&" entry ) "&k=" checksum
 *     entry = key "=" *( letter / digit / "." / "_" / "-" / "/" / "~" hex hex )
 *
 * Letters and digits are those of ASCII. Any other character of a value is its bytes in UTF-8, each a ~ and two of
 * 0-9 and A-F: messengers, mail programs and office software pass all of this on as it is. The checksum is over
 * everything before "&k=".
 */
import { messages } from '../messages/messages';
import { stringHash32 } from '../numbers/hash';
import { utf8Bytes } from '../numbers/utf8';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';

const { issues, links } = messages;

/** Longest text of a link. */
export const LONGEST_LINK = 999;

export interface LinkEntry {
  readonly key: string;
  /** Its value without escapes. */
  readonly text: string;
}

/** A link taken apart. */
export interface LinkParts {
  readonly preset: string;
  /** Each key once; the checksum is none of them. */
  readonly entries: readonly LinkEntry[];
}

/** What a text says as a link, and every way in which it breaks the grammar. */
export interface ReadLink {
  readonly version: number;
  readonly parts: LinkParts;
  /** Whether the checksum is there and right. */
  readonly isIntact: boolean;
  /** By key. A value that breaks the grammar stands in the parts as it is, escapes and all. */
  readonly issues: readonly Issue[];
}

export const CHECKSUM_KEY = 'k';
const CHECKSUM_MARK = `&${CHECKSUM_KEY}=`;
const versionPattern = /^v([1-9]\d*)\//;
const foreignPieces = /~(?![0-9A-F]{2})|[^\w./~-]/gu;

/** A text as the value of a link. A surrogate without its partner, which has no UTF-8, would be lost. */
function escaped(text: string): string {
  return text.replace(/[^\w./-]/gu, (character) =>
    utf8Bytes(character)
      .map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/**
 * Eight hexadecimal digits. Of texts of one length that differ in one character, or in the order of two neighbours, no
 * two have the same: each step of FNV-1a is a bijection, and its prime carries a changed byte to the top of the word.
 */
function checksumOf(text: string): string {
  return stringHash32(text).toString(16).padStart(8, '0');
}

/** A link as text, without the `#`. Texts may hold any character but surrogates without their partner. */
export function writeLink(version: number, { preset, entries }: LinkParts): string {
  const body = entries.map(({ key, text }) => `${key}=${escaped(text)}`).join('&');
  const text = `v${version}/${preset}?${body}`;
  return `${text}${CHECKSUM_MARK}${checksumOf(text)}`;
}

/** The version a text has as a link; null where it is none. */
function versionOf(text: string): number | null {
  const match = versionPattern.exec(text);
  return match === null ? null : Number(match[1]);
}

/** A value without its escapes; as it is, and an issue more, where it breaks the grammar. */
function unescaped(key: string, value: string, found: Issue[]): string {
  const pieces = value.match(foreignPieces);
  if (pieces !== null) {
    const received = describeValue([...new Set(pieces)].join(' '));
    found.push({ path: key, expected: links.issues.alphabet, received });
    return value;
  }
  try {
    return decodeURIComponent(value.replaceAll('~', '%'));
  } catch {
    found.push({ path: key, expected: links.issues.utf8, received: describeValue(value) });
    return value;
  }
}

function readEntries(body: string, found: Issue[]): LinkEntry[] {
  const texts = new Map<string, string>();
  for (const entry of body === '' ? [] : body.split('&')) {
    const at = entry.indexOf('=');
    const key = entry.slice(0, at);
    const value = entry.slice(at + 1);
    if (at <= 0) {
      found.push({ path: '', expected: links.issues.entry, received: describeValue(entry) });
    } else if (texts.has(key)) {
      const received = issues.twice(describeValue(value));
      found.push({ path: key, expected: links.issues.keyOnce, received });
    } else {
      // What is no checksum makes the link an edited one, whatever it is.
      texts.set(key, key === CHECKSUM_KEY ? value : unescaped(key, value, found));
    }
  }
  texts.delete(CHECKSUM_KEY);
  return [...texts].map(([key, text]) => ({ key, text }));
}

/**
 * Takes a link apart.
 * @param newest the newest version that can be read
 * @returns issues alone where the text is no link, or one of a newer version: nothing else of it can be read
 */
export function readLink(text: string, newest: number): ReadLink | { readonly issues: readonly Issue[] } {
  const version = versionOf(text);
  if (version === null || version > newest) {
    const expected = version === null ? links.issues.link(newest) : links.issues.knownVersion(newest);
    return { issues: [{ path: '', expected, received: describeValue(text) }] };
  }
  const rest = text.slice(text.indexOf('/') + 1);
  const mark = rest.includes('?') ? rest.indexOf('?') : rest.length;
  const found: Issue[] = [];
  const entries = readEntries(rest.slice(mark + 1), found);
  const end = text.lastIndexOf(CHECKSUM_MARK);
  const isIntact = end >= 0 && text.slice(end + CHECKSUM_MARK.length) === checksumOf(text.slice(0, end));
  return { version, parts: { preset: rest.slice(0, mark), entries }, isIntact, issues: found };
}

/** Whether a text says that it is a link, of whatever version. */
export function isLinkText(text: string): boolean {
  return versionOf(text) !== null;
}

/**
 * The text of the link in a page's address, without its mark; null where there is none. It stands after `#`, or after
 * `?s=`, for office software drops what stands after `#`. Text after `#` that is no link is one that cannot be read,
 * unless there is one after `?s=`.
 */
export function linkTextOf({
  hash,
  search,
}: {
  readonly hash: string;
  readonly search: string;
}): string | null {
  const fragment = hash.replace(/^#/, '');
  const query = search.startsWith('?s=') ? search.slice('?s='.length) : null;
  if (isLinkText(fragment)) return fragment;
  return query ?? (fragment === '' ? null : fragment);
}
