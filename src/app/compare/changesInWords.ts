import { messages } from '../../messages/messages';
import { parsePublicId } from '../../parameters/parameters';
import { countOfChanges, scenarioDifference } from '../../scenario/difference';
import type { Scenario } from '../../scenario/scenario';
import { settingName, valueText } from '../people/valueText';
import type { Design } from '../session/design';
import { letters } from './letters';

const words = messages.page.compare;

/** What `after` sets differently from `before`, a line each: "Safety buffer: 6x → 2x". */
export function changesInWords(before: Scenario, after: Scenario): string[] {
  const { removed, added, parameters } = scenarioDifference(before, after);
  const nameOf = ({ thresholds }: Scenario, level: number): string => thresholds[level - 1]?.name ?? '';
  return [
    ...removed.map((level) => words.levelRemoved(nameOf(before, level))),
    ...added.map((level) => words.levelAdded(nameOf(after, level))),
    ...parameters
      .filter(({ id }) => !added.includes(parsePublicId(id)?.level ?? 0))
      .map((change) =>
        words.fromTo(
          settingName(change.id, after),
          valueText(change.id, change.before, before),
          valueText(change.id, change.after, after),
        ),
      ),
  ];
}

/** "Baseline" or "Baseline, 2 changes". */
export function designTitle({ base, scenario }: Design): string {
  const count = countOfChanges(scenarioDifference(base, scenario));
  return count === 0 ? base.title : words.changed(base.title, count);
}

/** The title of a design with those that it is compared with: "Baseline, 2 changes (B), compared with Baseline (A)". */
export function comparedTitle(design: Design, pinned: readonly Design[]): string {
  if (pinned.length === 0) return designTitle(design);
  const named = (each: Design, index: number): string => words.named(designTitle(each), letters[index] ?? '');
  return words.comparedWith(named(design, pinned.length), pinned.map(named));
}
