/**
 * The regions of the statechart and their states. Everything discrete in a run is one of these; everything else
 * is a number. Codes are positions in the lists; they are part of the fingerprint, so the order is frozen.
 */
export const regionStates = {
  training: ['active', 'deciding', 'paused'],
  internalUse: ['open', 'deciding', 'suspended'],
  release: ['idle', 'assessing', 'withheld'],
  service: ['none', 'live', 'withdrawn'],
  evaluation: ['waiting', 'running'],
  oversight: ['committed', 'notice', 'abandoned'],
  capability: ['below', 'crossed'],
  warning: ['quiet', 'alert', 'reached'],
  protection: ['absent', 'building', 'working', 'failing', 'rework'],
} as const;

export type Region = keyof typeof regionStates;
export type StateOf<R extends Region> = (typeof regionStates)[R][number];

/** Regions of which a machine has one. */
export const labRegions = [
  'training',
  'internalUse',
  'release',
  'service',
  'evaluation',
  'oversight',
] as const satisfies readonly Region[];

/** Regions of which a machine has one per threshold: index k = 0 … K-1. */
export const levelRegions = ['capability', 'warning'] as const satisfies readonly Region[];

/** The two protections of a level. Protection i = 2k + kind: security keeps the weights contained, deployment holds the use safeguards. */
export const protectionKinds = ['security', 'deployment'] as const;
export type ProtectionKind = (typeof protectionKinds)[number];
export const SECURITY = 0;
export const DEPLOYMENT = 1;

/** One of a region's instances: index 0 for the lab's own, the level for those of a level, 2·level + kind for protections. */
export interface RegionInstance {
  readonly region: Region;
  readonly index: number;
}

type NamedInstance = { readonly region: string; readonly index: number };

/** The level that an instance is of, from 0; null: the lab as a whole. */
export function levelOf({ region, index }: NamedInstance): number | null {
  if (region === 'protection') return index >> 1;
  return levelRegions.some((each) => each === region) ? index : null;
}

/** The machine's name of an instance: `training`, `warning2`, `security1`. */
export function regionName(instance: NamedInstance): string {
  const level = levelOf(instance);
  if (level === null) return instance.region;
  const kind = instance.region === 'protection' ? protectionKinds[instance.index % 2] : undefined;
  return `${kind ?? instance.region}${level + 1}`;
}

/** Most thresholds a scenario may have. */
export const MOST_LEVELS = 6;

type Codes<R extends Region> = Readonly<Record<StateOf<R>, number>>;

function codesOf<R extends Region>(region: R): Codes<R> {
  return Object.fromEntries(regionStates[region].map((state, code) => [state, code])) as Codes<R>;
}

export const TRAINING = codesOf('training');
export const INTERNAL_USE = codesOf('internalUse');
export const RELEASE = codesOf('release');
export const SERVICE = codesOf('service');
export const EVALUATION = codesOf('evaluation');
export const OVERSIGHT = codesOf('oversight');
export const CAPABILITY = codesOf('capability');
export const WARNING = codesOf('warning');
export const PROTECTION = codesOf('protection');

const labStateCount = labRegions.reduce((sum, region) => sum + regionStates[region].length, 0);
const levelStateCount =
  levelRegions.reduce((sum, region) => sum + regionStates[region].length, 0) +
  protectionKinds.length * regionStates.protection.length;

/** Number of (region instance, state) pairs of a machine with `levels` thresholds. */
export function stateCount(levels: number): number {
  return labStateCount + levels * levelStateCount;
}

/**
 * Position of a region instance's first state among all states of the machine; the same for any number of
 * thresholds. `index` is 0 for the lab's own regions, the level for level regions, 2·level + kind for protections.
 */
export function stateOffset(region: Region, index: number): number {
  let offset = 0;
  for (const own of labRegions) {
    if (own === region) return offset;
    offset += regionStates[own].length;
  }
  const level = region === 'protection' ? Math.floor(index / 2) : index;
  offset += level * levelStateCount;
  for (const own of levelRegions) {
    if (own === region) return offset;
    offset += regionStates[own].length;
  }
  return offset + (index % 2) * regionStates.protection.length;
}
