/** The short word beside a control: how sure its value is. */
import type { messages } from '../../messages/messages';
import type { Provenance } from '../../scenario/scenario';
import type { Setting } from './policySettings';

export type Mark = keyof typeof messages.page.settings.evidence.marks;

/** Of settings that share a card, the first of these that one of them has. */
const inOrder: readonly Mark[] = [
  'yours',
  'illustrative',
  'inferred',
  'stated',
  'assumption',
  'sourced',
  'choice',
];

/**
 * The mark of a setting.
 * @param isYours whether a person has changed it, or added its level
 * @param provenance where the scenario says its own value comes from
 */
export function markOf({ parameter }: Setting, isYours: boolean, provenance: Provenance | null): Mark {
  if (isYours) return 'yours';
  return provenance?.basis ?? parameter.definition.evidence.basis;
}

/** One mark for settings that share a card. */
export function sharedMark(marks: readonly Mark[]): Mark {
  return inOrder.find((mark) => marks.includes(mark)) ?? 'choice';
}
