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

/** Two policies with dossiers, component by component. Throws where one has a value that the other lacks. */
export function sideBySide(a: PresetId, b: PresetId): readonly PairComponent[] {
  const [inA, inB] = [policyText(a), policyText(b)];
  const [scenarioA, scenarioB] = [preset(a), preset(b)];
  return components.map((id, place): PairComponent => {
    const [one, other] = [inA.components[place]!, inB.components[place]!];
    const others = new Map(rowsOf({ components: [other] }).map((row) => [row.id, row]));
    const rows = rowsOf({ components: [one] }).map((row): PairRow => {
      const match = others.get(row.id);
      if (match === undefined) throw new Error(`${b} has no ${row.id}`);
      return { id: row.id, label: settingName(row.id, scenarioA), a: row, b: match };
    });
    const isSame = (row: PairRow): boolean =>
      isSameValue(settingValue(scenarioA, row.id), settingValue(scenarioB, row.id));
    return {
      id,
      name: messages.components[id].label,
      says: [one.says, other.says],
      differing: rows.filter((row) => !isSame(row)),
      same: rows.filter(isSame),
    };
  });
}
