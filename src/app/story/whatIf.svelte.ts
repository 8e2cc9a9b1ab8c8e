import { componentFindings, type ComponentFinding } from '../../analysis/components';
import {
  helpedShares,
  isFailure,
  likeFailures,
  nearestChanges,
  type Effect,
  type Future,
  type NearestChange,
  type Remedy,
} from '../../analysis/counterfactuals';
import type { Runner } from '../../engine/runner';
import { outcomes, type Outcome } from '../../model/score';
import type { Share } from '../../results/share';
import { preset, type PresetId } from '../../scenario/presets';
import { rest } from '../rest';
import { sampleOf, type Result } from '../result';
import { LatestAnswer, type Progress } from './latestAnswer.svelte';

/** A future that fails, and all those that it is one of. */
export interface FailedFuture extends Future {
  readonly failure: Outcome;
  /** Outcome of each run from 0 on, as its index in `outcomes`. */
  readonly ends: Float64Array;
}

/** How a future of a result ends. It can be tried where it fails and all futures are simulated. */
export interface LookedAt {
  readonly outcome: Outcome;
  readonly isFailed: boolean;
  /** Null where it does not fail, or not all futures are simulated yet. */
  readonly failed: FailedFuture | null;
}

/** In how many like failures a change helps; null where there are none. */
interface Tried {
  readonly share: Share | null;
}

/** What single settings can do for a failed future. */
export interface SettingsAnswer {
  readonly future: FailedFuture;
  readonly like: number;
  readonly changes: readonly (NearestChange & Tried)[];
  /** Public ids. */
  readonly unable: readonly string[];
}

/** What single components of another policy can do for it. */
export interface ComponentsAnswer {
  readonly future: FailedFuture;
  readonly reference: PresetId;
  readonly like: number;
  readonly findings: readonly (ComponentFinding & Tried)[];
}

interface ComponentsQuestion {
  readonly future: FailedFuture;
  readonly reference: PresetId;
}

/** How the future that is looked at ends. Simulates it where its number is beyond the result's. */
export function lookedAt(result: Result, run: number): LookedAt {
  const { scenario, seed, rows, settled } = result;
  const ends = rows.columns.outcome;
  const outcome = outcomes[ends[run] ?? -1] ?? sampleOf(result, run).outcome;
  const isFailed = isFailure(outcome);
  const failed = isFailed && settled ? { scenario, seed, run, failure: outcome, ends } : null;
  return { outcome, isFailed, failed };
}

function isSameFuture(one: FailedFuture, other: FailedFuture): boolean {
  return (
    one.scenario === other.scenario &&
    one.seed === other.seed &&
    one.run === other.run &&
    one.ends.length === other.ends.length
  );
}

/** Milliseconds that a future is looked at before its settings are tried. */
const REST = 300;

/** What would have changed one future: asked anew when it, its policy or the policy to take from is another one. */
export class WhatIf {
  readonly #runner: Runner;
  readonly #wait: (signal: AbortSignal) => Promise<void>;
  readonly #settings: LatestAnswer<FailedFuture, SettingsAnswer>;
  readonly #components: LatestAnswer<ComponentsQuestion, ComponentsAnswer>;

  /** @param wait until a future is worth the work: one that is only passed by is not */
  constructor(runner: Runner, wait = (signal: AbortSignal): Promise<void> => rest(REST, signal)) {
    this.#runner = runner;
    this.#wait = wait;
    this.#settings = new LatestAnswer(
      (future, signal, report) => this.#trySettings(future, signal, report),
      isSameFuture,
    );
    this.#components = new LatestAnswer(
      (question, signal, report) => this.#tryComponents(question, signal, report),
      (one, other) => one.reference === other.reference && isSameFuture(one.future, other.future),
    );
  }

  /** @param reference the policy that components are taken from; null: there is none */
  ask(future: FailedFuture | null, reference: PresetId | null): void {
    this.#settings.ask(future);
    this.#components.ask(future === null || reference === null ? null : { future, reference });
  }

  get settings(): SettingsAnswer | null {
    return this.#settings.answer;
  }

  get components(): ComponentsAnswer | null {
    return this.#components.answer;
  }

  /** Of what is under way, the settings first; null: nothing is. */
  get progress(): Progress | null {
    return this.#settings.progress ?? this.#components.progress;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#settings.failure ?? this.#components.failure;
  }

  async #trySettings(
    future: FailedFuture,
    signal: AbortSignal,
    report: (progress: Progress) => void,
  ): Promise<SettingsAnswer> {
    await this.#wait(signal);
    signal.throwIfAborted();
    const { helpful, unable } = await nearestChanges(this.#runner, future, { signal });
    const remedies = helpful.map((change) => ({ changes: [change], effect: change.effect }));
    const { like, shares } = await this.#sharesOf(future, remedies, signal, report);
    const changes = helpful.map((change, index) => ({ ...change, share: shares[index] ?? null }));
    return { future, like, changes, unable };
  }

  async #tryComponents(
    { future, reference }: ComponentsQuestion,
    signal: AbortSignal,
    report: (progress: Progress) => void,
  ): Promise<ComponentsAnswer> {
    await this.#wait(signal);
    signal.throwIfAborted();
    const findings = await componentFindings(this.#runner, future, preset(reference), { signal });
    if (findings === null) throw new Error(`${reference} has other levels than ${future.scenario.id}`);
    const helpful = findings.filter(
      (finding): finding is ComponentFinding & { readonly effect: Effect } => finding.effect !== null,
    );
    const { like, shares } = await this.#sharesOf(future, helpful, signal, report);
    const shareOf = (finding: ComponentFinding): Share | null =>
      shares[helpful.findIndex(({ component }) => component === finding.component)] ?? null;
    return {
      future,
      reference,
      like,
      findings: findings.map((finding) => ({ ...finding, share: shareOf(finding) })),
    };
  }

  async #sharesOf(
    future: FailedFuture,
    remedies: readonly Remedy[],
    signal: AbortSignal,
    report: (progress: Progress) => void,
  ): Promise<{ readonly like: number; readonly shares: readonly (Share | null)[] }> {
    const { failure, ends, run } = future;
    const like = likeFailures(ends, failure, run);
    const runs = like.length * remedies.length;
    const onProgress = (done: number): void => report({ like: like.length, done: done / runs });
    const shares = await helpedShares(this.#runner, future, failure, like, remedies, { signal, onProgress });
    return { like: like.length, shares };
  }
}
