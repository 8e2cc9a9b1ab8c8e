import type { LinkContent } from '../../scenario/link';
import { preset } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { designOf, type Design } from './design';

/** What a person has chosen: everything that undo brings back. */
export interface Choice {
  readonly design: Design;
  readonly seed: string;
  /** Kept to compare the present one with: A, B, C. */
  readonly pinned: readonly Design[];
}

/** The fingerprint that a link says its futures have. */
export interface Expected {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly fingerprint: string;
}

/** What a link names, as a choice. */
export function readContent(content: LinkContent): {
  readonly choice: Choice;
  readonly expected: Expected | null;
} {
  const { presetId, scenario, compared, seed, fingerprint } = content;
  const design = designOf(preset(presetId), scenario);
  const pinned = compared.map((each) => designOf(preset(each.presetId), each.scenario));
  const expected = fingerprint === null ? null : { scenario: design.scenario, seed, fingerprint };
  return { choice: { design, seed, pinned }, expected };
}
