/** Two policies, value by value. */
import { components, type Component } from '../../scenario/dossiers';
import { preset, type PresetId } from '../../scenario/presets';
import { isSameValue } from '../../scenario/levels';
import { messages } from '../../messages/messages';
import { settingName } from '../people/valueText';
import { settingValue } from '../settings/settingValue';
import { policyText, rowsOf, type ClauseRow } from './policyText';

export interface PairRow {
  readonly id: string;
  /** With the level's name, where it is a level's. */
  readonly label: string;
  readonly a: ClauseRow;
  readonly b: ClauseRow;
}

export interface PairComponent {
  readonly id: Component;
  readonly name: string;
  /** What each text says on it. */
  readonly says: readonly [string, string];
  readonly differing: readonly PairRow[];
  readonly same: readonly PairRow[];
}

/** What a text says on a component, and all its values. */
function partOf(id: PresetId, component: Component): { says: string; rows: readonly ClauseRow[] } {
  const components = policyText(id).components.filter((each) => each.id === component);
  return { says: components.map(({ says }) => says).join(), rows: rowsOf({ components }) };
}

/** Two policies with dossiers, component by component. Throws where one has a value that the other lacks. */
export function sideBySide(a: PresetId, b: PresetId): readonly PairComponent[] {
  const [scenarioA, scenarioB] = [preset(a), preset(b)];
  const isSame = ({ id }: PairRow): boolean =>
    isSameValue(settingValue(scenarioA, id), settingValue(scenarioB, id));
  return components.map((id): PairComponent => {
    const [one, other] = [partOf(a, id), partOf(b, id)];
    const rows = one.rows.map((row): PairRow => {
      const match = other.rows.find((each) => each.id === row.id);
      if (match === undefined) throw new Error(`${b} has no ${row.id}`);
      return { id: row.id, label: settingName(row.id, scenarioA), a: row, b: match };
    });
    return {
      id,
      name: messages.components[id].label,
      says: [one.says, other.says],
      differing: rows.filter((row) => !isSame(row)),
      same: rows.filter(isSame),
    };
  });
}
