/**
 * Links: what a person sees, as a text from which another page shows it again.
 *
 *     v1/<preset>?<id>=<value>&…&seed=Oslo&run=7&on=m1.0.0-s1-9af31c2b&k=0f3a9b21
 *
 * The policy comes first, as what is different from its preset:
 *
 *     tdel=2.3          levels 2 and 3 of the preset are gone
 *     tadd=1            level 1 of the result is new: its settings are those that differ from `newLevel`
 *     growth=2.5/3/4    settings by public id, levels by their numbers in the result; values as parseValue reads them
 *     t1.limit=none
 *
 * Up to three policies to compare follow in the same way: `p1=<preset>`, then `p1.<key>=<value>`; `p2`, `p3`. Then,
 * in any order:
 *
 *     seed     any text
 *     run      the future that is drawn
 *     fp       fingerprint of the shared result; absent where it had not settled
 *     open     component whose settings are open; absent where none are
 *     kind     kind of futures that is gone through (typical, worst, …); absent where all are
 *     told     yes where the drawn future is told step by step; absent where it is not
 *     known    yes where it is told only as far as the lab knew; absent where all is told
 *     week     week at which it is told; absent where it fails, or at its end
 *     embed    yes for the compact view; absent for the whole page
 *     on       m<version of the model>-s<version of scenarios>-<8 digits of the preset's content hash>, and -<8 digits>
 *              more for the preset of each compared policy
 *     k        checksum, always last
 *
 * Nothing is filled in: a link without seed, run or origin is one that was cut. Letters, escapes and the checksum:
 * linkText.ts.
 */
import { messages } from '../messages/messages';
import { canonicalJson } from './contentHash';
import {
  comparedNames,
  presetDigits,
  isSeed,
  type DecodedLink,
  type EncodedLink,
  type LinkContent,
} from './linkContent';
import { linkMigrations } from './linkMigrations';
import { hasOwnHistory, policyEntries, type LinkedPolicy } from './linkPolicy';
import { readContent } from './linkReader';
import { LONGEST_LINK, writeLink, type LinkEntry } from './linkText';
import { currentVersion } from './migrations';

export type { DecodedLink, EncodedLink, LinkContent, LinkNotice, LinkRefusal, LinkView } from './linkContent';
export type { LinkedPolicy } from './linkPolicy';
export { isSeed, plainView } from './linkContent';
export { isLinkText, linkTextOf } from './linkText';

const loneSurrogate = /\p{Surrogate}/u;

function comparedEntries(policy: LinkedPolicy, index: number): LinkEntry[] {
  const name = comparedNames[index];
  if (name === undefined) throw new RangeError(`a link compares ${comparedNames.length} policies at most`);
  const entries = policyEntries(policy).map(({ key, text }) => ({ key: `${name}.${key}`, text }));
  return [{ key: name, text: policy.presetId }, ...entries];
}

function entriesOf(content: LinkContent): LinkEntry[] {
  const { seed, run, compared, view, modelVersion, fingerprint } = content;
  const digits = [content, ...compared].map(({ presetId }) => presetDigits(presetId));
  return [
    ...policyEntries(content),
    ...compared.flatMap(comparedEntries),
    { key: 'seed', text: seed },
    { key: 'run', text: String(run) },
    ...(fingerprint === null ? [] : [{ key: 'fp', text: fingerprint }]),
    ...(view.open === null ? [] : [{ key: 'open', text: view.open }]),
    ...(view.kind === 'any' ? [] : [{ key: 'kind', text: view.kind }]),
    ...(view.isTold ? [{ key: 'told', text: 'yes' }] : []),
    ...(view.isKnownOnly ? [{ key: 'known', text: 'yes' }] : []),
    ...(view.week === null ? [] : [{ key: 'week', text: String(view.week) }]),
    ...(view.embed ? [{ key: 'embed', text: 'yes' }] : []),
    { key: 'on', text: [`m${modelVersion}`, `s${currentVersion}`, ...digits].join('-') },
  ];
}

/** Whether the policies of two contents are the same in everything, texts and provenance included. */
function haveSamePolicies(one: LinkContent, other: LinkContent): boolean {
  const policies = ({ scenario, compared }: LinkContent): string =>
    canonicalJson([scenario, ...compared.map((policy) => policy.scenario)]);
  return policies(one) === policies(other);
}

/**
 * The text of a link, without its `#`, or why a content has none:
 * 'seed': its seed is empty, too long or no Unicode text;
 * 'history': a recorded path is not the preset's;
 * 'texts': what is said about a scenario (title, document, scale, date, caveats, provenance) does not follow from its preset and
 * its values, or the name of a level is no Unicode text;
 * 'length': it would have over 999 characters.
 * A text that is returned has been read back and gave the same scenarios.
 *
 * Throws where the content is broken: a run or a version out of range, an invalid scenario, a fourth compared policy.
 */
export function encodeLink(content: LinkContent): EncodedLink {
  const { seed, presetId, compared, modelVersion } = content;
  if (!isSeed(seed)) return { ok: false, reason: 'seed' };
  if ([content, ...compared].some(hasOwnHistory)) return { ok: false, reason: 'history' };
  const entries = entriesOf(content);
  if (entries.some(({ text }) => loneSurrogate.test(text))) return { ok: false, reason: 'texts' };
  const text = writeLink(linkMigrations.length + 1, { preset: presetId, entries });
  const decoded = readContent(text, modelVersion, linkMigrations);
  if (!decoded.ok) throw new Error(`${text} cannot be read: ${JSON.stringify(decoded.issues)}`);
  if (!haveSamePolicies(content, decoded.content)) return { ok: false, reason: 'texts' };
  return text.length <= LONGEST_LINK ? { ok: true, text } : { ok: false, reason: 'length' };
}

/**
 * Reads the text of a link, without its `#`, whatever it is; finds every issue at once and fills in nothing. An issue's
 * path is a key of the link (`t1.limit`, `p1.growth`, `seed`), `preset`, a place in the scenario that would result
 * (`p1.thresholds[1].name`), or '' for the whole.
 *
 * A link that was edited but can be read is opened with the notice 'edited'; its checksum shows it. One that was made
 * on other presets or another model opens with a notice that says so.
 * @param modelVersion version of the model here
 * @param chain the migrations of links
 */
export function decodeLink(text: string, modelVersion: string, chain = linkMigrations): DecodedLink {
  if (text.length > LONGEST_LINK) {
    const { length, lengthOf } = messages.links.issues;
    const issue = { path: '', expected: length(LONGEST_LINK), received: lengthOf(text.length) };
    return { ok: false, issues: [issue] };
  }
  return readContent(text, modelVersion, chain);
}
