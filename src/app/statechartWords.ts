/** Names of the statechart and what they mean. */
import { statechartMessages } from '../messages/statechartMessages';
import type { Region } from '../model/regions';
import type { ActionName, GuardName } from '../model/rules';
import type { LabEvent } from '../model/week';

/** A name of the machine and what it means. */
export interface Named {
  readonly name: string;
  readonly inWords: string;
}

/** The types say that every rule of the machine has its sentence. */
export const machineWords: {
  readonly regions: Readonly<Record<Region, string>>;
  readonly events: Readonly<Record<LabEvent, string>>;
  readonly guards: Readonly<Record<GuardName, string>>;
  readonly actions: Readonly<Record<ActionName, string>>;
} = statechartMessages;

/** A name with its words. Throws on one that has none. */
export function named(kind: 'events' | 'guards' | 'actions', name: string): Named {
  const inWords = (machineWords[kind] as Readonly<Record<string, string>>)[name];
  if (inWords === undefined) throw new Error(`The statechart's ${kind} have no words for ${name}`);
  return { name, inWords };
}
