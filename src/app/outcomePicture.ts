import { messages } from '../messages/messages';
import { outcomes, type Outcome } from '../model/score';
import { outcomeLabels } from '../results/labels';
import type { EnsembleSummary } from '../results/summary';
import { intervalPerHundred, perHundredShort } from './people/shareText';

const words = messages.page.answer;

/** One way in which futures end. */
export interface OutcomePart {
  readonly id: Outcome;
  readonly label: string;
  readonly sentence: string;
  /** 0 to 1. */
  readonly share: number;
  /** Of the picture's 100 futures; those of all parts are 100 together. */
  readonly futures: number;
  /** Of 100 futures. */
  readonly number: string;
  /** 95% interval from sampling, of 100. */
  readonly interval: string;
}

/**
 * Counts as whole numbers of 100, together 100: rounded down, and the futures that are left over go to the largest
 * remainders, of equal ones to the first.
 */
export function hundredths(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count * 100) / total);
  const whole = exact.map(Math.floor);
  const rest = 100 - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - (whole[index] ?? 0) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, rest)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** The ends of futures from the worst to the best. */
export function outcomeParts(summary: EnsembleSummary): OutcomePart[] {
  const futures = hundredths(outcomes.map((id) => summary.outcomes[id].count));
  return outcomes.map((id, index) => {
    const share = summary.outcomes[id];
    const { low, high } = intervalPerHundred(share);
    const { label, sentence } = outcomeLabels[id];
    return {
      id,
      label,
      sentence,
      share: share.share,
      futures: futures[index] ?? 0,
      number: perHundredShort(share.share),
      interval: words.interval(String(low), String(high)),
    };
  });
}

/** The picture of the outcomes in one sentence. */
export function describeOutcomes(parts: readonly OutcomePart[]): string {
  const present = parts.filter(({ share }) => share > 0);
  return words.outcomesLabel(present.map(({ label, number }) => words.outcome(label, number)));
}
