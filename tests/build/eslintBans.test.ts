import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

// The project's own configuration, without the rules that need types: the snippets are files of no program.
const eslint = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** The bans a snippet breaks when it stands in a file of a room. */
async function bansBroken(room: string, snippet: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${snippet}\n`, { filePath: `src/${room}/planted.ts` });
  expect(result?.fatalErrorCount).toBe(0);
  return (result?.messages ?? [])
    .map(({ ruleId }) => ruleId ?? '')
    .filter((ruleId) => ruleId.startsWith('no-restricted-'));
}

const exactRooms = ['numbers', 'model', 'engine', 'results', 'analysis'];
const inexactMath =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh random';

const offending: string[] = [
  ...inexactMath.split(' ').map((name) => `export const x = Math.${name}(0.5);`),
  'export const x = Math.E;',
  "export const x = Math['exp'](1);",
  'const { exp } = Math; export const x = exp(1);',
  'const m = Math; export const x = m.exp(1);',
  'export const x = globalThis.Math.exp(1);',
  'export const f = (a: number) => a ** 0.5;',
  'export let a = 2; a **= 0.5;',
  'export const x = Date.now();',
  'export const x = new Date();',
  'export const x = globalThis.Date.now();',
  'export const x = performance.now();',
  'export const x = globalThis.performance.now();',
  'export const x = crypto.randomUUID();',
  "export const x = new Intl.NumberFormat('en');",
  'export const f = (n: number) => n.toLocaleString();',
  "export const f = (n: number) => n['toLocaleString']();",
  'export const f = (s: string) => s.toLocaleUpperCase();',
  "export const f = (s: string) => s.localeCompare('a');",
  'export const f = ({ localeCompare }: string) => localeCompare;',
];

describe.each(exactRooms)('in src/%s', (room) => {
  test('every inexact or moody operation is rejected', async () => {
    const accepted: string[] = [];
    for (const snippet of offending) {
      if ((await bansBroken(room, snippet)).length === 0) accepted.push(snippet);
    }
    expect(accepted).toEqual([]);
  });

  test('operations that ECMAScript fixes exactly are accepted', async () => {
    const exact = 'imul clz32 floor ceil trunc min max abs sqrt fround sign round'.split(' ');
    for (const name of exact)
      expect(await bansBroken(room, `export const x = Math.${name}(2, 3);`)).toEqual([]);
    expect(await bansBroken(room, "export const update = { math: 1 }; export const s = 'Math.exp';")).toEqual(
      [],
    );
  });
});

test('rooms without bit-exact numbers are free to use them', async () => {
  for (const room of ['messages', 'app', 'cli', 'build']) {
    expect(await bansBroken(room, 'export const x = Math.exp(Date.now()) ** 2;')).toEqual([]);
  }
});
