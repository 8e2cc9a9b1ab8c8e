import { performance } from 'node:perf_hooks';

/** What is timed against others. */
export interface Contender {
  readonly name: string;
  readonly run: () => void | Promise<void>;
  /** How many things one call does; times are per thing. 1 where absent. */
  readonly amount?: number;
}

/** Times of a contender, in milliseconds per thing. */
export interface Timing {
  readonly shortest: number;
  readonly median: number;
}

/** The value below which a share of the values lies, of at least one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/**
 * Times contenders in turn, so that whatever else the machine does disturbs them alike. The first round warms them up
 * and does not count.
 */
export async function timeInTurn<Name extends string>(
  contenders: readonly (Contender & { readonly name: Name })[],
  rounds: number,
): Promise<Record<Name, Timing>> {
  const times = new Map<Name, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run, amount = 1 } of contenders) {
      const start = performance.now();
      await run();
      const elapsed = (performance.now() - start) / amount;
      if (round > 0) times.get(name)!.push(elapsed);
    }
  }
  const timings = [...times].map(([name, all]): [Name, Timing] => [
    name,
    { shortest: Math.min(...all), median: quantile(all, 0.5) },
  ]);
  return Object.fromEntries(timings) as Record<Name, Timing>;
}
