import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * A module and all that it imports as one file's text, as the command line ships it. Vitest and Vite's module runner read
 * every import through a getter, which makes the kernel some five times slower than it is. Throws where it is no one file.
 */
export async function bundleForNode(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: fileURLToPath(entry), target: 'node20', minify: false, write: false },
  });
  if (!('output' in built)) throw new Error(`Vite gave no single bundle of ${entry.pathname}`);
  const [chunk, ...others] = built.output;
  if (others.length > 0) throw new Error(`${entry.pathname} has ${others.length} files too many`);
  return chunk.code;
}
