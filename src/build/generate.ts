import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { GeneratedFile, Generator } from './generatedFile';

const modules = import.meta.glob<Record<string, unknown>>(
  ['./generate*.ts', '!./generate.ts', '!./generatedFile.ts'],
  {
    eager: true,
  },
);

/** Every generator of this folder by name, in the order of their names. */
function generators(): Map<string, Generator> {
  const found = new Map<string, Generator>();
  for (const path of Object.keys(modules).sort()) {
    const name = basename(path, '.ts');
    const generator = modules[path]?.[name];
    if (typeof generator !== 'function') throw new Error(`src/build/${name}.ts exports no function ${name}`);
    found.set(name, generator as Generator);
  }
  return found;
}

/** The text of a file, or undefined when there is none. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function generateAll(): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const [name, generator] of generators()) {
    const made = await generator();
    if (made.length === 0) throw new Error(`${name} made no file`);
    for (const file of made) {
      if (files.some(({ path }) => path === file.path)) throw new Error(`${file.path} is made twice`);
      files.push(file);
    }
  }
  return files;
}

/**
 * Writes every generated file; with --check writes none, names those that differ and fails if there are any.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  let stale = 0;
  for (const { path, text } of await generateAll()) {
    const fresh = (await readIfThere(path)) === text;
    if (!fresh && !values.check) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    if (!fresh) stale++;
    console.log(`${fresh ? 'fresh' : values.check ? 'stale' : 'written'}  ${path}`);
  }
  if (!values.check || stale === 0) return 0;
  console.error('Generated files are older than what they are made from: run npm run generate');
  return 1;
}
