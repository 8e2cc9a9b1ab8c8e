import type { RunTrace } from '../../src/engine/simulateRun';
import type { Lab } from '../../src/model/lab';

/** Fields of a lab that are not numbers of the run. */
export const otherFields = new Set([
  'setup',
  'luck',
  'world',
  'unconstrained',
  'drawnGrowth',
  'decisions',
  'log',
]);

/** Every number of a run, columns as lists, but for the fields named. */
export function labNumbers(lab: Lab, except: readonly (keyof Lab)[] = []): Record<string, number | number[]> {
  const without = new Set<string>([...otherFields, ...except]);
  return Object.fromEntries(
    Object.entries(lab)
      .filter(([name]) => !without.has(name))
      .map(([name, value]) => [name, typeof value === 'number' ? value : [...(value as Float64Array)]]),
  );
}

/** What happened in a run, in order, without the numbers that were seen. */
export function happenings({ events }: RunTrace): string[] {
  return events.map(
    ({ week, event, region, index, from, to, guard }) =>
      `${week} ${event} ${region}${index}: ${from} → ${to} (${String(guard)})`,
  );
}
