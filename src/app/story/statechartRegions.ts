/** The regions of the statechart as they are drawn at one moment. */
import type { Transition } from '../../engine/stepper';
import { levelOf, regionName, type Region, type RegionInstance } from '../../model/regions';
import { instancesOfLevel, labInstances, regionLabel, shownState, stateLabel } from './regionWords';
import drawings from './statechart.gen.json';
import {
  asLabKnew,
  edgeText,
  spoken,
  stateText,
  type DrawnEdge,
  type PartText,
  type TakenStep,
} from './statechartText';

interface Arrow {
  readonly line: string;
  readonly head: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing of a kind of region; lengths in pixels of the page at its usual text size. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly initial: Arrow & { readonly x: number; readonly y: number; readonly radius: number };
  readonly states: readonly (Box & { readonly name: string })[];
  readonly edges: readonly (DrawnEdge & Arrow)[];
}

const drawingOf: Readonly<Record<Region, Drawing>> = drawings;

interface ShownPart {
  /** Within its region. */
  readonly key: string;
  readonly text: PartText;
  /** All that is said of it. */
  readonly spoken: string;
}

export interface ShownState extends ShownPart, Box {
  readonly kind: 'state';
  readonly label: string;
  readonly isNow: boolean;
}

export interface ShownEdge extends ShownPart, Arrow {
  readonly kind: 'edge';
  readonly isTaken: boolean;
}

/** A region's instance as it is drawn at one moment. */
export interface ShownRegion {
  /** The machine's name of it. */
  readonly id: string;
  readonly label: string;
  readonly drawing: Drawing;
  /** Each state, and after it what leads out of it. */
  readonly parts: readonly (ShownState | ShownEdge)[];
  /** Place among the parts of the state that it is in; null: not known yet. */
  readonly current: number | null;
}

/** What the machine does at a moment. */
export interface ShownMoment {
  /** By the machine's names of its regions; empty where they are not known yet. */
  readonly states: Readonly<Record<string, string>>;
  /** Null: not known yet. */
  readonly taken: TakenStep | null;
  /** With what the lab could not know. */
  readonly isWhole: boolean;
}

function isSameRow(edge: DrawnEdge, event: string, { from, to, guard }: Transition): boolean {
  return (
    edge.from === from &&
    edge.to === to &&
    edge.rows.some((row) => row.event === event && row.guard === guard)
  );
}

function shownRegion(instance: RegionInstance, { states, taken, isWhole }: ShownMoment): ShownRegion {
  const { region, index } = instance;
  const drawing = drawingOf[region];
  const id = regionName(instance);
  const state = states[id];
  const current = state === undefined ? null : shownState(region, state, isWhole);
  const [first] = drawing.states;
  const known = taken === null || isWhole ? taken : asLabKnew(taken);
  const own = known?.transitions.filter((each) => each.region === region && each.index === index) ?? [];
  const parts = drawing.states.flatMap((box): (ShownState | ShownEdge)[] => {
    const { name } = box;
    const isNow = name === current;
    const said = stateText(instance, name, drawing.edges, { isNow, isFirst: box === first });
    const leaving = drawing.edges.filter(({ from }) => from === name);
    return [
      {
        kind: 'state',
        key: name,
        ...{ x: box.x, y: box.y, width: box.width, height: box.height },
        label: stateLabel(region, name),
        isNow,
        text: said,
        spoken: spoken(said),
      },
      ...leaving.map((edge): ShownEdge => {
        const isTaken = own.some((each) => isSameRow(edge, known?.event ?? '', each));
        const ofEdge = edgeText(instance, edge, isTaken);
        return {
          kind: 'edge',
          key: `${edge.from} ${edge.to}`,
          line: edge.line,
          head: edge.head,
          isTaken,
          text: ofEdge,
          spoken: spoken(ofEdge),
        };
      }),
    ];
  });
  const at = parts.findIndex((part) => part.kind === 'state' && part.isNow);
  return { id, label: regionLabel(instance), drawing, parts, current: at < 0 ? null : at };
}

/** The regions of the lab as a whole. */
export function shownRegionsOfLab(moment: ShownMoment): readonly ShownRegion[] {
  return labInstances.map((instance) => shownRegion(instance, moment));
}

/** The regions of a level, from 0; that of its danger point only with what the lab could not know. */
export function shownRegionsOfLevel(level: number, moment: ShownMoment): readonly ShownRegion[] {
  return instancesOfLevel(level, moment.isWhole).map((instance) => shownRegion(instance, moment));
}

/** The level to look at after one: that of a transition just taken, if any is of a level. */
export function levelAfter(level: number, { taken, isWhole }: Omit<ShownMoment, 'states'>): number {
  if (taken === null) return level;
  const { transitions } = isWhole ? taken : asLabKnew(taken);
  const levels = transitions.map(levelOf).filter((each) => each !== null);
  return levels.includes(level) ? level : (levels[0] ?? level);
}
