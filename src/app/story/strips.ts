/** Strips of the timeline: for each region of the statechart, what state it is in, week by week. */
import type { RunTrace } from '../../engine/simulateRun';
import { storyMessages } from '../../messages/storyMessages';
import { labRegions, protectionKinds, type Region, type StateOf } from '../../model/regions';
import { unsafeStates, unsafeWeeks } from '../../results/unsafeWeeks';

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

/** What a state looks like and is called. To the lab a protection that fails unseen is in place. */
export function lookOf(region: Region, state: string, isWhole: boolean): Look {
  const shown = !isWhole && state === 'failing' ? 'working' : state;
  const tone = (tones[region] as Readonly<Record<string, Tone>>)[shown];
  const text = (words.states[region] as Readonly<Record<string, string>>)[shown];
  if (tone === undefined || text === undefined) throw new Error(`The region ${region} has no state ${state}`);
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

function stripOf(
  { weeks }: RunTrace,
  id: string,
  label: keyof typeof words.strips,
  region: Region,
  isWhole: boolean,
): Strip {
  const looks = weeks.map(({ states }) => lookOf(region, states[id] ?? '', isWhole));
  return { id, label: words.strips[label], segments: segmentsOf(looks) };
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
  const lab = labRegions.map((region) => stripOf(trace, region, region, region, isWhole));
  const ofLevels = levels.map((name, k): StripGroup => {
    const strip = (region: 'capability' | 'warning'): Strip =>
      stripOf(trace, `${region}${k + 1}`, region, region, isWhole);
    const protections = protectionKinds.map((kind) =>
      stripOf(trace, `${kind}${k + 1}`, kind, 'protection', isWhole),
    );
    return { name, strips: [...(isWhole ? [strip('capability')] : []), strip('warning'), ...protections] };
  });
  const own: StripGroup = { name: '', strips: isWhole ? [unsafeStrip(trace), ...lab] : lab };
  return {
    groups: [own, ...ofLevels.filter((group) => !isQuiet(group))],
    quiet: ofLevels.filter(isQuiet).map(({ name }) => name),
  };
}
