import { assign, createMachine, type MachineConfig } from 'xstate';
import { Lab, cloneLab } from './lab';
import { labDefinition, type EntryParams, type Instance, type LabDefinition } from './labDefinition';
import type { Luck } from './luck';
import { enterRegion } from './register';
import { actions, guards, type Action } from './rules';
import type { Setup } from './setup';
import type { LabEvent } from './week';

/** The context of the machine: the lab, replaced and never changed. */
export interface LabContext {
  readonly lab: Lab;
}

function enterState(lab: Lab, { region, index, state }: EntryParams): void {
  // The start of the actor enters the initial states, in which a new lab already is.
  if (lab.week === 0 && state === 0) return;
  enterRegion(lab, region, index, state);
}

function assignAction<Params>(change: (lab: Lab, params: Params) => void) {
  return assign(({ context }: { context: LabContext }, params: unknown) => {
    const lab = cloneLab(context.lab);
    change(lab, params as Params);
    return { lab };
  });
}

function actionOfModel(action: Action) {
  return assignAction<Instance>((lab, { index }) => action(lab, index));
}

const implementations = {
  guards: Object.fromEntries(
    Object.entries(guards).map(([name, guard]) => [
      name,
      ({ context }: { context: LabContext }, params: unknown) =>
        guard(context.lab, (params as Instance).index),
    ]),
  ),
  actions: {
    ...Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, actionOfModel(action)])),
    enter: assignAction<EntryParams>(enterState),
  },
};

/** What an actor of the machine starts from. */
export interface LabInput {
  readonly setup: Setup;
  readonly luck: Luck;
}

// The generated tables are beyond XState's static types; the rows they are made of are checked by ours.
type Config = MachineConfig<
  LabContext,
  { type: LabEvent },
  never,
  never,
  never,
  never,
  never,
  LabInput,
  never,
  never,
  never
>;

/** A definition made to run: with the lab as its context and the model's own guards and actions by their names. */
export function machineOf(definition: LabDefinition) {
  const config = {
    ...definition,
    context: ({ input }: { input: LabInput }) => ({ lab: new Lab(input.setup, input.luck) }),
  };
  return createMachine(config as unknown as Config, implementations as never);
}

/** The machine of a lab with `levels` (1 to 6) thresholds. */
export function labMachine(levels: number) {
  return machineOf(labDefinition(levels));
}

export type LabMachine = ReturnType<typeof labMachine>;
