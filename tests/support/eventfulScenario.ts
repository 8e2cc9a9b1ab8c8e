import fc from 'fast-check';
import type { Scenario } from '../../src/scenario/scenario';
import { arbitraryScenario } from './arbitraryScenario';
import { livelyScenario } from './livelyScenario';

/** Valid scenarios of at most 78 weeks: from all over the input ranges, and, more often, such that much happens. */
export function eventfulScenario(): fc.Arbitrary<Scenario> {
  return fc.oneof(
    { weight: 1, arbitrary: arbitraryScenario({ maxHorizon: 78 }) },
    { weight: 2, arbitrary: livelyScenario(78) },
  );
}
