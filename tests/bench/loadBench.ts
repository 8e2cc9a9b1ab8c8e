import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { ServedSite } from './builtSite';
import { withChromium } from './chromium';
import type { Line } from './print';
import { pageLog, settle, watchPage } from './watchPage';

const KILOBYTE = 1000;
const WORKER = /ensembleWorker/;

/** What a page or a module names that must be there before it is shown or runs. */
function neededBy(path: string, text: string): string[] {
  const names =
    extname(path) === '.html'
      ? text.matchAll(/<(?:script|link rel="(?:stylesheet|modulepreload)") [^>]*(?:src|href)="(\.[^"]+)"/g)
      : text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g);
  return [...names].map(([, name]) => join(dirname(path), name!));
}

/** Files of the site without which the page does not start. What is imported later is not among them. */
function firstFiles(folder: string): Set<string> {
  const found = new Set(['index.html']);
  for (const path of found) {
    if (!['.html', '.js'].includes(extname(path))) continue;
    for (const other of neededBy(path, readFileSync(join(folder, path), 'utf8'))) found.add(other);
  }
  return found;
}

function gzipped(folder: string, paths: Iterable<string>): string {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(readFileSync(join(folder, path))).byteLength;
  return `${(bytes / KILOBYTE).toFixed(1)} kB`;
}

/** Milliseconds since the page was asked for. */
interface Loading {
  /** When the first frame with content was drawn; some milliseconds later it is on the screen. */
  readonly firstPaint: number;
  readonly firstBands: number;
  readonly requests: readonly { readonly url: string; readonly time: number }[];
}

async function load(page: Page, address: string): Promise<Loading> {
  await watchPage(page);
  await page.goto(address);
  await settle(page, 0);
  const { paintings } = await pageLog(page);
  const seen = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint') as PerformancePaintTiming[];
    const requests = performance.getEntriesByType('resource').map(({ name, startTime }) => ({
      url: name,
      time: startTime,
    }));
    return { firstPaint: paint!.paintTime, requests };
  });
  return { ...seen, firstBands: paintings[0]!.time };
}

/** Weighs a built site as it is sent, gzipped, and opens it in Chromium. */
export async function loadBench({ folder, address }: ServedSite): Promise<Line[]> {
  const scripts = readdirSync(join(folder, 'assets'))
    .filter((name) => extname(name) === '.js')
    .map((name) => join('assets', name));
  const first = firstFiles(folder);
  const workers = scripts.filter((path) => WORKER.test(path));
  const later = scripts.filter((path) => !first.has(path) && !WORKER.test(path));
  const { firstPaint, firstBands, requests } = await withChromium(async (browser) =>
    load(await browser.newPage(), address),
  );
  const askedLater = requests.filter(({ url }) => later.some((path) => url === new URL(path, address).href));
  if (askedLater.length === 0) throw new Error('The page loads no charts');
  const wait = Math.min(...askedLater.map(({ time }) => time)) - firstPaint;
  return [
    {
      what: 'page, style and scripts it starts with, gzipped',
      value: gzipped(folder, first),
      goal: '< 150 kB',
    },
    { what: 'worker', value: gzipped(folder, workers) },
    { what: 'charts and what else comes later', value: gzipped(folder, later) },
    { what: 'first paint', value: `${firstPaint.toFixed(0)} ms` },
    { what: 'charts asked for, after the first paint', value: `${wait.toFixed(0)} ms`, goal: '≥ 0' },
    { what: 'first bands painted', value: `${firstBands.toFixed(0)} ms` },
  ];
}
