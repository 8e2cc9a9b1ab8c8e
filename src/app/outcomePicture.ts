import { messages } from '../messages/messages';
import { outcomes, type Outcome } from '../model/score';
import { outcomeLabels } from '../results/labels';
import type { EnsembleSummary } from '../results/summary';
import { intervalText, perHundredShort } from './people/shareText';

const words = messages.page.answer;

/** One way in which futures end. */
export interface OutcomePart {
  readonly id: Outcome;
  readonly label: string;
  readonly sentence: string;
  /** 0 to 1. */
  readonly share: number;
  /** Of 100 futures. */
  readonly number: string;
  /** 95% interval from sampling, of 100. */
  readonly interval: string;
}

/** The ends of futures from the worst to the best. */
export function outcomeParts(summary: EnsembleSummary): OutcomePart[] {
  return outcomes.map((id) => {
    const share = summary.outcomes[id];
    const { label, sentence } = outcomeLabels[id];
    return {
      id,
      label,
      sentence,
      share: share.share,
      number: perHundredShort(share.share),
      interval: intervalText(share),
    };
  });
}

/** The picture of the outcomes in one sentence. */
export function describeOutcomes(parts: readonly OutcomePart[]): string {
  const present = parts.filter(({ share }) => share > 0);
  return words.outcomesLabel(present.map(({ label, number }) => words.outcome(label, number)));
}
