// Runs a TypeScript build script: node src/build/run.mjs <module.ts> [arguments]
//
// Node 20 can't run TypeScript, so the module is loaded through Vite. It exports `main(args)`, which returns the
// exit code (or nothing, for 0). Such a module imports everything at its top: Vite's loader is closed once the
// module is loaded, and a later `await import('./other')` would find it gone.
import { resolve } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const [modulePath, ...args] = process.argv.slice(2);
if (modulePath === undefined) {
  console.error('usage: node src/build/run.mjs <module.ts> [arguments]');
  process.exit(2);
}

/** @typedef {{ main?: (args: string[]) => number | void | Promise<number | void> }} Script */
/** @type {{ module: Script }} */
const environment = process.env.NODE_ENV;
const { module } = await runnerImport(resolve(modulePath), { logLevel: 'error' });
// The loader leaves "development" behind, which would make a development build of a site that the module builds.
if (environment === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = environment;
if (typeof module.main !== 'function') throw new Error(`${modulePath} exports no function main`);
process.exitCode = (await module.main(args)) ?? 0;
