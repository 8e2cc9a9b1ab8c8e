import type { Browser, Page } from 'playwright-core';

/** What a page's main thread did, in milliseconds. */
export interface MainThread {
  /** Processor time of all its tasks: what other threads take of the same cores does not count. */
  readonly busy: number;
  /** The longest task, by the clock on the wall. */
  readonly longest: number;
}

/** Of https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU, what is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** `dur` in processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const MICROSECONDS = 1000;
const TASK = 'ThreadControllerImpl::RunTask';

function mainThreadOf(events: readonly TraceEvent[], { pid, tid }: TraceEvent): MainThread {
  let busy = 0;
  let longest = 0;
  for (const event of events) {
    if (event.name !== TASK || event.pid !== pid || event.tid !== tid) continue;
    // Without a duration it began before the trace or ended after it.
    if (event.dur === undefined || event.tdur === undefined) continue;
    busy += event.tdur / MICROSECONDS;
    longest = Math.max(longest, event.dur / MICROSECONDS);
  }
  return { busy, longest };
}

/** What a page's main thread does during something. The page must be the only one of its browser. */
export async function traceMainThread(
  browser: Browser,
  page: Page,
  during: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await during();
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  // Chromium's own pages have main threads too, which idle.
  const [mainThread] = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map((thread) => mainThreadOf(traceEvents, thread))
    .toSorted((a, b) => b.busy - a.busy);
  if (mainThread === undefined) throw new Error('The trace has no main thread of a page');
  return mainThread;
}
