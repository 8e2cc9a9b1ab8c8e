/**
 * Prints how fast the simulator is. Times of the engine are the shortest of several and, in brackets, the median; ratios are
 * of times taken in turn in one process. Nothing here decides a test.
 *
 * Arguments: parts to print (engine, load, page, story, lighthouse; all if none is named). `--site <folder>`: a site that is
 * built already.
 */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { preset } from '../../src/scenario/presets';
import { serveSite, type ServedSite } from './builtSite';
import { engineBench } from './engineBench';
import { lighthouseBench } from './lighthouseBench';
import { loadBench } from './loadBench';
import { pageBench } from './pageBench';
import { print, type Line } from './print';
import { storyBench } from './storyBench';

/** Parts that need the site, with their titles. */
const pageParts: Readonly<
  Record<string, { readonly title: string; readonly bench: (site: ServedSite) => Promise<Line[]> }>
> = {
  load: { title: 'Loading, from this machine', bench: loadBench },
  page: {
    title: 'Dragging, from a slider’s input event to the painted frame, median; drawn without a GPU',
    bench: ({ address }) => pageBench(address),
  },
  story: {
    title: 'One future told step by step, 260 weeks, from a press to the painted frame',
    bench: ({ address }) => storyBench(address),
  },
  lighthouse: {
    title: 'Lighthouse, median of 3 (least to most); served gzipped',
    bench: ({ address }) => lighthouseBench(address),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: 'string' } },
});
const unknown = positionals.filter((part) => part !== 'engine' && !(part in pageParts));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}`);
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);

if (isWanted('engine')) {
  const scenario = preset('baseline');
  const { horizon } = scenario.world;
  const size = `${horizon} weeks, ${scenario.thresholds.length} thresholds`;
  const place = `Node ${process.version}, ${availableParallelism()} cores`;
  print(`Engine: ${scenario.id}, ${size}; ${place}`, await engineBench(scenario));
}
const wantedOfPage = Object.entries(pageParts).filter(([part]) => isWanted(part));
if (wantedOfPage.length > 0) {
  const site = await serveSite(values.site);
  try {
    for (const [, { title, bench }] of wantedOfPage) print(`\n${title}`, await bench(site));
  } finally {
    site.close();
  }
}
