/** The monotone laws on many scenarios: where nothing feeds back they must hold; where the lab responds they need not. */
import type { LawId, LawTally, ModelCheckReport } from '../../src/app/method/modelCheck';
import type { RunTrace } from '../../src/engine/simulateRun';
import { decodeScenario } from '../../src/scenario/decode';
import type { Scenario } from '../../src/scenario/scenario';
import { simulateRun } from '../support/bundledEngine';
import { laws, looks, unprotected, withoutFeedback, type Law, type Look } from '../support/monotoneLaws';
import type { Input } from './inputs';

/** What came of a law; whoever explains it adds why. */
export type LawResult = Omit<ModelCheckReport['laws'][number], 'why'>;

type Mutable = { -readonly [Key in keyof LawTally]: LawTally[Key] };

const orders = {
  sooner: (before: number, after: number) => after <= before,
  later: (before: number, after: number) => after >= before,
  same: (before: number, after: number) => after === before,
} as const;

/** What a law is about that moved against it: the first look, or null; and whether anything moved at all. */
function compared(law: Law, before: RunTrace, after: RunTrace): { against: Look | null; moved: boolean } {
  let against: Look | null = null;
  let moved = false;
  for (const [name, holds] of Object.entries(orders)) {
    for (const look of law[name as keyof typeof orders] ?? []) {
      const first = looks[look](before);
      const second = looks[look](after);
      if (first.some((value, i) => value !== second[i])) moved = true;
      if (!first.every((value, i) => holds(value, second[i]!))) against ??= look;
    }
  }
  return { against, moved };
}

function tally(tallied: Mutable, law: Law, { tried }: Input, before: RunTrace, after: RunTrace): void {
  const { against, moved } = compared(law, before, after);
  tallied.pairs++;
  if (moved) tallied.moved++;
  if (against === null) return;
  tallied.against++;
  tallied.first ??= { scenario: tried, run: before.run, look: against };
}

function emptyTally(): Mutable {
  return { pairs: 0, moved: 0, against: 0, first: null };
}

/** Half of what a law may add, and all but the last tenth, where its amount becomes "none". */
const amounts = [0.5, 0.85, 0.2] as const;

/** Tries the laws of those ids, or all, on runs 0 … runs-1 of every scenario; the amount goes by the scenario's place. */
export function checkLaws(
  inputs: readonly Input[],
  seed: string,
  runs: number,
  ids?: readonly LawId[],
): LawResult[] {
  const tried = laws.filter(({ id }) => ids?.includes(id) ?? true);
  const results = tried.map((law) => ({
    law: law.id,
    withoutFeedback: emptyTally(),
    asTheLabResponds: emptyTally(),
  }));
  inputs.forEach((input, place) => {
    const responding = unprotected(input.scenario);
    for (const mode of ['withoutFeedback', 'asTheLabResponds'] as const) {
      const base = mode === 'withoutFeedback' ? withoutFeedback(responding) : responding;
      const traces = Array.from({ length: runs }, (_, run) => simulateRun(base, seed, run));
      tried.forEach((law, i) => {
        const more: Scenario = { ...law.more(base, amounts[place % amounts.length]!), provenance: {} };
        if (!decodeScenario(more).ok) return;
        for (const before of traces)
          tally(results[i]![mode], law, input, before, simulateRun(more, seed, before.run));
      });
    }
  });
  return results;
}
