import { canonicalJson } from '../../src/scenario/contentHash';
import { provenanceAfter, scenarioDifference } from '../../src/scenario/difference';
import {
  decodeLink,
  encodeLink,
  type EncodedLink,
  type LinkContent,
  type LinkedPolicy,
} from '../../src/scenario/link';
import { preset } from '../../src/scenario/presets';
import type { Scenario, Triangular } from '../../src/scenario/scenario';
import { differences } from './differences';

/** The letters that links are made of. */
export const linkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/?=&~';

function lengthOf(text: string): number {
  // encodeURIComponent takes three letters a byte, as links do, and leaves these as they are, which links don't.
  return encodeURIComponent(text)
    .replace(/[~!*'()]/g, '...')
    .replaceAll('%2F', '/').length;
}

function valueLength(value: unknown): number {
  if (value === null) return 'none'.length;
  if (typeof value === 'boolean') return (value ? 'yes' : 'no').length;
  if (typeof value !== 'object') return lengthOf(`${value as number | string}`);
  const { low, mode, high } = value as Triangular;
  return `${low}/${mode}/${high}`.length;
}

function policyLength({ presetId, scenario }: LinkedPolicy, prefix: string): number {
  const { removed, added, parameters } = scenarioDifference(preset(presetId), scenario);
  const lists = [removed, added].filter((list) => list.length > 0);
  const settings = parameters.map(({ id, after }) => `&${prefix}${id}=`.length + valueLength(after));
  const levels = lists.map((list) => `&${prefix}tdel=`.length + list.join('.').length);
  return [...settings, ...levels].reduce((sum, length) => sum + length, 0);
}

/** The length of a content's link, counted by another way than writing it. */
export function linkLength(content: LinkContent): number {
  const { presetId, seed, run, compared, view, modelVersion, fingerprint } = content;
  const rest = [
    // The first entry has a "?" for its "&".
    `v1/${presetId}`,
    `&seed=&run=${run}`,
    fingerprint === null ? '' : `&fp=${fingerprint}`,
    view.open === null ? '' : `&open=${view.open}`,
    view.kind === 'any' ? '' : `&kind=${view.kind}`,
    view.isTold ? '&told=yes' : '',
    view.isKnownOnly ? '&known=yes' : '',
    view.week === null ? '' : `&week=${view.week}`,
    view.embed ? '&embed=yes' : '',
    `&on=m${modelVersion}-s1`,
    '-12345678'.repeat(1 + compared.length),
    '&k=12345678',
    ...compared.map((policy, index) => `&p${index + 1}=${policy.presetId}`),
  ];
  const policies = compared.map((policy, index) => policyLength(policy, `p${index + 1}.`));
  const all = [policyLength(content, ''), ...policies];
  return rest.join('').length + lengthOf(seed) + all.reduce((sum, length) => sum + length, 0);
}

function isUnicode(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** What is said about a scenario besides its values. */
function told({ id, title, summary, document, scale, startDate, caveats }: Scenario): unknown {
  return { id, title, summary, document, scale, startDate, caveats };
}

/** Whether a policy's texts are not those that its preset and its values give, or have no UTF-8. */
function hasOwnTexts({ presetId, scenario }: LinkedPolicy): boolean {
  const base = preset(presetId);
  const following = canonicalJson([told(base), provenanceAfter(base, scenario)]);
  const isNamed = scenario.thresholds.every(({ name, domain }) => isUnicode(name) && isUnicode(domain));
  return !isNamed || canonicalJson([told(scenario), scenario.provenance]) !== following;
}

/** Whether what is said against a link is so. */
function isTrue(reason: (EncodedLink & { ok: false })['reason'], content: LinkContent): boolean {
  const policies: readonly LinkedPolicy[] = [content, ...content.compared];
  switch (reason) {
    case 'seed':
      return content.seed.length < 1 || content.seed.length > 200 || !isUnicode(content.seed);
    case 'history':
      return policies.some(
        ({ presetId, scenario }) =>
          differences(preset(presetId).world.history, scenario.world.history).length > 0,
      );
    case 'texts':
      return policies.some(hasOwnTexts);
    case 'length':
      return linkLength(content) >= 1000;
  }
}

/**
 * What is wrong with the link of a content, in a few words; null where it keeps all that a link promises: it is refused
 * for a reason that is true, or it is short, of plain letters, and gives back exactly what was put in.
 */
export function brokenPromise(content: LinkContent): string | null {
  const encoded = encodeLink(content);
  if (!encoded.ok) return isTrue(encoded.reason, content) ? null : `refused: ${encoded.reason}`;
  const { text } = encoded;
  if (text.length >= 1000) return `${text.length} characters`;
  if (text.length !== linkLength(content)) return `${text} is not ${linkLength(content)} long`;
  const foreign = [...text].filter((letter) => !linkLetters.includes(letter));
  if (foreign.length > 0) return `letters ${foreign.join(' ')}`;
  const decoded = decodeLink(text, content.modelVersion);
  if (!decoded.ok) return `${text}: ${JSON.stringify(decoded.issues)}`;
  if (decoded.notices.length > 0) return `${text}: ${decoded.notices.join(', ')}`;
  const found = differences(content, decoded.content);
  return found.length === 0 ? null : `${text}: ${JSON.stringify(found)}`;
}
