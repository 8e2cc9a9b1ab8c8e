/** The policies compared, a row each, measured by the present one: the table on paper. */
import { messages } from '../../messages/messages';
import { comparePaired } from '../../results/comparePaired';
import { unsafeShare } from '../../results/unsafe';
import { intervalText, perHundredShort } from '../people/shareText';
import type { Design } from '../session/design';
import { changesInWords, designTitle } from './changesInWords';
import { shareDifference } from './comparison';
import { letters, type Letter, type PinnedResult } from './letters';

const words = messages.page.print.compared;

/** A policy's numbers, of 100 futures or in weeks. */
export interface PolicyNumbers {
  /** Futures past a danger point unprotected, "31 (30 to 33)". */
  readonly unsafe: string;
  /** "+12 (+11 to +13)" against the present policy, future by future; null for that policy itself. */
  readonly difference: string | null;
  /** Weeks that training is paused in the middle future. */
  readonly paused: string;
}

export interface PolicyRow {
  readonly letter: Letter;
  readonly title: string;
  /** What was changed, where it is little enough to say. */
  readonly changes: string;
  readonly isPresent: boolean;
  /** Null while the policy is being simulated. */
  readonly numbers: PolicyNumbers | null;
}

/** More changes than this are not told one by one. */
const MOST_CHANGES = 2;

function numbersOf({ result }: PinnedResult, present: PinnedResult, isPresent: boolean): PolicyNumbers {
  const share = unsafeShare(result.summary);
  const { q50 } = result.summary.measures.pausedWeeks;
  return {
    unsafe: words.share(perHundredShort(share.share), intervalText(share)),
    difference: isPresent ? null : shareDifference(comparePaired(present.result.rows, result.rows).unsafe),
    paused: words.weeks(Math.round(q50 ?? 0)),
  };
}

/**
 * A row for each design, in the order of their letters; the last one is the present policy.
 * @param answers those there are, all of the same seed; without the present policy's no row has numbers
 */
export function policyRows(
  designs: readonly Design[],
  answers: readonly PinnedResult[],
): readonly PolicyRow[] {
  const presentLetter = letters[designs.length - 1];
  const present = answers.find(({ letter }) => letter === presentLetter);
  return designs.map((design, index): PolicyRow => {
    const letter = letters[index];
    if (letter === undefined) throw new RangeError(`${designs.length} policies have no letters`);
    const isPresent = letter === presentLetter;
    const answer = answers.find((each) => each.letter === letter);
    const changes = changesInWords(design.base, design.scenario);
    return {
      letter,
      title: designTitle(design),
      changes: changes.length > MOST_CHANGES ? '' : changes.join('; '),
      isPresent,
      numbers: answer === undefined || present === undefined ? null : numbersOf(answer, present, isPresent),
    };
  });
}
