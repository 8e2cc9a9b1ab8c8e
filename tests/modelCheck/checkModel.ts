import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { modelCheck, problemsOf } from './report';

const file = fileURLToPath(new URL('../../src/app/method/modelCheck.json', import.meta.url));

/**
 * Simulates hundreds of scenarios at the ends of every input and writes what held to src/app/method/modelCheck.json,
 * which the method page shows: `npm run check:model`. With --check writes nothing and fails where the file says something else. Fails, too, where a rule is
 * broken or a law fails unexplained.
 */
export function main(args: string[]): number {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  const report = modelCheck();
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!isFresh && !values.check) writeFileSync(file, text);
  console.log(`${isFresh ? 'fresh' : values.check ? 'stale' : 'written'}  src/app/method/modelCheck.json`);
  const problems = problemsOf(report);
  for (const problem of problems) console.error(problem);
  if (values.check && !isFresh) console.error('The report is of another model: run npm run check:model');
  return problems.length > 0 || (values.check && !isFresh) ? 1 : 0;
}
