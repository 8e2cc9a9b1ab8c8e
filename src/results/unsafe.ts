import type { Outcome } from '../model/score';
import { wilsonShare, type Share } from './share';
import type { EnsembleSummary } from './summary';

/** Outcomes in which a protection that was needed was never finished, the worst first. */
export const unsafeOutcomes = [
  'unsafe-deployment',
  'unsafe-internal-use',
  'unsecured',
] as const satisfies Outcome[];

/** The share of runs with one of the unsafe outcomes. */
export function unsafeShare({ outcomes, runs }: EnsembleSummary): Share {
  const count = unsafeOutcomes.reduce((sum, id) => sum + outcomes[id].count, 0);
  return wilsonShare(count, runs);
}
