import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkRooms, importsOf, type SourceFile } from '../../src/build/rooms';

const maxLines = 400;

const files: SourceFile[] = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|mjs|svelte|css)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const modules = files.filter(({ path }) => !path.endsWith('.css'));

test('every import of src keeps to the direction of the rooms and their packages', () => {
  expect(modules.length).toBeGreaterThan(10);
  expect(checkRooms(modules)).toEqual([]);
});

test(`no file of src is longer than ${maxLines} lines, generated ones excepted`, () => {
  const long = files
    .filter(({ path }) => !path.endsWith('.gen.ts'))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > maxLines);
  expect(long).toEqual([]);
});

describe('a planted import is rejected:', () => {
  const wrong: [path: string, text: string][] = [
    ['src/numbers/a.ts', "import { words } from '../messages/words';"],
    ['src/numbers/a.ts', "import 'valibot';"],
    ['src/model/a.ts', "import { run } from '../engine/simulateRun';"],
    ['src/model/a.ts', "import type { Run } from '../engine/simulateRun';"],
    ['src/model/a.ts', "export { run } from '../engine/simulateRun';"],
    ['src/model/a.ts', "export * from '../../src/engine/simulateRun';"],
    ['src/model/a.ts', "type Run = import('../engine/simulateRun').Run;"],
    ['src/model/a.ts', "const run = await import('../engine/simulateRun');"],
    ['src/model/a.ts', "const all = import.meta.glob('../engine/*.ts');"],
    ['src/model/a.ts', "const all = import.meta.glob(['./*.ts', '../engine/*.ts']);"],
    ['src/model/a.ts', "const url = new URL('../engine/worker.ts', import.meta.url);"],
    ['src/model/a.ts', "import preset from '../../scenarios/baseline.json';"],
    ['src/model/rules.ts', "import { setup } from 'xstate';"],
    ['src/model/rules.ts', "import type { AnyStateMachine } from 'xstate';"],
    ['src/engine/a.ts', "import { Worker } from 'node:worker_threads';"],
    ['src/engine/a.ts', "import { x } from '../cli/x';"],
    ['src/app/a.ts', "import { x } from '../cli/x';"],
    ['src/app/A.svelte', '<script lang="ts">\n  import { x } from \'../cli/x\';\n</script>\n<p>{x}</p>'],
    ['src/app/A.svelte', "<script module>import fs from 'node:fs'</script><script>let x = 1</script>"],
    ['src/app/a.ts', "import url from '../cli/thread?worker&url';"],
    ['src/cli/a.ts', "import { x } from '../app/x';"],
    ['src/cli/a.ts', "import { x } from '../build/x';"],
    ['src/app/a.ts', "import { x } from '../build/x';"],
    ['src/app/a.ts', "import chart from 'chart.js-extra';"],
    ['src/build/a.ts', "import { x } from '../app/x';"],
    ['src/build/a.ts', "import tsx from 'tsx';"],
    ['src/a.ts', 'export const inNoRoom = 1;'],
    ['src/helpers/a.ts', 'export const inNoRoom = 1;'],
  ];
  test.each(wrong)('%s: %s', (path, text) => {
    const issues = checkRooms([{ path, text }]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ path });
  });

  test('a second file for a package of one file', () => {
    const text = "import seedrandom from 'seedrandom';";
    const first = { path: 'src/engine/a.ts', text };
    expect(checkRooms([first])).toEqual([]);
    expect(checkRooms([first, { path: 'src/engine/b.ts', text }])).toMatchObject([
      { path: 'src/engine/b.ts', specifier: 'seedrandom' },
    ]);
  });
});

test('imports to the left, of own packages and of types that leave no trace are accepted', () => {
  const right: [path: string, text: string][] = [
    ['src/model/labMachine.ts', "import { setup } from 'xstate';\nimport { rule } from './rules';"],
    ['src/model/a.ts', "import { exp } from '../numbers/exact';"],
    ['src/app/A.svelte', '<script lang="ts">import { run } from \'../engine/run\';</script><p></p>'],
    ['src/app/chart.ts', "import { Chart } from 'chart.js/auto';"],
    ['src/app/fanChart.ts', "import type { ChartConfiguration } from 'chart.js';"],
    ['src/app/barChart.ts', "import { type ChartConfiguration, type ChartData } from 'chart.js';"],
    [
      'src/cli/rsp.ts',
      "import { parseArgs } from 'node:util';\nimport { version } from '../../package.json';",
    ],
    ['src/scenario/presets.ts', "const presets = import.meta.glob('../../scenarios/*.json');"],
  ];
  expect(checkRooms(right.map(([path, text]) => ({ path, text })))).toEqual([]);
});

test('words in comments and strings are no imports', () => {
  const text = "// import '../engine/a'\nconst s = \"import '../engine/a'\";";
  expect(importsOf({ path: 'src/model/a.ts', text })).toEqual([]);
});
