/** What would have changed one future that went wrong: single settings, tried with the same luck. */
import type { JobOptions, Runner } from '../engine/runner';
import type { Change, Trial } from '../engine/trials';
import { outcomes, type Outcome } from '../model/score';
import { wilsonShare, type Share } from '../results/share';
import type { Scenario } from '../scenario/scenario';
import { candidatesOf, type CandidateValue } from './candidates';
import { keysOf, policySettings, valueOf } from './policySettings';

/** Outcomes from this place in `outcomes` on are no failures: nothing unsafe was done. */
const FIRST_SAFE = outcomes.indexOf('paused-in-time');

/** Most runs that a change is tried on besides the one it was found for. */
export const MOST_LIKE_FAILURES = 1000;

/** One future: a run of a scenario under a seed. */
export interface Future {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly run: number;
}

/** A setting with another value. */
export interface SettingChange {
  readonly publicId: string;
  readonly before: CandidateValue;
  readonly after: CandidateValue;
}

/** Whether a future then ends in no failure, or in a lesser one. */
export type Effect = 'averts' | 'lessens';

/** What a change makes of a future that fails. */
export interface Finding {
  readonly effect: Effect;
  /** How the future ends instead. */
  readonly outcome: Outcome;
}

/** The smallest change of one setting that helps a future. */
export interface NearestChange extends SettingChange, Finding {}

/** What single settings can do for a future that fails. */
export interface NearestChanges {
  /** How it ends as it is. */
  readonly failure: Outcome;
  /** In the order of the policy's settings. */
  readonly helpful: readonly NearestChange[];
  /** Public ids of settings no other value of which helps. */
  readonly unable: readonly string[];
}

/** Whether an outcome is one of the four failures. */
export function isFailure(outcome: Outcome): boolean {
  return outcomes.indexOf(outcome) < FIRST_SAFE;
}

/** What it does to a future that ended in `failure` to end in `outcome` instead; null: nothing, or nothing good. */
export function effectOf(failure: Outcome, outcome: Outcome): Effect | null {
  if (!isFailure(outcome)) return 'averts';
  return outcomes.indexOf(outcome) > outcomes.indexOf(failure) ? 'lessens' : null;
}

/** Changes of settings in the form that runners take. */
export function changesOf(changes: readonly SettingChange[]): readonly Change[] {
  return changes.map(({ publicId, after }) => ({ keys: keysOf(publicId), value: after }));
}

function outcomeAt(index: number | undefined): Outcome {
  const outcome = index === undefined ? undefined : outcomes[index];
  if (outcome === undefined) throw new RangeError(`No outcome ${index}`);
  return outcome;
}

/**
 * How a future ends with each of some changes of its policy.
 * @param trials for each, the changes made together
 * @returns the outcome as it is, and with each
 */
export async function outcomesWith(
  runner: Runner,
  { scenario, seed, run }: Future,
  trials: readonly (readonly SettingChange[])[],
  options?: JobOptions,
): Promise<{ readonly asItIs: Outcome; readonly changed: readonly Outcome[] }> {
  const found = await runner.trials(
    {
      scenario,
      seed,
      trials: [[], ...trials].map((changes) => ({ changes: changesOf(changes), runs: [run] })),
    },
    options,
  );
  const [asItIs, ...changed] = found.map(([outcome]) => outcomeAt(outcome));
  return { asItIs: asItIs!, changed };
}

/** Of outcomes in order of nearness the first that averts, or else the first that lessens: its place and what it does. */
function nearestOf(
  failure: Outcome,
  ends: readonly Outcome[],
): (Finding & { readonly place: number }) | null {
  const effects = ends.map((outcome) => effectOf(failure, outcome));
  for (const effect of ['averts', 'lessens'] as const) {
    const place = effects.indexOf(effect);
    if (place >= 0) return { effect, outcome: ends[place]!, place };
  }
  return null;
}

/**
 * For each setting of the policy, the nearest value of its grid with which a future that fails does not fail; where
 * there is none, the nearest with which it ends in a lesser failure. The whole grid is tried, some hundreds to two
 * thousand runs. Throws a RangeError where the future does not fail; rejects with the signal's reason when aborted.
 */
export async function nearestChanges(
  runner: Runner,
  future: Future,
  options?: JobOptions,
): Promise<NearestChanges> {
  const { scenario } = future;
  const grids = policySettings(scenario.thresholds.length).map(({ publicId }) => {
    const before = valueOf(scenario, publicId) as CandidateValue;
    return candidatesOf(publicId, before).map((after): SettingChange => ({ publicId, before, after }));
  });
  const { asItIs, changed } = await outcomesWith(
    runner,
    future,
    grids.flat().map((change) => [change]),
    options,
  );
  if (!isFailure(asItIs)) throw new RangeError(`Run ${future.run} does not fail: ${asItIs}`);
  const helpful: NearestChange[] = [];
  const unable: string[] = [];
  let at = 0;
  for (const grid of grids) {
    const nearest = nearestOf(asItIs, changed.slice(at, (at += grid.length)));
    if (nearest !== null) {
      const { effect, outcome, place } = nearest;
      helpful.push({ ...grid[place]!, effect, outcome });
    } else if (grid[0] !== undefined) unable.push(grid[0].publicId);
  }
  return { failure: asItIs, helpful, unable };
}

/**
 * The first `MOST_LIKE_FAILURES` runs of an ensemble, by number, that end as `failure`, without the run looked at.
 * @param ends the outcome of each run from 0 on, as its index in `outcomes`
 */
export function likeFailures(ends: ArrayLike<number>, failure: Outcome, run: number): readonly number[] {
  const index = outcomes.indexOf(failure);
  const found: number[] = [];
  for (let other = 0; other < ends.length && found.length < MOST_LIKE_FAILURES; other++) {
    if (other !== run && ends[other] === index) found.push(other);
  }
  return found;
}

/** A change, or several made together, and the effect by which it helps. */
export interface Remedy {
  readonly changes: readonly SettingChange[];
  readonly effect: Effect;
}

/**
 * In how many of the runs `like` (of the same failure) each remedy helps by its own criterion: one that averts, where
 * the run then does not fail; one that lessens, where it then ends in a lesser failure or none. With 95% Wilson
 * intervals; null for each where there are no such runs.
 */
export async function helpedShares(
  runner: Runner,
  { scenario, seed }: Pick<Future, 'scenario' | 'seed'>,
  failure: Outcome,
  like: readonly number[],
  remedies: readonly Remedy[],
  options?: JobOptions,
): Promise<readonly (Share | null)[]> {
  if (like.length === 0) return remedies.map(() => null);
  const trials = remedies.map(({ changes }): Trial => ({ changes: changesOf(changes), runs: like }));
  const found = await runner.trials({ scenario, seed, trials }, options);
  return remedies.map(({ effect }, index) => {
    const ends = found[index]!;
    const least = effect === 'averts' ? FIRST_SAFE : outcomes.indexOf(failure) + 1;
    return wilsonShare(ends.filter((end) => end >= least).length, like.length);
  });
}
