import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stepper } from '../../src/engine/stepper';
import { cloneLab, type Lab } from '../../src/model/lab';
import { labDefinition } from '../../src/model/labDefinition';
import { actions, guards, type ActionName, type GuardName } from '../../src/model/rules';
import { type conditions, week, type LabEvent } from '../../src/model/week';
import { eventfulScenario } from '../support/eventfulScenario';
import { labNumbers } from '../support/labNumbers';

interface Rule<Name> {
  readonly type: Name;
  readonly params: { readonly index: number };
}
interface Row {
  readonly guard?: Rule<GuardName>;
}
interface RegionChart {
  readonly states: Readonly<Record<string, { readonly on: Readonly<Record<string, readonly Row[]>> }>>;
}

/** Guards that hold for an event in the states that the lab is in. */
function guardsThatHold(lab: Lab, states: Readonly<Record<string, string>>, event: LabEvent): string[] {
  const regions = labDefinition(lab.setup.levels).states as Readonly<Record<string, RegionChart>>;
  return Object.entries(regions).flatMap(([region, chart]) =>
    (chart.states[states[region]!]!.on[event] ?? []).flatMap(({ guard }) =>
      guard !== undefined && guards[guard.type](lab, guard.params.index) ? [`${region}: ${guard.type}`] : [],
    ),
  );
}

/** Plans may be made anew without another outcome, and the first due week may be put too early. */
const plans: readonly (keyof Lab)[] = ['plannedWork', 'planWeek', 'firstDueWeek'];

/** The numbers of a lab after the orders that an event gives to it as a whole. */
function afterOrders(lab: Lab, event: LabEvent): ReturnType<typeof labNumbers> {
  const { on } = labDefinition(lab.setup.levels) as unknown as {
    on: Record<string, { readonly actions: readonly Rule<ActionName>[] }>;
  };
  const copy = cloneLab(lab);
  for (const { type, params } of on[event]?.actions ?? []) actions[type](copy, params.index);
  return labNumbers(copy, plans);
}

/** Conditions that only spare work: what they leave out would have changed nothing. */
const sparing: readonly (keyof typeof conditions)[] = [
  'paceChanged',
  'protectionIsDue',
  'evaluationIsCalledFor',
  'responseMayChange',
  'commitmentsAreStrained',
  'candidateMayLeave',
];

test('events are left out of a week only where nothing would have come of them', () => {
  const leftOut = new Map<string, number>();
  fc.assert(
    fc.property(eventfulScenario(), fc.nat(1000), (scenario, run) => {
      const stepper = new Stepper(scenario, 'spared', run);
      for (let at = 1; at <= stepper.horizon; at++) {
        for (const scripted of week) {
          if (stepper.step(scripted) || !sparing.includes(scripted.when!)) continue;
          const { event } = scripted;
          leftOut.set(event, (leftOut.get(event) ?? 0) + 1);
          expect(guardsThatHold(stepper.lab, stepper.states, event)).toEqual([]);
          expect(afterOrders(stepper.lab, event)).toEqual(labNumbers(stepper.lab, plans));
          expect(stepper.lab.firstDueWeek).toBeLessThanOrEqual(Math.min(...stepper.lab.dueWeek));
        }
      }
    }),
    { numRuns: 150, seed: 14, endOnFailure: true },
  );
  expect([...leftOut.keys()].toSorted()).toEqual(
    week.flatMap(({ event, when }) => (sparing.includes(when!) ? [event] : [])).toSorted(),
  );
});
