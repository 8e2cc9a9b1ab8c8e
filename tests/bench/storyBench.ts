import type { Browser, Page } from 'playwright-core';
import { withChromium } from './chromium';
import { traceMainThread, type MainThread } from './mainThread';
import type { Line } from './print';
import { quantile } from './stopwatch';

const VIEWPORT = { width: 1440, height: 900 };
const OPENINGS = 30;
const STEPS = 200;

/** Runs in the page: presses a button so many times, each until the frame that answers is painted; milliseconds each. */
async function pressAndPaint({ selector, times }: { selector: string; times: number }): Promise<number[]> {
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        // The message arrives after the frame that this callback belongs to.
        port2.postMessage(null);
      });
    });
  const button = document.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`There is no ${selector}`);
  const durations: number[] = [];
  for (let press = 0; press < times; press++) {
    await painted();
    const start = performance.now();
    button.click();
    await painted();
    durations.push(performance.now() - start);
  }
  return durations;
}

function milliseconds(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`;
}

async function openStory(page: Page): Promise<number> {
  const [first = NaN] = await page.evaluate(pressAndPaint, { selector: '#story > summary', times: 1 });
  await page.locator('.timeline svg').waitFor();
  return first;
}

async function benchOf(browser: Browser, address: string): Promise<Line[]> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(address);
  await page.locator('#answer[aria-busy="false"]').waitFor();
  await page.locator('#story > summary').waitFor();
  // What is asked behind the answer is done.
  await page.waitForTimeout(5000);
  const opening = await openStory(page);
  const another = await page.evaluate(pressAndPaint, {
    selector: '.choose-future > button:not(.step)',
    times: OPENINGS,
  });
  await page.locator('.story-controls select').first().selectOption('week');
  await page.locator('.steps button').first().click();
  // What would have changed the future is tried meanwhile; steps are timed once it is known.
  await page.locator('#what-if .trying:empty').waitFor({ state: 'attached' });
  await page.waitForTimeout(2000);
  let steps: number[] = [];
  const mainThread: MainThread = await traceMainThread(browser, page, async () => {
    steps = await page.evaluate(pressAndPaint, { selector: '.steps button:nth-child(4)', times: STEPS });
  });
  return [
    { what: 'the one future, opened', value: `${opening.toFixed(0)} ms`, goal: '< 100 ms' },
    { what: 'another future, while one is told', value: milliseconds(another), goal: '< 100 ms' },
    {
      what: 'a step of a week, wait for its frame included',
      value: milliseconds(steps),
      goal: '≤ 1 frame',
    },
    {
      what: '  main thread, processor time a step',
      value: `${(mainThread.busy / STEPS).toFixed(1)} ms`,
      goal: '< 16.7 ms',
    },
    { what: '  longest task', value: `${mainThread.longest.toFixed(0)} ms`, goal: '< 16.7 ms' },
  ];
}

/** Times one future told step by step on a served site. */
export function storyBench(address: string): Promise<Line[]> {
  return withChromium((browser) => benchOf(browser, address));
}
