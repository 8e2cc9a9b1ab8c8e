import { commandLineMessages } from '../messages/commandLineMessages';
import { messages } from '../messages/messages';
import type { CommandLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { FlagReader } from './flagReader';
import { reportFlags, reportScenario } from './reportProblems';
import { loadScenario } from './scenarioArgument';
import { print } from './terminal';

const { problems, validation } = commandLineMessages;

/** `validate`: whether scenarios are right, and everything that is wrong with them. */
export async function validateCommand(line: CommandLine): Promise<ExitCode> {
  const flags = new FlagReader(line);
  if (line.operands.length === 0) flags.reject('', problems.scenarios, messages.issues.nothing);
  if (flags.issues.length > 0) return reportFlags('validate', flags.issues);
  let code: ExitCode = exitCodes.done;
  for (const name of line.operands) {
    const loaded = await loadScenario(name);
    if (loaded.ok) await print(`${validation.valid(name, loaded.scenario.id, loaded.scenario.title)}\n`);
    else code = reportScenario(name, loaded.issues);
  }
  return code;
}
