/** The set of assumptions in force, and what it changes. */
import { messages } from '../../messages/messages';
import { changesOfSet, setInForce } from '../../scenario/assumptionChoice';
import { assumptionSet, type AssumptionSet } from '../../scenario/assumptionSets';
import { isSameValue } from '../../scenario/levels';
import { valueAt } from '../../scenario/path';
import type { Basis, Scenario } from '../../scenario/scenario';
import { sources } from '../../scenario/sources';
import { settingName, valueText } from '../people/valueText';

/** One assumption that a set changes. */
export interface ChangedAssumption {
  readonly id: string;
  /** "Growth: 13x a year → 26x a year" */
  readonly inWords: string;
  readonly basis: Basis;
  readonly note: string;
  readonly source: { readonly title: string; readonly url: string } | null;
}

export interface WorldSet {
  readonly set: AssumptionSet;
  /** In the order of the set's file; none where its values are the scenario's own. */
  readonly changes: readonly ChangedAssumption[];
}

/** The set whose world `scenario` has; null where it has one of its own. `base`: the scenario before it was changed. */
export function worldSetOf(scenario: Scenario, base: Scenario): WorldSet | null {
  const id = setInForce(scenario, base);
  if (id === null) return null;
  const set = assumptionSet(id);
  const { scale } = scenario;
  const changes = changesOfSet(set, scale).flatMap((parameter): readonly ChangedAssumption[] => {
    const assumption = set.changes[scale][parameter];
    const before = valueAt(base.world, [parameter]);
    if (assumption === undefined || isSameValue(assumption.value, before)) return [];
    const source = assumption.source === undefined ? undefined : sources[assumption.source];
    const inWords = messages.page.compare.fromTo(
      settingName(parameter, scenario),
      valueText(parameter, before, base),
      valueText(parameter, assumption.value, scenario),
    );
    return [
      {
        id: parameter,
        inWords,
        basis: assumption.basis,
        note: assumption.note ?? '',
        source: source ?? null,
      },
    ];
  });
  return { set, changes };
}
