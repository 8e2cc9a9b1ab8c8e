import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { storyMessages } from '../messages/storyMessages';
import { labMachine } from '../model/labMachine';
import { regionStates, type Region, type StateOf } from '../model/regions';
import { arrowPath, roundedLength, type Point } from './arrowPath';
import type { GeneratedFile } from './generatedFile';
import { readChart, type KernelRow } from './kernelChart';
import { labelWidth } from './labelWidth';

/** Size of a label's letters: as all lengths here, in pixels of the page at its usual text size. */
const LABEL_SIZE = 12.6;
/** Free room on either side of a label. */
const LABEL_ROOM = 9;
const STATE_HEIGHT = 30;
/** The mark from which an arrow leads to the first state. */
const INITIAL = 'initial';
const INITIAL_SIZE = 8;
/** A line that goes aside by no more than this goes straight. */
const SLIGHT_JOG = 10;

/** The types say that every state has its label. */
const labels: { readonly [R in Region]: Readonly<Record<StateOf<R>, string>> } =
  storyMessages.timeline.states;

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=4,left=6,bottom=6,right=6]',
  'elk.portAlignment.default': 'JUSTIFIED',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.nodeSelfLoop': '12',
};

/** Rows that lead from one state to another (or the same), in the machine's order. */
interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly KernelRow[];
}

function edgesOf(rows: readonly KernelRow[], states: readonly string[]): Edge[] {
  const byEnds = new Map<string, Edge>();
  for (const row of rows) {
    const [from, to] = [states[row.from], states[row.to]];
    if (from === undefined || to === undefined) throw new Error(`A row of ${row.region} has no such states`);
    const id = `${from} to ${to}`;
    byEnds.set(id, { id, from, to, rows: [...(byEnds.get(id)?.rows ?? []), row] });
  }
  return [...byEnds.values()];
}

/** What an element was laid out as; throws where it was not. */
function found<T extends { readonly id: string }>(all: readonly T[] | undefined, id: string): T {
  const element = all?.find((each) => each.id === id);
  if (element === undefined) throw new Error(`${id} was not laid out`);
  return element;
}

function boxOf({ x = NaN, y = NaN, width = NaN, height = NaN }: ElkNode) {
  return {
    x: roundedLength(x),
    y: roundedLength(y),
    width: roundedLength(width),
    height: roundedLength(height),
  };
}

/** The points of an edge; one line instead of many that hardly go aside. */
function pointsOf({ id, sections }: ElkExtendedEdge): readonly Point[] {
  const section = sections?.[0];
  if (section === undefined) throw new Error(`${id} was not laid out`);
  const { startPoint: start, bendPoints = [], endPoint: end } = section;
  const [first, second] = bendPoints.slice(1);
  const isStraight = [...bendPoints, end].every(({ x }) => Math.abs(x - start.x) <= SLIGHT_JOG);
  if (!isStraight) return [start, ...bendPoints, end];
  // A line that goes aside and back is longest between.
  const x = second === undefined ? end.x : (first?.x ?? end.x);
  return [
    { x, y: start.y },
    { x, y: end.y },
  ];
}

/** @param rows those of the region */
async function drawingOf(region: Region, rows: readonly KernelRow[]) {
  const states: readonly string[] = regionStates[region];
  const edges = edgesOf(rows, states);
  // Boxes of one width have straighter edges.
  const widest = Math.max(...Object.values<string>(labels[region]).map(labelWidth));
  const width = Math.ceil(widest * LABEL_SIZE + 2 * LABEL_ROOM);
  const root: ElkNode = {
    id: region,
    layoutOptions,
    children: [
      { id: INITIAL, width: INITIAL_SIZE, height: INITIAL_SIZE },
      ...states.map((id) => ({ id, width, height: STATE_HEIGHT })),
    ],
    edges: [
      { id: INITIAL, sources: [INITIAL], targets: states.slice(0, 1) },
      ...edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
    ],
  };
  const laidOut: ElkNode = await new ELK().layout(root);
  const arrowOf = (id: string) => arrowPath(pointsOf(found(laidOut.edges, id)));
  const initial = boxOf(found(laidOut.children, INITIAL));
  return {
    width: Math.ceil(laidOut.width ?? NaN),
    height: Math.ceil(laidOut.height ?? NaN),
    initial: {
      x: roundedLength(initial.x + INITIAL_SIZE / 2),
      y: roundedLength(initial.y + INITIAL_SIZE / 2),
      radius: INITIAL_SIZE / 2,
      ...arrowOf(INITIAL),
    },
    states: states.map((name) => ({ name, ...boxOf(found(laidOut.children, name)) })),
    edges: edges.map(({ id, from, to, rows: own }) => ({
      from,
      to,
      ...arrowOf(id),
      rows: own.map(({ event, guard, actions }) => ({ event, guard, actions })),
    })),
  };
}

/** Where the states and transitions of each kind of region stand in its drawing, laid out from the machine itself. */
export async function generateStatechart(): Promise<GeneratedFile[]> {
  const { rows } = readChart(labMachine(1));
  const drawings: [Region, Awaited<ReturnType<typeof drawingOf>>][] = [];
  for (const region of Object.keys(regionStates) as Region[]) {
    const own = rows.filter((row) => row.region === region);
    drawings.push([region, await drawingOf(region, own)]);
  }
  const text = `${JSON.stringify(Object.fromEntries(drawings), null, 1)}\n`;
  return [{ path: 'src/app/story/statechart.gen.json', text }];
}
