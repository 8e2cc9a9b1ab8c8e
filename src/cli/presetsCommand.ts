import { commandLineMessages } from '../messages/commandLineMessages';
import { contentHash } from '../scenario/contentHash';
import { preset, presetIds } from '../scenario/presets';
import type { CommandLine, Flag } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { FlagReader } from './flagReader';
import { reportFlags } from './reportProblems';
import { print, textWidth } from './terminal';
import { paragraph } from './textLayout';

const formats = ['text', 'json'] as const;

const { flags: sentences, help } = commandLineMessages;

export const presetsFlags: readonly Flag[] = [
  {
    name: 'format',
    value: formats.join('|'),
    sentence: `${sentences.formatOfList} ${help.defaultIs('text')}`,
  },
];

/** `presets`: the scenarios that come with the simulator. */
export async function presetsCommand(line: CommandLine): Promise<ExitCode> {
  const flags = new FlagReader(line);
  const format = flags.choice('format', formats);
  flags.noMoreThan(0);
  if (flags.issues.length > 0) return reportFlags('presets', flags.issues);
  const scenarios = presetIds.map(preset);
  if (format === 'json') {
    const list = scenarios.map((scenario) => {
      const { id, title, summary, scale } = scenario;
      return { id, title, summary, scale, hash: contentHash(scenario) };
    });
    await print(`${JSON.stringify(list, null, 2)}\n`);
    return exitCodes.done;
  }
  const idWidth = Math.max(...presetIds.map((id) => id.length)) + 2;
  const width = textWidth();
  for (const { id, title, summary } of scenarios) {
    await print(`${id.padEnd(idWidth)}${title}\n${paragraph(summary, width, idWidth)}\n`);
  }
  return exitCodes.done;
}
