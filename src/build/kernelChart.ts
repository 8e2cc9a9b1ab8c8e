/** Reads the statechart as XState built it into plain rows. What the kernel could not express is an error. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { EntryParams, Instance } from '../model/labDefinition';
import { labRegions, levelRegions, regionStates, type Region } from '../model/regions';
import { actions, guards } from '../model/rules';

/** One row of the statechart: which rules it names, by name. */
export interface KernelRow {
  readonly event: string;
  readonly region: Region;
  readonly from: number;
  readonly to: number;
  readonly guard: string | null;
  readonly actions: readonly string[];
}

export interface KernelChart {
  /** Rows in document order; the order among rows of one region, state and event is the order of trial. */
  readonly rows: readonly KernelRow[];
  /** Actions on the whole lab, by event. */
  readonly wholeLab: ReadonlyMap<string, readonly string[]>;
}

function refuse(where: string, what: string): never {
  throw new Error(`The kernel cannot be generated: ${where} has ${what}.`);
}

function instanceOf(node: AnyStateNode): { region: Region; index: number } {
  const meta = node.meta as { region?: unknown; index?: unknown } | undefined;
  if (typeof meta?.region !== 'string' || !(meta.region in regionStates) || typeof meta.index !== 'number') {
    refuse(node.id, 'no meta naming its region and index');
  }
  return { region: meta.region as Region, index: meta.index };
}

function nameOf(rule: unknown, known: object, index: number, where: string): string {
  const { type, params } = (typeof rule === 'object' ? rule : {}) as { type?: string; params?: Instance };
  if (typeof type !== 'string' || !(type in known))
    refuse(where, `a rule that is not a named one of the model`);
  if (params?.index !== index) refuse(where, `the rule ${type} with parameters of another instance`);
  return type;
}

function childOf(node: AnyStateNode, name: string): AnyStateNode {
  const child = node.states[name] as AnyStateNode | undefined;
  return child ?? refuse(node.id, `no state ${name}`);
}

function refuseUnsupported(node: AnyStateNode): void {
  if (node.invoke.length > 0) refuse(node.id, '`invoke`');
  if (node.after.length > 0) refuse(node.id, '`after`');
  if ((node.always ?? []).length > 0) refuse(node.id, '`always`');
  if (node.exit.length > 0) refuse(node.id, 'an exit action');
  if (node.type === 'history' || node.type === 'final') refuse(node.id, `type ${node.type}`);
}

function rowsOfRegion(regionNode: AnyStateNode): KernelRow[] {
  const { region, index } = instanceOf(regionNode);
  refuseUnsupported(regionNode);
  if (regionNode.type !== 'compound') refuse(regionNode.id, `type ${regionNode.type}`);
  if (regionNode.transitions.size > 0) refuse(regionNode.id, 'a transition of its own');
  if (regionNode.entry.length > 0) refuse(regionNode.id, 'an entry action of its own');
  const names: readonly string[] = regionStates[region];
  if (Object.keys(regionNode.states).join() !== names.join())
    refuse(regionNode.id, 'other states than its region');
  if (regionNode.initial.target[0]?.key !== names[0])
    refuse(regionNode.id, 'an initial state that is not the first');

  return names.flatMap((name, from) => {
    const node = childOf(regionNode, name);
    refuseUnsupported(node);
    if (node.type !== 'atomic') refuse(node.id, `type ${node.type}`);
    const entry = node.entry.map((action) => action as unknown as { type: string; params: EntryParams });
    const [enter] = entry;
    const entersItself =
      entry.length === 1 &&
      enter?.type === 'enter' &&
      enter.params.region === region &&
      enter.params.index === index &&
      enter.params.state === from;
    if (!entersItself) refuse(node.id, 'an entry action other than `enter` for itself');
    return [...node.transitions.values()].flat().map((transition: AnyTransitionDefinition) => {
      const where = `${node.id} on ${transition.eventType}`;
      const targets = transition.target ?? [];
      if (targets.length > 1) refuse(where, 'several targets');
      const target = targets[0];
      if (target !== undefined && target.parent !== regionNode) refuse(where, 'a target in another region');
      if (transition.reenter) refuse(where, '`reenter`');
      if (target === undefined && transition.guard === undefined)
        refuse(where, 'a transition without a guard that stays where it is');
      return {
        event: transition.eventType as string,
        region,
        from,
        to: target === undefined ? from : names.indexOf(target.key),
        guard: transition.guard === undefined ? null : nameOf(transition.guard, guards, index, where),
        actions: transition.actions.map((action) => nameOf(action, actions, index, where)),
      };
    });
  });
}

/** Reads a machine whose regions of a level are copies of one another; throws on anything the kernel cannot express. */
export function readChart(machine: AnyStateMachine): KernelChart {
  const { root } = machine;
  refuseUnsupported(root);
  if (root.type !== 'parallel') refuse(root.id, `type ${root.type}`);
  const byRegion = new Map<Region, KernelRow[]>();
  for (const node of Object.values(root.states)) {
    const { region } = instanceOf(node);
    const rows = rowsOfRegion(node);
    const first = byRegion.get(region);
    if (first === undefined) byRegion.set(region, rows);
    else if (JSON.stringify(first) !== JSON.stringify(rows))
      refuse(node.id, 'other rows than the first of its kind');
  }
  const order = [...labRegions, ...levelRegions, 'protection'].join();
  if ([...byRegion.keys()].join() !== order) refuse(root.id, `regions in another order than ${order}`);
  const wholeLab = new Map<string, string[]>();
  for (const transition of [...root.transitions.values()].flat() as AnyTransitionDefinition[]) {
    const where = `the root on ${transition.eventType}`;
    if (transition.target !== undefined || transition.guard !== undefined)
      refuse(where, 'a target or a guard');
    const names = transition.actions.map((action) => nameOf(action, actions, 0, where));
    wholeLab.set(transition.eventType as string, names);
  }
  const rows = [...byRegion.values()].flat();
  for (const event of wholeLab.keys()) {
    if (rows.some((row) => row.event === event))
      refuse(event, 'both a region and the whole lab answering it');
  }
  return { rows, wholeLab };
}
