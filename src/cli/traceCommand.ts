import { MOST_RUNS } from '../engine/ensemble';
import { runColumns } from '../engine/runTable';
import { simulateRun, type RunTrace } from '../engine/simulateRun';
import { commandLineMessages } from '../messages/commandLineMessages';
import type { LogEntry } from '../model/evidence';
import { MODEL_VERSION } from '../model/modelVersion';
import { regionName } from '../model/regions';
import { contentHash } from '../scenario/contentHash';
import type { Scenario } from '../scenario/scenario';
import type { CommandLine, Flag } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { FlagReader } from './flagReader';
import { reportAll } from './reportProblems';
import { chooseScenario } from './scenarioArgument';
import { DEFAULT_SEED, LONGEST_SEED, seedFlag, setFlag } from './sharedFlags';
import { print } from './terminal';

const { flags: sentences, help } = commandLineMessages;

export const traceFlags: readonly Flag[] = [
  seedFlag,
  { name: 'run', value: 'k', sentence: `${sentences.run} ${help.defaultIs('0')}` },
  setFlag,
];

/** Everything a run reports, by the columns of the per-run table; null where it has none. */
function reportOf({ lab, run, outcome }: RunTrace): Record<string, number | string | null> {
  const report: Record<string, number | string | null> = {};
  for (const { id, read } of runColumns(lab.setup.levels)) {
    const value = read(lab, run);
    report[id] = Number.isNaN(value) ? null : value;
  }
  return { ...report, outcome };
}

/** The lines of a trace, without ends of line. JSON has no infinite numbers: they are null. */
function* traceLines(scenario: Scenario, seed: string, run: number): Generator<string> {
  const trace = simulateRun(scenario, seed, run);
  const { schemaVersion, id, title } = scenario;
  const about = { id, title, hash: contentHash(scenario) };
  yield JSON.stringify({
    type: 'run',
    modelVersion: MODEL_VERSION,
    schemaVersion,
    scenario: about,
    seed,
    run,
  });
  let at = 0;
  for (const week of trace.weeks) {
    for (; trace.events[at]?.week === week.week; at++) {
      const { week: when, event, from, to, guard, numbers } = trace.events[at] as LogEntry;
      const region = regionName(trace.events[at] as LogEntry);
      yield JSON.stringify({ type: 'event', week: when, event, region, from, to, guard, numbers });
    }
    yield JSON.stringify({ type: 'week', ...week });
  }
  yield JSON.stringify({ type: 'report', ...reportOf(trace) });
}

/** `trace`: one future in full. */
export async function traceCommand(line: CommandLine): Promise<ExitCode> {
  const flags = new FlagReader(line);
  const run = flags.wholeNumber('run', 0, MOST_RUNS - 1, 0);
  const seed = flags.lineOfText('seed', LONGEST_SEED, DEFAULT_SEED);
  const chosen = await chooseScenario(flags);
  if (!chosen.ok || flags.issues.length > 0) {
    return reportAll('trace', flags.issues, chosen.name, chosen.ok ? [] : chosen.issues);
  }
  for (const text of traceLines(chosen.scenario, seed, run)) await print(`${text}\n`);
  return exitCodes.done;
}
