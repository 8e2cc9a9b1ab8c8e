import { expect, test } from 'vitest';
import { MODEL_VERSION } from '../../src/model/modelVersion';
import { allParameters } from '../../src/parameters/parameters';
import { presetIds, preset } from '../../src/scenario/presets';
import { version } from '../../package.json';
import { rsp, useBuiltCommand } from './builtCommand';

useBuiltCommand();

async function said(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await rsp(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const line of stdout.split('\n')) {
    expect(line.length, line).toBeLessThanOrEqual(88);
    expect(line).toBe(line.trimEnd());
  }
  return stdout;
}

test('help names the commands, their flags, the presets and the exit codes', async () => {
  const help = await said(['--help']);
  for (const word of ['simulate', 'trace', 'validate', 'presets', '--version', ...presetIds]) {
    expect(help).toContain(word);
  }
  expect(help).toMatch(/\n {2}0 +done\n {2}1 .*\n {2}2 /);
  expect(await said(['-h'])).toBe(help);
  const flags = {
    simulate: ['--runs', '--seed', '--set', '--jobs', '--format', '--per-run'],
    trace: ['--seed', '--run', '--set'],
    validate: [],
    presets: ['--format'],
  };
  for (const [command, own] of Object.entries(flags)) {
    const text = await said([command, '--help', '--unknown']);
    for (const flag of [...own, '--help'])
      expect(text, command).toContain(`  ${flag === '--help' ? '-h, ' : ''}${flag}`);
  }
});

test('help of simulate describes every parameter that can be set', async () => {
  const help = (await said(['simulate', '--help'])).replace(/\n {6}(?=\S)/g, ' ');
  for (const { id, definition, text } of allParameters) {
    const name = id.replace(/^threshold\./, 't1.');
    const entry = help.split('\n').find((line) => line.startsWith(`  ${name} `));
    if (definition.kind === 'history') {
      expect(entry).toBeUndefined();
      continue;
    }
    expect(entry, name).toContain(text.sentence);
    expect(entry, name).toMatch(/; default[ :]/);
    if (definition.kind === 'number') {
      expect(entry, name).toContain(` from ${definition.min} to ${definition.max} (`);
      if (typeof definition.default === 'number') expect(entry).toContain(`; default ${definition.default}`);
    }
    for (const choice of definition.kind === 'choice' ? definition.choices : []) {
      expect(entry, name).toContain(` ${choice}: `);
    }
    if (text.zero !== undefined) expect(entry).toContain(`0: ${text.zero}.`);
    if (text.null !== undefined) expect(entry).toContain(`none: ${text.null}.`);
  }
});

test('--version names the package, the model and the scenario schema', async () => {
  const text = await said(['--version']);
  expect(text).toBe(`rsp-simulator ${version} (model ${MODEL_VERSION}, scenario schema 1)\n`);
});

test('presets lists every preset, for people and as JSON', async () => {
  const text = await said(['presets']);
  const list = JSON.parse((await rsp(['presets', '--format', 'json'])).stdout) as Record<string, string>[];
  expect(list.map(({ id }) => id)).toEqual(presetIds);
  presetIds.forEach((id, at) => {
    const { title, summary, scale } = preset(id);
    expect(list[at]).toMatchObject({ id, title, summary, scale });
    expect(text).toMatch(new RegExp(`^${id} +${title.replace(/[().]/g, '\\$&')}$`, 'm'));
    expect(text.replace(/\s+/g, ' ')).toContain(summary);
  });
});
