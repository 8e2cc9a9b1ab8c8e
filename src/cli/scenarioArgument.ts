import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { commandLineMessages } from '../messages/commandLineMessages';
import { describeValue } from '../parameters/describeValue';
import { nearestNames } from '../parameters/nearestNames';
import { parseValue, type Issue } from '../parameters/parameters';
import { applySettings, type Setting } from '../scenario/applySettings';
import type { Decoded } from '../scenario/decode';
import { decodeScenarioText } from '../scenario/decodeText';
import { isPresetId, preset, presetIds } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import type { FlagReader } from './flagReader';
import { PROGRAM } from './program';
import { codeOf } from './terminal';

const { problems } = commandLineMessages;

/** Stands for standard input. */
const STANDARD_INPUT = '-';

/** Whether a scenario's name is that of a file: it ends in .json or contains a path separator. */
export function namesFile(name: string): boolean {
  return /\.json$/i.test(name) || /[\\/]/.test(name);
}

/** What was received instead of a file, by the system's code of the error. */
export function describeFileError(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problems.noSuchFile;
    case 'EISDIR':
      return problems.folder;
    case 'EACCES':
    case 'EPERM':
      return problems.notAllowed;
    default:
      return problems.systemError(code);
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function wrong(expected: string, received: string): Decoded {
  return { ok: false, issues: [{ path: '', expected, received }] };
}

/** Loads a scenario by its name on the command line: a preset's id, a file, or - for standard input. */
export async function loadScenario(name: string): Promise<Decoded> {
  if (name !== STANDARD_INPUT && !namesFile(name)) {
    if (isPresetId(name)) return { ok: true, scenario: preset(name) };
    const nearest = nearestNames(name, presetIds);
    return wrong(problems.preset(nearest, `${PROGRAM} presets`), describeValue(name));
  }
  let bytes: Buffer;
  try {
    bytes = name === STANDARD_INPUT ? await readStandardInput() : await readFile(name);
  } catch (error) {
    return wrong(problems.readableFile, describeFileError(codeOf(error)));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong(problems.utf8, problems.otherBytes);
  }
  return decodeScenarioText(text);
}

function readSettings(flags: FlagReader): Setting[] {
  const settings: Setting[] = [];
  for (const text of flags.texts('set')) {
    const at = text.indexOf('=');
    if (at > 0) settings.push({ id: text.slice(0, at), text: text.slice(at + 1) });
    else flags.reject('--set', problems.setting, describeValue(text));
  }
  return settings;
}

/** Issues of settings as far as they can be seen without the scenario they are for. */
function issuesAlone(settings: readonly Setting[]): Issue[] {
  return settings.flatMap(({ id, text }) => {
    const parsed = parseValue(id, text);
    return parsed.ok ? [] : [parsed.issue];
  });
}

/** The scenario that a command line asks for, with what it sets; or what is wrong with the scenario itself. */
export type ChosenScenario =
  | { readonly ok: true; readonly name: string; readonly scenario: Scenario }
  | { readonly ok: false; readonly name: string; readonly issues: readonly Issue[] };

/** Reads the scenario argument and every --set. What is wrong with the flags is left with `flags`. */
export async function chooseScenario(flags: FlagReader): Promise<ChosenScenario> {
  const name = flags.operand(problems.oneScenario);
  const settings = readSettings(flags);
  const loaded = name === undefined ? undefined : await loadScenario(name);
  const changed = loaded?.ok ? applySettings(loaded.scenario, settings) : undefined;
  const issues = changed === undefined ? issuesAlone(settings) : changed.ok ? [] : changed.issues;
  for (const { path, expected, received } of issues) flags.reject(`--set ${path}`, expected, received);
  if (name !== undefined && changed?.ok) return { ok: true, name, scenario: changed.scenario };
  return { ok: false, name: name ?? '', issues: loaded?.ok === false ? loaded.issues : [] };
}
