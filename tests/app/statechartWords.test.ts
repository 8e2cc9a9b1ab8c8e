import { expect, test } from 'vitest';
import { statechartTables } from '../../src/app/method/tables';
import { documentMessages } from '../../src/messages/documentMessages';
import { labMachine } from '../../src/model/labMachine';
import { regionStates } from '../../src/model/regions';
import { actions, guards } from '../../src/model/rules';

const { statechart } = documentMessages;

/** What the machine itself names, walked state by state. */
function namesOfMachine(): Record<'events' | 'guards' | 'actions', Set<string>> {
  const found = { events: new Set<string>(), guards: new Set<string>(), actions: new Set<string>() };
  const machine = labMachine(1);
  const typeOf = (named: unknown): string => (named as { type: string }).type;
  for (const node of [
    machine.root,
    ...Object.values(machine.root.states).flatMap((region) => Object.values(region.states)),
  ]) {
    for (const transition of [...node.transitions.values()].flat()) {
      found.events.add(transition.eventType);
      if (transition.guard !== undefined) found.guards.add(typeOf(transition.guard));
      for (const action of transition.actions) found.actions.add(typeOf(action));
    }
  }
  return found;
}

test('every event, guard and action that can fire has its sentence, and no sentence is of nothing', () => {
  const names = namesOfMachine();
  expect(names.guards.size).toBeGreaterThan(30);
  for (const kind of ['events', 'guards', 'actions'] as const) {
    expect([...names[kind]].toSorted(), kind).toEqual(Object.keys(statechart[kind]).toSorted());
  }
  expect(Object.keys(statechart.guards).toSorted()).toEqual(Object.keys(guards).toSorted());
  expect(Object.keys(statechart.actions).toSorted()).toEqual(Object.keys(actions).toSorted());
  expect(Object.keys(statechart.regions)).toEqual(Object.keys(regionStates));
});

test('no two rules read alike, and each is one plain sentence', () => {
  for (const kind of ['events', 'guards'] as const) {
    const sentences = Object.values(statechart[kind]);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
  }
});

test('the tables show every transition of every region', () => {
  const tables = statechartTables();
  expect(tables.map(({ region }) => region)).toEqual(Object.keys(regionStates));
  for (const { region, lines } of tables) {
    const states: readonly string[] = regionStates[region as keyof typeof regionStates];
    for (const { from, to } of lines) for (const state of [from, to ?? from]) expect(states).toContain(state);
  }
  expect(tables.flatMap(({ lines }) => lines).length).toBeGreaterThan(50);
});
