/** What one policy does to outcomes instead of another: the same futures, the same luck. */
import { flagIds } from '../../engine/runReport';
import { documentMessages } from '../../messages/documentMessages';
import { messages } from '../../messages/messages';
import { outcomes } from '../../model/score';
import { wholeNumber } from '../../results/amounts';
import { comparePaired, type ComparedShare, type PairedComparison } from '../../results/comparePaired';
import { flagLabels, measureLabels, outcomeLabels } from '../../results/labels';
import { pairedMean } from '../../results/paired';
import type { ComparedMeasure } from '../../results/runRows';
import type { Share } from '../../results/share';
import { countOfChanges, scenarioDifference } from '../../scenario/difference';
import { shareDifference, signed } from '../compare/comparison';
import { intervalText, perHundredShort } from '../people/shareText';
import type { Result } from '../result';
import { capitalised } from './policyList';

const words = documentMessages.policies.effect;
const { share: shareWords } = documentMessages.policies.unnamed;

export interface EffectRow {
  readonly id: string;
  readonly label: string;
  /** With its interval. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** Whether zero lies outside the interval of the difference. */
  readonly isClear: boolean;
}

export interface Effect {
  /** The finding, sentence by sentence. */
  readonly sentences: readonly string[];
  readonly main: readonly EffectRow[];
  readonly more: readonly EffectRow[];
  readonly note: string;
}

/** "61 (60 to 62)" of 100 futures; "under 1" and "over 99" where that is all there is to say. */
export function shareText(share: Share): string {
  const interval = intervalText(share);
  const isAll = share.low > 0.99 || (share.count > 0 && share.high < 0.01);
  return isAll ? interval : shareWords(perHundredShort(share.share), interval);
}

function shareRow(id: string, label: string, share: ComparedShare): EffectRow {
  return {
    id,
    label,
    before: shareText(share.a),
    after: shareText(share.b),
    difference: shareDifference(share),
    isClear: share.low > 0 || share.high < 0,
  };
}

/** Mean with the 95% interval of the normal law: the paired one against a run of zeros. */
function meanText(column: Float64Array): string {
  const { difference, low, high } = pairedMean(new Float64Array(column.length), column);
  if (column.every((weeks) => weeks === 0)) return documentMessages.policies.figures.never;
  const digits = Math.abs(difference) < 10 ? 1 : 0;
  return words.weeks(difference.toFixed(digits), low.toFixed(digits), high.toFixed(digits));
}

function measureRow(
  id: ComparedMeasure,
  [before, after]: readonly [Result, Result],
  paired: PairedComparison,
): EffectRow {
  const column = ({ rows }: Result): Float64Array => rows.columns[id].subarray(0, paired.runs);
  const { difference, low, high } = paired.measures[id];
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 10 ? 1 : 0;
  const text = (value: number): string => signed(value, digits);
  return {
    id,
    label: measureLabels[id].label,
    before: meanText(column(before)),
    after: meanText(column(after)),
    difference: messages.page.compare.difference(text(difference), text(low), text(high)),
    isClear: low > 0 || high < 0,
  };
}

function sentencesOf(
  before: Result,
  after: Result,
  [nameBefore, nameAfter]: readonly [string, string],
  { unsafe, better, worse }: PairedComparison,
): string[] {
  const under = (name: string, share: Share): string => words.under(name, shareText(share));
  const finding = words.finding(under(nameBefore, unsafe.a), under(nameAfter, unsafe.b));
  const capital = capitalised(nameAfter);
  const changes = countOfChanges(scenarioDifference(before.scenario, after.scenario));
  if (changes === 0) return [finding, words.identical];
  const ends =
    better.count === 0 && worse.count === 0
      ? words.always(capital, nameBefore)
      : words.betterAndWorse(capital, nameBefore, shareText(better), shareText(worse));
  return [finding, words.difference(shareDifference(unsafe)), ends];
}

/**
 * What `after` does instead of `before`: two whole answers under one seed.
 * @param names what the two are called in a sentence
 */
export function effectOf(before: Result, after: Result, names: readonly [string, string]): Effect {
  const paired = comparePaired(before.rows, after.rows);
  const both = [before, after] as const;
  const measure = (id: ComparedMeasure): EffectRow => measureRow(id, both, paired);
  const flag = (id: (typeof flagIds)[number]): EffectRow =>
    shareRow(id, flagLabels[id].label, paired.flags[id]);
  return {
    sentences: sentencesOf(before, after, names, paired),
    main: [
      shareRow('unsafe', messages.page.compare.unsafe, paired.unsafe),
      flag('missedWarning'),
      measure('pausedWeeks'),
      measure('withheldWeeks'),
    ],
    more: [
      ...outcomes.map((id) => shareRow(id, outcomeLabels[id].label, paired.outcomes[id])),
      ...flagIds.filter((id) => id !== 'missedWarning').map(flag),
      measure('suspendedWeeks'),
      measure('unsafeDeploymentWeeks'),
      measure('unsecuredWeeks'),
    ],
    note: words.note(wholeNumber(paired.runs)),
  };
}
