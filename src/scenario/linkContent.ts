/** What a link carries, and the keys under which it does. */
import type { messages } from '../messages/messages';
import type { Component } from '../parameters/definition';
import type { Issue } from '../parameters/issue';
import { contentHash } from './contentHash';
import type { FutureKind } from './futureKinds';
import type { LinkedPolicy } from './linkPolicy';
import { CHECKSUM_KEY } from './linkText';
import { preset, type PresetId } from './presets';

type Words = (typeof messages)['links'];

/** How the page looks. */
export interface LinkView {
  /** Whether it is the compact one, for other pages. */
  readonly embed: boolean;
  /** The component whose settings are open. */
  readonly open: Exclude<Component, 'report'> | null;
  /** What kind of futures is gone through. */
  readonly kind: FutureKind;
  /** Whether the future that is drawn is told step by step … */
  readonly isTold: boolean;
  /** … only as far as the lab knew … */
  readonly isKnownOnly: boolean;
  /** … and at which week, up to the horizon; null: where it fails, or at its end. */
  readonly week: number | null;
}

/** The page as it is where a link says nothing else. */
export const plainView: LinkView = {
  embed: false,
  open: null,
  kind: 'any',
  isTold: false,
  isKnownOnly: false,
  week: null,
};

/** Everything that a link carries. */
export interface LinkContent extends LinkedPolicy {
  /** 1 to 200 UTF-16 units of Unicode text. */
  readonly seed: string;
  /** The future that is drawn, from 0 to 9,999,999. */
  readonly run: number;
  /** Policies kept to compare with, three at most. */
  readonly compared: readonly LinkedPolicy[];
  readonly view: LinkView;
  /** Of the model whose results were shared, such as 1.0.0. */
  readonly modelVersion: string;
  /** 16 hexadecimal digits of the shared result of 10,000 runs, if it had settled. */
  readonly fingerprint: string | null;
}

/** Why a content has no link; the words are in messages.links.refusals. */
export type LinkRefusal = keyof Words['refusals'];

export type EncodedLink =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: LinkRefusal };

/** What a person must know of a link that was opened; the words are in messages.links.notices. */
export type LinkNotice = keyof Words['notices'];

export type DecodedLink =
  | { readonly ok: true; readonly content: LinkContent; readonly notices: readonly LinkNotice[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Longest seed, in UTF-16 units. */
export const SEED_LENGTH = 200;

/** Whether a text can be a seed: that many UTF-16 units of Unicode text, so that a link can carry it. */
export function isSeed(text: string): boolean {
  return text.length >= 1 && text.length <= SEED_LENGTH && !/\p{Surrogate}/u.test(text);
}

export const HIGHEST_RUN = 9_999_999;

/** Compared policies, by the keys that name their presets. */
export const comparedNames: readonly string[] = ['p1', 'p2', 'p3'];

/** Every key that tells of no policy. */
export const ownKeys: readonly string[] = [
  ...comparedNames,
  'seed',
  'run',
  'fp',
  'open',
  'kind',
  'told',
  'known',
  'week',
  'embed',
  'on',
  CHECKSUM_KEY,
];

/** What a link says of the content of a preset: the first eight digits of its hash. */
export function presetDigits(id: PresetId): string {
  return contentHash(preset(id)).slice(0, 8);
}
