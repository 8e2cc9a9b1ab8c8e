import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { contentSecurityPolicyPlugin } from './src/build/contentSecurityPolicy.ts';

/** The static site, into dist/site: works from any folder of any host, hence the relative base. */
const site: UserConfig = {
  base: './',
  plugins: [svelte({ configFile: false }), contentSecurityPolicyPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist/site',
    emptyOutDir: true,
    // Inlined assets are data: addresses, which the content security policy refuses for scripts, styles and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

/** Makes the listed files of the output folder executable, as npm expects of a `bin`. */
function executable(fileNames: readonly string[]): Plugin {
  return {
    name: 'executable',
    async writeBundle(options, bundle) {
      for (const fileName of fileNames) {
        if (fileName in bundle) await chmod(join(options.dir ?? '.', fileName), 0o755);
      }
    },
  };
}

/**
 * A bundle for Node with every package inside, so that the installed command needs none. All files lie flat in one
 * folder: an entry finds another as `new URL('./name.js', import.meta.url)` whichever chunk its code lands in.
 */
function nodeBundle(outDir: string, input: Record<string, string>): UserConfig {
  return {
    publicDir: false,
    plugins: [executable(Object.keys(input).map((name) => `${name}.js`))],
    ssr: { noExternal: true, target: 'node' },
    build: {
      target: 'node20',
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'cli':
      return nodeBundle('dist/cli', { rsp: 'src/cli/rsp.ts', ensembleThread: 'src/cli/ensembleThread.ts' });
    case 'bench':
      return nodeBundle('dist/bench', {
        bench: 'tests/bench/bench.ts',
        ensembleThread: 'src/cli/ensembleThread.ts',
      });
    default:
      return site;
  }
});
