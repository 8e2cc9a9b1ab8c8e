import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import type * as playwright from 'playwright-core';
import { findChromium } from '../../src/build/findChromium';
import { createSiteServer, listen } from '../../src/build/serve';
import type { Line } from './print';
import { quantile } from './stopwatch';

/** One picture of the bands on the screen. */
interface Painting {
  /** In milliseconds of the page's clock, as are the inputs'. */
  readonly time: number;
  readonly runs: number;
  readonly fingerprint: string;
  /** Are all runs in? */
  readonly settled: boolean;
}

interface PageLog {
  inputs: number[];
  paintings: Painting[];
  /** Durations of tasks of more than 50 ms. */
  longTasks: number[];
}

const SITE = 'dist/site';
const SLIDER = 'Safety buffer';
const MOVES = 48;
/** Moves after which everything is warm. */
const WARM_UP = 6;
/** A hand moves a slider by about this many steps a second. */
const DRAG_RATE = 45;
const DRAG_MOVES = 180;
const VIEWPORT = { width: 1440, height: 900 };
/** Half of a slider's thumb, in CSS pixels. */
const HALF_THUMB = 9;

/** Runs in the page before its own code: notes when a slider moves and when the bands have been painted. */
function watchPage(): void {
  const log: PageLog = { inputs: [], paintings: [], longTasks: [] };
  Object.assign(window, { benchLog: log });
  addEventListener('input', (event) => log.inputs.push(event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) log.longTasks.push(duration);
  }).observe({ type: 'longtask' });

  const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  let awaited = false;
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = () => {
    awaited = false;
    const settled = document.querySelector('#answer')?.getAttribute('aria-busy') === 'false';
    const time = performance.now();
    const runs = Number(text('#runs').replace(/\D/g, ''));
    log.paintings.push({ time, runs, fingerprint: text('#fingerprint'), settled });
  };
  // A chart is drawn anew from clearing its canvas on.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    if (!awaited && this.canvas.closest('#capability') !== null) {
      awaited = true;
      // The message arrives after the frame that the callback belongs to.
      requestAnimationFrame(() => afterPaint.port2.postMessage(null));
    }
    clearRect.apply(this, area);
  };
}

function pageLog(page: playwright.Page): Promise<PageLog> {
  return page.evaluate(() => (window as unknown as { benchLog: PageLog }).benchLog);
}

/** The picture of the bands as text. */
function pixels(page: playwright.Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#capability canvas');
    if (canvas === null) throw new Error('There is no chart of capability');
    return canvas.toDataURL();
  });
}

async function settle(page: playwright.Page, inputs: number): Promise<void> {
  await page.waitForFunction((inputs) => {
    const log = (window as unknown as { benchLog: PageLog }).benchLog;
    const last = log.paintings.at(-1);
    if (last === undefined || log.inputs.length < inputs) return false;
    return last.settled && (inputs === 0 || last.time > log.inputs.at(-1)!);
  }, inputs);
}

interface Track {
  readonly stops: number;
  readonly position: number;
  /** Where the thumb's middle is at a stop. */
  readonly x: (stop: number) => number;
  readonly y: number;
}

async function trackOf(slider: playwright.Locator): Promise<Track> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error(`The slider "${SLIDER}" is not shown`);
  const { max, position } = await slider.evaluate((input: HTMLInputElement) => ({
    max: Number(input.max),
    position: input.valueAsNumber,
  }));
  const reach = box.width - 2 * HALF_THUMB;
  const x = (stop: number): number => box.x + HALF_THUMB + (stop / max) * reach;
  return { stops: max + 1, position, x, y: box.y + box.height / 2 };
}

/** Stops of a thumb that wanders to and fro over the middle of its track, one stop a move. */
function wander({ stops, position }: Track, moves: number): number[] {
  const [low, high] = [Math.floor(stops / 4), Math.ceil((3 * stops) / 4)];
  let at = position;
  let step = at < high ? 1 : -1;
  return Array.from({ length: moves }, () => {
    if (at + step > high || at + step < low) step = -step;
    return (at += step);
  });
}

