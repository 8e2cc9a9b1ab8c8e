import type { Page } from 'playwright-core';
import type { ThreadReply, ThreadRequest } from '../../src/engine/threadProtocol';

/** One picture of the bands on the screen. */
export interface Painting {
  /** In milliseconds of the page's clock, as are the inputs'. */
  readonly time: number;
  readonly runs: number;
  /** How many inputs had come when the answer that it shows was asked for. */
  readonly inputs: number;
  /** Are all runs in? */
  readonly settled: boolean;
}

/** What happened in the page. */
export interface PageLog {
  readonly inputs: number[];
  readonly paintings: Painting[];
}

/** What the watch leaves in the page's window. */
interface Watched {
  readonly benchLog: PageLog;
  /** How many inputs had come when a job was handed to the workers; of jobs that are not finished. */
  readonly benchJobs: Map<number, number>;
}

/** Runs in the page before its own code: notes when a slider moves and when the bands have been painted. */
function watch(): void {
  const log: PageLog = { inputs: [], paintings: [] };
  addEventListener('input', (event) => log.inputs.push(event.timeStamp), true);

  const jobs = new Map<number, number>();
  let answered = 0;
  class WatchedWorker extends Worker {
    constructor(...of: ConstructorParameters<typeof Worker>) {
      super(...of);
      this.addEventListener('message', ({ data: { type, job } }: MessageEvent<ThreadReply>) => {
        if (type === 'simulated') return;
        answered = jobs.get(job) ?? answered;
        jobs.delete(job);
      });
    }

    override postMessage(request: ThreadRequest): void {
      if (request.type === 'start') jobs.set(request.job, log.inputs.length);
      if (request.type === 'cancel') jobs.delete(request.job);
      super.postMessage(request);
    }
  }
  Object.assign(window, { benchLog: log, benchJobs: jobs, Worker: WatchedWorker });

  const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  let drawn: number | null = null;
  const framePainted = new MessageChannel();
  framePainted.port1.onmessage = ({ data }: MessageEvent<Omit<Painting, 'time'>>) => {
    log.paintings.push({ time: performance.now(), ...data });
  };
  const onFrame = (): void => {
    if (drawn === null) return;
    const settled = document.querySelector('#answer')?.getAttribute('aria-busy') === 'false';
    const runs = Number(text('#runs').replace(/\D/g, ''));
    // The message arrives after the frame that this callback belongs to.
    framePainted.port2.postMessage({ inputs: drawn, runs, settled });
    drawn = null;
  };
  // A chart is drawn anew from clearing its canvas on.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    if (this.canvas.closest('#capability') !== null) {
      if (drawn === null) requestAnimationFrame(onFrame);
      drawn = answered;
    }
    clearRect.apply(this, area);
  };
}

/** Watches a page, from before it is opened. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** What happened in a watched page so far. */
export function pageLog(page: Page): Promise<PageLog> {
  return page.evaluate(() => (window as unknown as Watched).benchLog);
}

/** Forgets what was painted in a watched page. The number of inputs goes on. */
export async function forgetPaintings(page: Page): Promise<void> {
  await page.evaluate(() => void (window as unknown as Watched).benchLog.paintings.splice(0));
}

/** Waits until so many inputs have come and the bands of all runs of the last are painted. */
export async function settle(page: Page, inputs: number): Promise<void> {
  await page.waitForFunction((inputs) => {
    const { benchLog: log } = window as unknown as Watched;
    const last = log.paintings.at(-1);
    return last?.settled === true && log.inputs.length >= inputs && last.inputs === log.inputs.length;
  }, inputs);
}

/** Waits until the workers have nothing left to do, for other policies and assumptions either. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as Watched).benchJobs.size === 0);
}
