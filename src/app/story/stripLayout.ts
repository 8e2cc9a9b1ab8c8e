/** Where the timeline's strips stand, in pixels, and the bands that they cast on the chart above them. */
import { storyMessages } from '../../messages/storyMessages';
import type { Strips, Tone } from './strips';
import { xOf, type Frame } from './timelinePlot';

/** Room between the chart and the strips: the axis of weeks, and the slider. */
const AXIS = 22;
const SCRUB = 34;
const ROW = 18;
const GAP = 4;
const HEADING = 24;
const FOOT = 4;
/** A letter is about this wide; a segment that has no room for its text goes without. */
const LETTER = 6.3;
const PADDING = 10;

export interface LaidSegment {
  readonly x: number;
  readonly width: number;
  readonly tone: Tone;
  /** Empty where there is no room for it. */
  readonly text: string;
}

export interface LaidRow {
  readonly id: string;
  readonly label: string;
  readonly y: number;
  readonly height: number;
  /** Of a group that begins here. */
  readonly heading: { readonly text: string; readonly y: number } | null;
  readonly segments: readonly LaidSegment[];
}

/** Weeks on the chart in which training is paused, or the lab unsafe. */
export interface Band {
  readonly kind: 'held' | 'bad';
  readonly x: number;
  readonly width: number;
}

export interface LaidStrips {
  readonly rows: readonly LaidRow[];
  readonly bands: readonly Band[];
  readonly scrubTop: number;
  readonly bottom: number;
  readonly height: number;
  readonly quiet: string;
}

const castOf: Readonly<Record<string, Band['kind']>> = { training: 'held', unsafe: 'bad' };

/** Lays strips out below a chart. Pure. */
export function layOutStrips({ groups, quiet }: Strips, frame: Frame): LaidStrips {
  const rows: LaidRow[] = [];
  const bands: Band[] = [];
  let y = frame.bottom + AXIS + SCRUB;
  for (const { name, strips } of groups) {
    let heading: LaidRow['heading'] = name === '' ? null : { text: name, y: y + HEADING - 7 };
    if (heading !== null) y += HEADING;
    for (const { id, label, segments } of strips) {
      const laid = segments.map(({ from, to, tone, text }): LaidSegment => {
        const x = xOf(frame, from);
        const width = xOf(frame, to + 1) - x;
        return { x, width, tone, text: text.length * LETTER + PADDING <= width ? text : '' };
      });
      const kind = castOf[id];
      if (kind !== undefined) {
        bands.push(...laid.filter(({ tone }) => tone === kind).map(({ x, width }) => ({ kind, x, width })));
      }
      rows.push({ id, label, y, height: ROW, heading, segments: laid });
      heading = null;
      y += ROW + GAP;
    }
  }
  return {
    rows,
    bands,
    scrubTop: frame.bottom + AXIS,
    bottom: y - GAP + FOOT,
    height: y + FOOT,
    quiet: quiet.length === 0 ? '' : storyMessages.timeline.quiet(quiet),
  };
}