interface Latencies {
  readonly preview: number[];
  /** The page previews fewer runs where it would lag behind the hand. */
  readonly previewRuns: number[];
  readonly full: number[];
}

/** Moves the slider stop by stop, each time until all runs are painted. */
async function moveByMove(page: playwright.Page, track: Track): Promise<Latencies> {
  const latencies: Latencies = { preview: [], previewRuns: [], full: [] };
  let before = await pixels(page);
  let inputs = (await pageLog(page)).inputs.length;
  for (const [move, stop] of wander(track, MOVES + WARM_UP).entries()) {
    await page.mouse.move(track.x(stop), track.y);
    await settle(page, ++inputs);
    const after = await pixels(page);
    if (after === before) throw new Error(`Move ${move} of "${SLIDER}" changed no pixel of the bands`);
    before = after;
    const log = await pageLog(page);
    if (log.inputs.length !== inputs) throw new Error(`Move ${move} of "${SLIDER}" was not one input`);
    const start = log.inputs.at(-1)!;
    const paintings = log.paintings.filter(({ time }) => time > start);
    if (move < WARM_UP) continue;
    latencies.preview.push(paintings[0]!.time - start);
    latencies.previewRuns.push(paintings[0]!.runs);
    latencies.full.push(paintings.at(-1)!.time - start);
  }
  return latencies;
}

/** Moves the slider as a hand does, without waiting; how many of the moves were painted. */
async function drag(page: playwright.Page, track: Track): Promise<{ moves: number; painted: number }> {
  const before = await pageLog(page);
  const start = performance.now();
  for (const [move, stop] of wander(track, DRAG_MOVES).entries()) {
    await page.mouse.move(track.x(stop), track.y);
    const rest = start + ((move + 1) * 1000) / DRAG_RATE - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
  const { inputs, paintings } = await pageLog(page);
  await settle(page, inputs.length);
  const answers = paintings.slice(before.paintings.length).map(({ fingerprint }) => fingerprint);
  return {
    moves: inputs.length - before.inputs.length,
    painted: answers.filter((answer, at) => answer !== answers[at - 1]).length,
  };
}

function milliseconds(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms`;
}

/** Builds the site and times it in Chromium: from a slider's input event to the frame with the new bands. */
export async function pageBench(): Promise<Line[]> {
  const built = spawnSync('npm', ['run', '--silent', 'build:site'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The site cannot be built');
  const server = createSiteServer(SITE);
  const address = await listen(server, 0);
  // Loaded from its own folder, where it finds its other files.
  const { chromium } = createRequire(`${process.cwd()}/`)('playwright-core') as typeof playwright;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ].concat(['--disable-sync', '--no-first-run']),
  });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(watchPage);
    await page.goto(address);
    await settle(page, 0);
    const track = await trackOf(page.getByRole('slider', { name: SLIDER, exact: true }));
    await page.mouse.move(track.x(track.position), track.y);
    await page.mouse.down();
    await settle(page, 0);
    const { preview, previewRuns, full } = await moveByMove(page, track);
    const dragged = await drag(page, track);
    await page.mouse.up();
    const { longTasks } = await pageLog(page);
    return [
      {
        what: `a move to its first bands, of ${Math.min(...previewRuns)} to ${Math.max(...previewRuns)} runs`,
        value: milliseconds(preview),
        goal: 'median < 30 ms',
      },
      { what: 'a move to bands of all runs, rest included', value: milliseconds(full), goal: '< 150 ms' },
      {
        what: `moves painted of a drag, ${DRAG_RATE} a second`,
        value: `${dragged.painted} of ${dragged.moves}`,
        goal: 'all',
      },
      {
        what: 'tasks of over 50 ms, loading included',
        value: `${longTasks.length}${longTasks.length > 0 ? `, longest ${Math.max(...longTasks).toFixed(0)} ms` : ''}`,
        goal: 'none',
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}
