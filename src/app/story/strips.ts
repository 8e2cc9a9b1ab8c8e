/** Strips of the timeline: for each region of the statechart, what state it is in, week by week. */
import type { RunTrace } from '../../engine/simulateRun';
import { storyMessages } from '../../messages/storyMessages';
import { regionName, type Region, type RegionInstance, type StateOf } from '../../model/regions';
import { unsafeStates, unsafeWeeks } from '../../results/unsafeWeeks';
import { instancesOfLevel, labInstances, regionLabel, shownState, stateLabel } from './regionWords';

const words = storyMessages.timeline;

/**
 * What a state looks like: `rest` a thin line, `check` an evaluation, `build` protections under work, `on` in place or in
 * service, `notice` something announced, `held` a commitment that holds the lab back, `past` a line passed, `bad` what
 * ought not to be.
 */
export type Tone = 'rest' | 'none' | 'check' | 'build' | 'on' | 'notice' | 'held' | 'past' | 'bad';

const tones: { readonly [R in Region]: Readonly<Record<StateOf<R>, Tone>> } = {
  training: { active: 'rest', deciding: 'notice', paused: 'held' },
  internalUse: { open: 'rest', deciding: 'notice', suspended: 'held' },
  release: { idle: 'rest', assessing: 'check', withheld: 'held' },
  service: { none: 'none', live: 'on', withdrawn: 'held' },
  evaluation: { waiting: 'rest', running: 'check' },
  oversight: { committed: 'rest', notice: 'notice', abandoned: 'bad' },
  capability: { below: 'rest', crossed: 'past' },
  warning: { quiet: 'rest', alert: 'notice', reached: 'past' },
  protection: { absent: 'none', building: 'build', working: 'on', failing: 'bad', rework: 'build' },
};

/** Weeks `from` to `to`, both included, in one state. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
  readonly text: string;
}

export interface Strip {
  /** The machine's name of the region, or `unsafe`. */
  readonly id: string;
  readonly label: string;
  readonly segments: readonly Segment[];
}

export interface StripGroup {
  /** The level's name; empty for the lab as a whole. */
  readonly name: string;
  readonly strips: readonly Strip[];
}

export interface Strips {
  readonly groups: readonly StripGroup[];
  /** Levels to which nothing happens, by name. */
  readonly quiet: readonly string[];
}

interface Look {
  readonly tone: Tone;
  readonly text: string;
}

/** What a state looks like and is called. Throws on one that is none of the region's. */
export function lookOf(region: Region, state: string, isWhole: boolean): Look {
  const shown = shownState(region, state, isWhole);
  const text = stateLabel(region, shown);
  const tone = (tones[region] as Readonly<Record<string, Tone>>)[shown];
  if (tone === undefined) throw new Error(`The state ${state} of ${region} has no look`);
  return { tone, text };
}

function segmentsOf(looks: readonly Look[]): Segment[] {
  const segments: Segment[] = [];
  looks.forEach(({ tone, text }, week) => {
    const last = segments.at(-1);
    if (last?.text === text) segments[segments.length - 1] = { ...last, to: week };
    else segments.push({ from: week, to: week, tone, text });
  });
  return segments;
}

function stripOf({ weeks }: RunTrace, instance: RegionInstance, isWhole: boolean): Strip {
  const id = regionName(instance);
  const looks = weeks.map(({ states }) => lookOf(instance.region, states[id] ?? '', isWhole));
  return { id, label: regionLabel(instance), segments: segmentsOf(looks) };
}

const restOfUnsafe: Look = { tone: 'rest', text: '' };

function unsafeStrip(trace: RunTrace): Strip {
  const looks = unsafeWeeks(trace).map((unsafe): Look => {
    const how = unsafeStates.filter((state) => unsafe[state] !== 0).map((state) => words.isUnsafe[state]);
    return how.length === 0 ? restOfUnsafe : { tone: 'bad', text: how.join(', ') };
  });
  return { id: 'unsafe', label: words.strips.unsafe, segments: segmentsOf(looks) };
}

const isQuiet = ({ strips }: StripGroup): boolean => strips.every(({ segments }) => segments.length === 1);

/**
 * Every strip of a future: the lab's, then each level's to which anything happens.
 * @param levels their names
 * @param isWhole with what the lab could not know
 */
export function stripsOf(trace: RunTrace, levels: readonly string[], isWhole: boolean): Strips {
  const strip = (instance: RegionInstance): Strip => stripOf(trace, instance, isWhole);
  const lab = labInstances.map(strip);
  const ofLevels = levels.map((name, k): StripGroup => ({
    name,
    strips: instancesOfLevel(k, isWhole).map(strip),
  }));
  const own: StripGroup = { name: '', strips: isWhole ? [unsafeStrip(trace), ...lab] : lab };
  return {
    groups: [own, ...ofLevels.filter((group) => !isQuiet(group))],
    quiet: ofLevels.filter(isQuiet).map(({ name }) => name),
  };
}
