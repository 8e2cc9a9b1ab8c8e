import { messages } from '../messages/messages';
import type { Outcome } from '../model/score';
import { ofFutures, wholeNumber } from './amounts';
import type { EnsembleSummary } from './summary';
import { unsafeOutcomes, unsafeShare } from './unsafe';

const words = messages.results.headline;

/** Those that are not unsafe. */
const otherOutcomes = [
  'protection-failed',
  'paused-in-time',
  'protected',
  'not-reached',
] as const satisfies Outcome[];

/** The finding of an ensemble in plain words. */
export interface Headline {
  /** What goes wrong, in how many futures. */
  readonly title: string;
  /** How it mostly goes wrong, and how it mostly goes otherwise. */
  readonly detail: string;
}

/** The ids with the largest counts first; those without a run are left out, equal ones stay in order. */
function mostFrequent<Id extends Outcome>(ids: readonly Id[], { outcomes }: EnsembleSummary): Id[] {
  return ids
    .filter((id) => outcomes[id].count > 0)
    .sort((one, other) => outcomes[other].count - outcomes[one].count);
}

/**
 * An ensemble's finding as a title and a detail of one sentence each. The title says in how many futures the lab goes
 * past a danger point while a protection it needs was never finished (the outcomes unsafe-deployment,
 * unsafe-internal-use and unsecured), in words that stay the same while only the number changes.
 */
export function headline(summary: EnsembleSummary): Headline {
  const { outcomes, runs } = summary;
  const unsafe = unsafeShare(summary).count;
  if (unsafe > 0) return { title: unsafeTitle(unsafe, runs), detail: unsafeDetail(unsafe, summary) };
  const isQuiet =
    outcomes['protection-failed'].count === 0 &&
    summary.thresholds.every(({ crossed }) => crossed.count === 0);
  return isQuiet ? quiet(summary) : safe(summary);
}

function unsafeTitle(unsafe: number, runs: number): string {
  if (runs === 1) return words.titleOfOne.unsafe;
  return unsafe === runs
    ? words.title.allUnsafe(wholeNumber(runs))
    : words.title.someUnsafe(ofFutures(unsafe, runs));
}

function unsafeDetail(unsafe: number, summary: EnsembleSummary): string {
  const { outcomes, runs } = summary;
  const clauses: string[] = [];
  const [worst] = mostFrequent(unsafeOutcomes, summary);
  if (worst !== undefined) {
    const { count } = outcomes[worst];
    if (count < unsafe) clauses.push(words.mostOften(worst, ofFutures(count, runs)));
    else if (count < runs) clauses.push(words.alwaysThere(worst));
    else clauses.push(runs === 1 ? words.worst(worst) : words.always(worst));
  }
  const [other] = mostFrequent(otherOutcomes, summary);
  if (other !== undefined) clauses.push(words.inMany(other, ofFutures(outcomes[other].count, runs)));
  return words.sentence(clauses);
}

/** Dangers are met, and no protection is missing. */
function safe(summary: EnsembleSummary): Headline {
  const { outcomes, runs } = summary;
  const title = runs === 1 ? words.titleOfOne.safe : words.title.noneUnsafe(wholeNumber(runs));
  const clauses = mostFrequent(otherOutcomes, summary)
    .slice(0, 2)
    .map((id) => {
      const { count } = outcomes[id];
      if (count < runs) return words.inMany(id, ofFutures(count, runs));
      return runs === 1 ? words.inOne(id) : words.inAll(id);
    });
  return { title, detail: words.sentence(clauses) };
}

/** No danger is met at all. */
function quiet({ outcomes, runs }: EnsembleSummary): Headline {
  const title = runs === 1 ? words.titleOfOne.noneCrossed : words.title.noneCrossed(wholeNumber(runs));
  const pauses = outcomes['paused-in-time'].count;
  let detail: string = words.neverPauses;
  if (pauses > 0 && pauses < runs) detail = words.pausesAnyway(ofFutures(pauses, runs));
  else if (pauses > 0) detail = runs === 1 ? words.pausesAnywayInOne : words.pausesAnywayInAll;
  return { title, detail: words.sentence([detail]) };
}
