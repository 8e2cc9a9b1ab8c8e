/** Levels of risk that a policy's text does not name, and how much of its result hangs on that. */
import { documentMessages } from '../../messages/documentMessages';
import { comparePaired } from '../../results/comparePaired';
import { unsafeShare } from '../../results/unsafe';
import type { Scenario } from '../../scenario/scenario';
import { shareDifference } from '../compare/comparison';
import type { Result } from '../result';
import { shareText } from './effect';

const words = documentMessages.policies.unnamed;

/** Names of levels without a limit. */
export function unnamedLevels({ thresholds }: Scenario): readonly string[] {
  return thresholds.filter(({ limit }) => limit === null).map(({ name }) => name);
}

const named = new WeakMap<Scenario, Scenario>();

/**
 * The same policy with a limit at the danger point of every level that it does not name, the same object each time it is
 * asked; null where it names all, or follows no text that could name one.
 */
export function withAllNamed(scenario: Scenario): Scenario | null {
  if (scenario.document === null || unnamedLevels(scenario).length === 0) return null;
  const known = named.get(scenario);
  if (known !== undefined) return known;
  const thresholds = scenario.thresholds.map((level) =>
    level.limit === null ? { ...level, limit: level.danger } : level,
  );
  const made = { ...scenario, thresholds };
  named.set(scenario, made);
  return made;
}

/** Names in one phrase. */
export function phraseOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${words.and}${last}`;
}

/** Of the futures that are unsafe, the part that hangs on the silence from which it decides most. */
const MOST = 0.5;

/**
 * What its silence does to a policy's result; empty where it names every level.
 * @param named the answer to the same policy with all levels named, under the same seed; null where there is none
 */
export function unnamedText(result: Result, named: Result | null): readonly string[] {
  const names = unnamedLevels(result.scenario);
  if (names.length === 0) return [];
  const levels = result.summary.thresholds.filter(({ name }) => names.includes(name));
  const lines = [
    words.says(phraseOf(names), names.length),
    ...levels.map(({ name, crossed, protectedAtCrossing }) =>
      words.level(name, shareText(crossed), shareText(protectedAtCrossing)),
    ),
  ];
  if (named === null) return lines;
  const { unsafe } = comparePaired(result.rows, named.rows);
  const own = unsafeShare(result.summary);
  lines.push(
    words.named({
      count: names.length,
      without: shareText(own),
      with: shareText(unsafeShare(named.summary)),
      difference: shareDifference(unsafe),
    }),
  );
  if (unsafe.high < -MOST * own.share) lines.push(words.decides);
  else lines.push(unsafe.high < 0 ? words.decidesPart : words.decidesNothing);
  return lines;
}
