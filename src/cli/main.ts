import { commandLineMessages } from '../messages/commandLineMessages';
import { describeValue } from '../parameters/describeValue';
import { MODEL_VERSION } from '../model/modelVersion';
import { currentVersion } from '../scenario/migrations';
import { parseCommandLine, type CommandLine, type Flag } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { commandHelp, programHelp } from './help';
import { Interrupted } from './interrupts';
import { presetsCommand, presetsFlags } from './presetsCommand';
import { PROGRAM, PROGRAM_VERSION } from './program';
import { reportFlags } from './reportProblems';
import { helpFlag, versionFlag } from './sharedFlags';
import { simulateCommand, simulateFlags } from './simulateCommand';
import { ClosedPipe, print, say, textWidth, watchStreams, WriteFailure } from './terminal';
import { traceCommand, traceFlags } from './traceCommand';
import { validateCommand } from './validateCommand';

interface Command {
  readonly name: keyof typeof commandLineMessages.commands;
  readonly flags: readonly Flag[];
  readonly run: (line: CommandLine) => Promise<ExitCode>;
}

const commands: readonly Command[] = [
  { name: 'simulate', flags: simulateFlags, run: simulateCommand },
  { name: 'trace', flags: traceFlags, run: traceCommand },
  { name: 'validate', flags: [], run: validateCommand },
  { name: 'presets', flags: presetsFlags, run: presetsCommand },
];
const commandNames = commands.map(({ name }) => name);

const { problems, versions, commands: sentences } = commandLineMessages;

function helpOfProgram(): string {
  const described = commands.map(({ name }) => ({ name, ...sentences[name] }));
  return programHelp(described, [helpFlag, versionFlag], textWidth());
}

/** Everything before a command: --help, --version, or nothing. */
async function runWithoutCommand(args: readonly string[]): Promise<ExitCode> {
  const line = parseCommandLine(args, [helpFlag, versionFlag]);
  if (line.values.has('help')) {
    await print(helpOfProgram());
    return exitCodes.done;
  }
  if (line.issues.length > 0) return reportFlags('', line.issues);
  if (line.values.has('version')) {
    await print(`${versions(PROGRAM, PROGRAM_VERSION, MODEL_VERSION, currentVersion)}\n`);
    return exitCodes.done;
  }
  say(helpOfProgram().trimEnd());
  return exitCodes.wrongFlags;
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-')) return runWithoutCommand(args);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) {
    const expected = problems.command(commandNames);
    return reportFlags('', [{ path: '', expected, received: describeValue(first) }]);
  }
  const flags = [...command.flags, helpFlag];
  const line = parseCommandLine(rest, flags);
  if (!line.values.has('help')) return command.run(line);
  await print(commandHelp(sentences[command.name], flags, textWidth()));
  return exitCodes.done;
}

/** Runs the command line with the arguments after the program's name. Never rejects; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  watchStreams();
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof ClosedPipe) return exitCodes.done;
    if (error instanceof Interrupted) return error.exitCode;
    if (error instanceof WriteFailure) {
      say(`${PROGRAM}: ${error.message}`);
      return exitCodes.notFinished;
    }
    // A stack trace, for whoever is to mend it.
    say(
      `${PROGRAM}: ${problems.fault}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return exitCodes.notFinished;
  }
}
