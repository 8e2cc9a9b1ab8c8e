/** What the hand-written loop may keep of every week: how many runs were where. */

/** Even bins over capabilities; what lies beyond the last bin counts there. */
export interface HandAxis {
  readonly low: number;
  readonly binsPerDoubling: number;
  readonly bins: number;
}

/** States of the whole lab, in the order in which a status number packs them. */
export const labStates = [
  ['active', 'deciding', 'paused'],
  ['open', 'deciding', 'suspended'],
  ['idle', 'assessing', 'withheld'],
  ['none', 'live', 'withdrawn'],
  ['waiting', 'running'],
  ['committed', 'notice', 'abandoned'],
] as const;
const LAB_CELLS = 17;
/** Per level: below, crossed; quiet, alert, reached; and for each protection absent, building, working, failing, rework. */
const LEVEL_CELLS = 15;

/** Places of the status number and of the masks of levels and protections. */
export const IN = {
  status: 0,
  crossed: 1,
  alert: 2,
  reached: 3,
  building: 4,
  working: 5,
  failing: 6,
  rework: 7,
} as const;

const FIRST_PROTECTION_MASK: number = IN.building;

/** Counts by week; made for one scenario and any number of its runs. */
export interface HandTally {
  readonly axis: HandAxis;
  /** Null: the rival is not counted. */
  readonly rivalAxis: HandAxis | null;
  readonly capability: Int32Array;
  /** Of runs with a model live. */
  readonly deployed: Int32Array;
  readonly rival: Int32Array;
  /** Per week and state, runs that came to be in it less runs that left it; every run starts in the first states. */
  readonly moves: Int32Array;
  readonly cells: number;
  /** Where the run was the week before and is now; places: IN. */
  readonly last: Int32Array;
  readonly now: Int32Array;
}

/** An empty tally. */
export function newHandTally(
  levels: number,
  horizon: number,
  axis: HandAxis,
  rivalAxis: HandAxis | null,
): HandTally {
  const cells = LAB_CELLS + LEVEL_CELLS * levels;
  return {
    axis,
    rivalAxis,
    capability: new Int32Array((horizon + 1) * axis.bins),
    deployed: new Int32Array((horizon + 1) * axis.bins),
    rival: new Int32Array((horizon + 1) * (rivalAxis?.bins ?? 0)),
    moves: new Int32Array((horizon + 1) * cells),
    cells,
    last: new Int32Array(8),
    now: new Int32Array(8),
  };
}

function countBin(counts: Int32Array, axis: HandAxis, week: number, value: number): void {
  const bin = Math.min(axis.bins - 1, Math.floor((value - axis.low) * axis.binsPerDoubling));
  const at = week * axis.bins + bin;
  counts[at] = counts[at]! + 1;
}

/** Takes in the numbers of a week of a run; `live` is NaN where no model is live. */
export function observeWeek(
  { axis, rivalAxis, capability, deployed, rival }: HandTally,
  week: number,
  reached: number,
  live: number,
  rivalReached: number,
): void {
  countBin(capability, axis, week, reached);
  if (live === live) countBin(deployed, axis, week, live);
  if (rivalAxis !== null) countBin(rival, rivalAxis, week, rivalReached);
}

function move(moves: Int32Array, from: number, to: number): void {
  moves[from] = moves[from]! - 1;
  moves[to] = moves[to]! + 1;
}

function protectionOf(masks: Int32Array, i: number): number {
  const failing = (masks[IN.failing]! >> i) & 1;
  const rework = (masks[IN.rework]! >> i) & 1;
  return ((masks[IN.building]! >> i) & 1) + 2 * ((masks[IN.working]! >> i) & 1) + 3 * failing + 4 * rework;
}

function warningOf(masks: Int32Array, bit: number): number {
  return Number((masks[IN.alert]! & bit) !== 0) + Number((masks[IN.reached]! & bit) !== 0);
}

/** Counts the changes of state from `last` to `now`, in a week in which there are some, and makes `now` the last. */
export function observeMoves({ moves, cells, last, now }: HandTally, week: number): void {
  const row = week * cells;
  if (now[IN.status] !== last[IN.status]) {
    let [before, after, cell] = [last[IN.status]!, now[IN.status]!, row];
    for (const { length } of labStates) {
      if (before % length !== after % length) move(moves, cell + (before % length), cell + (after % length));
      before = Math.floor(before / length);
      after = Math.floor(after / length);
      cell += length;
    }
  }
  const firstLevel = row + LAB_CELLS;
  const crossings = now[IN.crossed]! ^ last[IN.crossed]!;
  const warnings = (now[IN.alert]! ^ last[IN.alert]!) | (now[IN.reached]! ^ last[IN.reached]!);
  for (let left = crossings | warnings; left !== 0; left &= left - 1) {
    const bit = left & -left;
    const cell = firstLevel + ((31 - Math.clz32(bit)) >> 1) * LEVEL_CELLS;
    if ((crossings & bit) !== 0) move(moves, cell, cell + 1);
    if ((warnings & bit) !== 0) move(moves, cell + 2 + warningOf(last, bit), cell + 2 + warningOf(now, bit));
  }
  let changed = 0;
  for (let mask = FIRST_PROTECTION_MASK; mask < now.length; mask++) changed |= now[mask]! ^ last[mask]!;
  for (let left = changed; left !== 0; left &= left - 1) {
    const i = 31 - Math.clz32(left & -left);
    const cell = firstLevel + (i >> 1) * LEVEL_CELLS + 5 + (i & 1) * 5;
    move(moves, cell + protectionOf(last, i), cell + protectionOf(now, i));
  }
  last.set(now);
}
