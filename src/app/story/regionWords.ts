/** The regions of one future's statechart: which are shown, in which state, and what they are called. */
import { storyMessages } from '../../messages/storyMessages';
import {
  labRegions,
  protectionKinds,
  type Region,
  type RegionInstance,
  type StateOf,
} from '../../model/regions';

const { strips, states } = storyMessages.timeline;

/** The types say that every state has its label. */
const labels: { readonly [R in Region]: Readonly<Record<StateOf<R>, string>> } = states;

/** Those of the lab as a whole. */
export const labInstances: readonly RegionInstance[] = labRegions.map((region) => ({ region, index: 0 }));

/** Those of a level, from 0; that of its danger point only with what the lab could not know. */
export function instancesOfLevel(level: number, isWhole: boolean): readonly RegionInstance[] {
  return [
    ...(isWhole ? [{ region: 'capability', index: level } as const] : []),
    { region: 'warning', index: level },
    ...protectionKinds.map((_, kind) => ({ region: 'protection', index: 2 * level + kind }) as const),
  ];
}

/** The state that is shown: to the lab a protection that fails unseen is in place. */
export function shownState(region: Region, state: string, isWhole: boolean): string {
  return region === 'protection' && state === 'failing' && !isWhole ? 'working' : state;
}

/** A state's label: what it is called on the page. Throws on one that is none. */
export function stateLabel(region: Region, state: string): string {
  const label = (labels[region] as Readonly<Record<string, string>>)[state];
  if (label === undefined) throw new Error(`The region ${region} has no state ${state}`);
  return label;
}

/** What a region is called: "Training", "Security". */
export function regionLabel({ region, index }: RegionInstance): string {
  return region === 'protection' ? strips[protectionKinds[index % 2] ?? 'security'] : strips[region];
}
