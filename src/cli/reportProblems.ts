import { commandLineMessages } from '../messages/commandLineMessages';
import type { Issue } from '../parameters/parameters';
import { exitCodes, type ExitCode } from './exitCodes';
import { PROGRAM } from './program';
import { say } from './terminal';

const { problems } = commandLineMessages;

function sayIssues(heading: string, issues: readonly Issue[]): void {
  say(`${PROGRAM}: ${heading}`);
  for (const { path, expected, received } of issues) say(`  ${problems.issue(path, expected, received)}`);
}

/** Lists what is wrong with flags and other arguments; `command` is where help is to be had. */
export function reportFlags(command: string, issues: readonly Issue[]): ExitCode {
  sayIssues(problems.wrongCommandLine(issues.length), issues);
  say(problems.seeHelp(command === '' ? PROGRAM : `${PROGRAM} ${command}`));
  return exitCodes.wrongFlags;
}

/** Lists what is wrong with a scenario. */
export function reportScenario(name: string, issues: readonly Issue[]): ExitCode {
  sayIssues(problems.wrongScenario(name, issues.length), issues);
  return exitCodes.wrongScenario;
}

/** Lists what is wrong with a scenario and with the flags, if anything is; wrong flags decide the exit code. */
export function reportAll(
  command: string,
  flagIssues: readonly Issue[],
  name: string,
  scenarioIssues: readonly Issue[],
): ExitCode {
  let code: ExitCode = exitCodes.done;
  if (scenarioIssues.length > 0) code = reportScenario(name, scenarioIssues);
  if (flagIssues.length > 0) code = reportFlags(command, flagIssues);
  return code;
}
