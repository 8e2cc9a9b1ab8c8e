import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as engine from './engineEntry';

/**
 * The engine as one module, as the command line ships it. Vitest and Vite's module runner read every import through a
 * getter, which makes the kernel some five times slower than it is.
 */
async function bundle(): Promise<typeof engine> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: fileURLToPath(new URL('./engineEntry.ts', import.meta.url)),
      target: 'node20',
      minify: false,
      write: false,
    },
  });
  if (!('output' in built)) throw new Error('Vite gave no single bundle of the engine');
  const [chunk, ...others] = built.output;
  if (others.length > 0) throw new Error(`The bundle of the engine has ${others.length} files too many`);
  const folder = await mkdtemp(join(tmpdir(), 'rsp-engine-'));
  try {
    const file = join(folder, 'engine.mjs');
    await writeFile(file, chunk.code);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof engine;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const { EnsembleSimulator, inlineRunner, mergeAggregate, newAggregate, simulateRun } = await bundle();
