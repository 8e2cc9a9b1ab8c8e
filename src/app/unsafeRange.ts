import { messages } from '../messages/messages';
import type { EnsembleSummary } from '../results/summary';
import { unsafeShare } from '../results/unsafe';
import { intervalText, marginText, perHundredShort } from './people/shareText';
import type { AssumedShare } from './session/answers.svelte';

const words = messages.page.answer;

/** The finding's number and its two kinds of doubt. Shares from 0 to 1. */
export interface UnsafeRange {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** "±1 from sampling" */
  readonly sampling: string;
  /** "22 (slow growth) to 51 (fast growth) across assumptions", "0 under every set of assumptions"; null until every set has its answer. */
  readonly across: string | null;
  /** The least and the largest of the number itself and those of other assumptions. */
  readonly from: number;
  readonly to: number;
  readonly inWords: string;
}

/** How often the lab is unsafe, and how far sampling and the assumptions move that number. */
export function unsafeRange(
  summary: EnsembleSummary,
  assumed: readonly AssumedShare[],
  sets: number,
): UnsafeRange {
  const own = unsafeShare(summary);
  const asSet: Pick<AssumedShare, 'title' | 'share'> = { title: words.asSet, share: own };
  const byShare = [asSet, ...assumed].toSorted((one, other) => one.share.share - other.share.share);
  const [least = asSet] = byShare;
  const most = byShare.at(-1) ?? asSet;
  const number = ({ share }: typeof asSet): string => perHundredShort(share.share);
  const named = (set: typeof asSet): string => words.rangeSet(number(set), set.title);
  const across =
    number(least) === number(most) ? words.everywhere(number(most)) : words.across(named(least), named(most));
  return {
    share: own.share,
    low: own.low,
    high: own.high,
    sampling: words.sampling(marginText([own])),
    across: assumed.length < sets ? null : across,
    from: least.share.share,
    to: most.share.share,
    inWords: words.rangeLabel({
      number: perHundredShort(own.share),
      interval: intervalText(own),
      sets: assumed.map(named),
    }),
  };
}
