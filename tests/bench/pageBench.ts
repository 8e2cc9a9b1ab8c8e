import type { Browser, Page } from 'playwright-core';
import { withChromium } from './chromium';
import { traceMainThread, type MainThread } from './mainThread';
import { memoryGauge } from './memory';
import type { Line } from './print';
import { trackOf, wander, type Track } from './slider';
import { quantile } from './stopwatch';
import { forgetPaintings, idle, pageLog, settle, watchPage } from './watchPage';

const SLIDER = 'Safety buffer';
const MOVES = 48;
/** Moves after which everything is warm. */
const WARM_UP = 6;
/** A hand moves a slider by about this many steps a second. */
const DRAG_RATE = 45;
const DRAG_MOVES = 1000;
const VIEWPORT = { width: 1440, height: 900 };

/** The picture of the bands as text. */
function pixels(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#capability canvas');
    if (canvas === null) throw new Error('There is no chart of capability');
    return canvas.toDataURL();
  });
}

/** From inputs to the frames that answer them. */
interface Latencies {
  readonly preview: number[];
  /** The page previews fewer runs where it would lag behind the hand. */
  readonly previewRuns: number[];
  readonly full: number[];
}

/** Moves a held slider from stop to stop, each time until all runs are painted. */
async function moveByMove(page: Page, track: Track, stops: readonly number[]): Promise<Latencies> {
  const latencies: Latencies = { preview: [], previewRuns: [], full: [] };
  let before = await pixels(page);
  let inputs = (await pageLog(page)).inputs.length;
  for (const [move, stop] of stops.entries()) {
    await page.mouse.move(track.x(stop), track.y);
    await settle(page, ++inputs);
    const after = await pixels(page);
    if (after === before) throw new Error(`Move ${move} of "${SLIDER}" changed no pixel of the bands`);
    before = after;
    const log = await pageLog(page);
    if (log.inputs.length !== inputs) throw new Error(`Move ${move} of "${SLIDER}" was not one input`);
    if (move < WARM_UP) continue;
    const start = log.inputs.at(-1)!;
    const paintings = log.paintings.filter((painting) => painting.inputs === inputs);
    latencies.preview.push(paintings[0]!.time - start);
    latencies.previewRuns.push(paintings[0]!.runs);
    latencies.full.push(paintings.at(-1)!.time - start);
  }
  return latencies;
}

interface Drag {
  /** From each input to the first frame that answers it or a later one. */
  readonly latencies: readonly number[];
  readonly previewRuns: readonly number[];
  /** How many moves were painted, each by itself. */
  readonly painted: number;
}

/** Moves a held slider as a hand does, without waiting. */
async function drag(page: Page, track: Track, stops: readonly number[]): Promise<Drag> {
  const before = (await pageLog(page)).inputs.length;
  await forgetPaintings(page);
  const start = performance.now();
  for (const [move, stop] of stops.entries()) {
    await page.mouse.move(track.x(stop), track.y);
    const rest = start + ((move + 1) * 1000) / DRAG_RATE - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
  await settle(page, before + 1);
  const { inputs, paintings } = await pageLog(page);
  const latencies = inputs.slice(before).map((time, at) => {
    const answer = paintings.find((painting) => painting.inputs > before + at);
    return answer!.time - time;
  });
  const previews = paintings.filter(({ inputs }, at) => inputs !== (paintings[at - 1]?.inputs ?? before));
  return { latencies, previewRuns: previews.map(({ runs }) => runs), painted: previews.length };
}

function milliseconds(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms`;
}

function fromTo(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}

const MEGABYTE = 1_000_000;

function growth(before: number, after: number): string {
  return `${(after / before).toFixed(3)} (${(after / MEGABYTE).toFixed(1)} MB)`;
}

async function benchOf(browser: Browser, address: string): Promise<Line[]> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await watchPage(page);
  await page.goto(address);
  await settle(page, 0);
  const memory = await memoryGauge(page);
  const track = await trackOf(page.getByRole('slider', { name: SLIDER, exact: true }));
  await page.mouse.move(track.x(track.position), track.y);
  await page.mouse.down();
  await settle(page, 0);
  const slow = wander(track, track.position, MOVES + WARM_UP);
  const one = await moveByMove(page, track, slow);
  await idle(page);
  const before = await memory();
  let dragged!: Drag;
  const mainThread: MainThread = await traceMainThread(browser, page, async () => {
    dragged = await drag(page, track, wander(track, slow.at(-1)!, DRAG_MOVES));
  });
  await forgetPaintings(page);
  await idle(page);
  const after = await memory();
  await page.mouse.up();
  return [
    {
      what: `a move to its first bands, of ${fromTo(one.previewRuns)} runs`,
      value: milliseconds(one.preview),
      goal: 'median < 30 ms',
    },
    { what: 'a move to bands of all runs, rest included', value: milliseconds(one.full), goal: '< 150 ms' },
    {
      what: `a drag, ${DRAG_RATE} moves a second, of ${fromTo(dragged.previewRuns)} runs`,
      value: milliseconds(dragged.latencies),
      goal: 'median < 30 ms',
    },
    { what: '  moves painted, each by itself', value: `${dragged.painted} of ${DRAG_MOVES}`, goal: 'all' },
    {
      what: '  main thread, processor time a move painted',
      value: `${(mainThread.busy / dragged.painted).toFixed(1)} ms`,
      goal: '< 10 ms',
    },
    { what: '  longest task', value: `${mainThread.longest.toFixed(0)} ms`, goal: '≤ 50 ms' },
    {
      what: '  memory of the page, after / before',
      value: growth(before.page, after.page),
      goal: '1',
    },
    {
      what: '  memory of its workers, after / before',
      value: growth(before.workers, after.workers),
      goal: '1',
    },
  ];
}

/** Times a served site in Chromium: from a slider's input event to the frame with the new bands. */
export function pageBench(address: string): Promise<Line[]> {
  return withChromium((browser) => benchOf(browser, address));
}
