import type * as chromeLauncher from 'chrome-launcher';
import type * as lighthouse from 'lighthouse';
import { findChromium } from '../../src/build/findChromium';
import { chromiumFlags, installed } from './chromium';
import type { Line } from './print';
import { quantile } from './stopwatch';

type Report = lighthouse.Result;

/** Its scores of speed differ from time to time. */
const TIMES = 3;
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof GOALS;
const categories = Object.keys(GOALS) as Category[];
/** Lighthouse's own names. */
const TIMINGS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'interactive'];
const SHIFT = 'cumulative-layout-shift';

function scores(reports: readonly Report[], category: Category): number[] {
  return reports.map(({ categories }) => Math.round(100 * (categories[category]?.score ?? NaN)));
}

/** What costs a category points in any of the reports. */
function failures(reports: readonly Report[], category: Category): string[] {
  const ids = reports.flatMap(({ audits, categories }) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  return [...new Set(ids)];
}

function values(reports: readonly Report[], audit: string): number[] {
  return reports.map(({ audits }) => audits[audit]?.numericValue ?? NaN);
}

function medianOf(values: readonly number[], digits = 0): string {
  const [median, low, high] = [quantile(values, 0.5), Math.min(...values), Math.max(...values)].map((value) =>
    value.toFixed(digits),
  );
  return low === high ? median! : `${median} (${low} to ${high})`;
}

function linesOf(device: string, reports: readonly Report[]): Line[] {
  return [
    ...categories.map((category) => ({
      what: `${device}: ${category}`,
      value: medianOf(scores(reports, category)),
      goal: `${category === 'performance' ? '≥ ' : ''}${GOALS[category]}`,
    })),
    ...categories
      .filter((category) => category !== 'performance' && failures(reports, category).length > 0)
      .map((category) => ({ what: `  ${category} lost by`, value: failures(reports, category).join(', ') })),
    ...TIMINGS.map((audit) => ({ what: `  ${audit}`, value: `${medianOf(values(reports, audit))} ms` })),
    { what: `  ${SHIFT}`, value: medianOf(values(reports, SHIFT), 3) },
    {
      what: '  speed of this machine, by Lighthouse',
      value: medianOf(reports.map(({ environment }) => environment.benchmarkIndex)),
    },
  ];
}

async function reportsOf(
  { default: measure }: typeof lighthouse,
  address: string,
  port: number,
  config?: lighthouse.Config,
): Promise<Report[]> {
  const reports: Report[] = [];
  for (let time = 0; time < TIMES; time++) {
    const result = await measure(
      address,
      { port, logLevel: 'error', onlyCategories: [...categories] },
      config,
    );
    if (result === undefined) throw new Error('Lighthouse says nothing');
    const { lhr } = result;
    if (lhr.runtimeError !== undefined) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    reports.push(lhr);
  }
  return reports;
}

/** What Lighthouse says of a served site: median of several times, least and most in brackets. */
export async function lighthouseBench(address: string): Promise<Line[]> {
  const module = await installed<typeof lighthouse>('lighthouse');
  const { launch } = await installed<typeof chromeLauncher>('chrome-launcher');
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', ...chromiumFlags],
  });
  try {
    return [
      ...linesOf('phone', await reportsOf(module, address, chrome.port)),
      ...linesOf('desktop', await reportsOf(module, address, chrome.port, module.desktopConfig)),
    ];
  } finally {
    chrome.kill();
  }
}
