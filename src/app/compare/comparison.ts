/** The comparison of policies under the same luck, as the page shows it. */
import { flagIds } from '../../engine/runReport';
import { messages } from '../../messages/messages';
import { outcomes } from '../../model/score';
import { comparePaired, type ComparedShare, type PairedComparison } from '../../results/comparePaired';
import { flagLabels, measureLabels, outcomeLabels } from '../../results/labels';
import type { PairedInterval } from '../../results/paired';
import type { ComparedMeasure } from '../../results/runRows';
import { contentHash } from '../../scenario/contentHash';
import { perHundredShort } from '../people/shareText';
import type { Session } from '../session/session.svelte';
import type { Letter, PinnedResult } from './letters';

const words = messages.page.compare;

/** A difference with its sign, of 100: "+3", "−0.4", "0". */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return '0';
  return value < 0 ? `−${text}` : `+${text}`;
}

/** "−12 (−13 to −11)" of 100 futures; tenths where whole numbers would hide the interval. */
export function shareDifference({ difference, low, high }: PairedInterval): string {
  const digits = (high - low) * 100 < 2 && Math.abs(difference) < 0.1 ? 1 : 0;
  const text = (value: number): string => signed(value * 100, digits);
  return words.difference(text(difference), text(low), text(high));
}

/** "+3 (+2 to +4)" weeks or other units. */
function meanDifference({ difference, low, high }: PairedInterval): string {
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 10 ? 1 : 0;
  return words.difference(signed(difference, digits), signed(low, digits), signed(high, digits));
}

/** The answers there are of the policies compared, in the order of their letters; the present one's is the last. */
export function comparedAnswers({
  letter,
  result,
  seed,
  pinnedResults,
}: Pick<Session, 'letter' | 'result' | 'seed' | 'pinnedResults'>): readonly PinnedResult[] {
  return letter === null || result?.seed !== seed ? pinnedResults : [...pinnedResults, { letter, result }];
}

/** One cell: a policy's own number and, but for A, its difference from A. */
export interface ComparedCell {
  readonly value: string;
  readonly difference: string | null;
  /** Whether zero lies outside the interval of the difference. */
  readonly isClear: boolean;
}

export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly ComparedCell[];
}

export interface ComparedGroup {
  readonly id: 'outcomes' | 'flags' | 'costs';
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

export interface ComparisonTable {
  readonly letters: readonly Letter[];
  /** Futures that all of them have. */
  readonly runs: number;
  /** How each policy after A does against A, in a sentence. */
  readonly sentences: readonly string[];
  readonly groups: readonly ComparedGroup[];
}

const costs = [
  'pausedWeeks',
  'suspendedWeeks',
  'withheldWeeks',
  'unsafeDeploymentWeeks',
] as const satisfies ComparedMeasure[];

function sentence(one: PinnedResult, first: PinnedResult, { better, worse }: PairedComparison): string {
  if (contentHash(one.result.scenario) === contentHash(first.result.scenario)) {
    return words.identical(one.letter, first.letter);
  }
  if (better.count === 0 && worse.count === 0) return words.always(one.letter, first.letter);
  const [more, less] = [perHundredShort(better.share), perHundredShort(worse.share)];
  return words.betterAndWorse(one.letter, first.letter, more, less);
}

/**
 * Policies of one seed, the first of which is what the others are measured by, run by run under the same luck; null
 * until the first and another have their answers.
 */
export function comparisonTable(compared: readonly PinnedResult[]): ComparisonTable | null {
  const [first, ...others] = compared;
  if (first?.letter !== 'A' || others.length === 0) return null;
  const pairs = others.map((other) => ({
    other,
    paired: comparePaired(first.result.rows, other.result.rows),
  }));
  const itself = comparePaired(first.result.rows, first.result.rows);

  const row = (
    id: string,
    label: string,
    own: (paired: PairedComparison) => PairedInterval & { readonly b: unknown },
    value: (of: PairedComparison) => string,
    difference: (interval: PairedInterval) => string,
  ): ComparedRow => ({
    id,
    label,
    cells: [
      { value: value(itself), difference: null, isClear: false },
      ...pairs.map(({ paired }): ComparedCell => {
        const interval = own(paired);
        const isClear = interval.low > 0 || interval.high < 0;
        return { value: value(paired), difference: difference(interval), isClear };
      }),
    ],
  });
  const shareRow = (
    id: string,
    label: string,
    share: (paired: PairedComparison) => ComparedShare,
  ): ComparedRow =>
    row(id, label, share, (paired) => perHundredShort(share(paired).b.share), shareDifference);
  return {
    letters: compared.map(({ letter }) => letter),
    runs: Math.min(...pairs.map(({ paired }) => paired.runs)),
    sentences: pairs.map(({ other, paired }) => sentence(other, first, paired)),
    groups: [
      {
        id: 'outcomes',
        label: words.rows.outcomes,
        rows: [
          shareRow('unsafe', words.unsafe, (paired) => paired.unsafe),
          ...outcomes.map((id) => shareRow(id, outcomeLabels[id].label, (paired) => paired.outcomes[id])),
        ],
      },
      {
        id: 'flags',
        label: words.rows.flags,
        rows: flagIds.map((id) => shareRow(id, flagLabels[id].label, (paired) => paired.flags[id])),
      },
      {
        id: 'costs',
        label: words.rows.costs,
        rows: costs.map((id) =>
          row(
            id,
            measureLabels[id].label,
            (p) => p.measures[id],
            (p) => words.weeks(p.measures[id].b.toFixed(0)),
            meanDifference,
          ),
        ),
      },
    ],
  };
}
