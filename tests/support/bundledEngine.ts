import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundleForNode';
import type * as engine from './engineEntry';

/** The engine as one module, as the command line ships it. */
async function bundle(): Promise<typeof engine> {
  const code = await bundleForNode(new URL('./engineEntry.ts', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'rsp-engine-'));
  try {
    const file = join(folder, 'engine.mjs');
    await writeFile(file, code);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof engine;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const { EnsembleSimulator, inlineRunner, mergeAggregate, newAggregate, simulateRun } = await bundle();
