import { availableParallelism } from 'node:os';
import type { Aggregate } from '../engine/aggregate';
import { MOST_RUNS } from '../engine/ensemble';
import type { EnsembleJob } from '../engine/runner';
import { commandLineMessages } from '../messages/commandLineMessages';
import { summaryCsv } from '../results/csv';
import { summarise, type EnsembleSummary } from '../results/summary';
import type { Scenario } from '../scenario/scenario';
import type { CommandLine, Flag } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { FlagReader } from './flagReader';
import { interruptible } from './interrupts';
import { nodeRunner } from './nodeThreads';
import { PROGRAM } from './program';
import { progressBar } from './progressBar';
import { reportAll } from './reportProblems';
import { openRunTable, RunTableFile } from './runTableFile';
import { chooseScenario } from './scenarioArgument';
import { DEFAULT_SEED, LONGEST_SEED, seedFlag, setFlag } from './sharedFlags';
import { summaryText } from './summaryText';
import { print, textWidth } from './terminal';
import { shellWord } from './textLayout';

const DEFAULT_RUNS = 10_000;
const MOST_JOBS = 256;
const formats = ['text', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

const { flags: sentences, help } = commandLineMessages;

export const simulateFlags: readonly Flag[] = [
  { name: 'runs', value: 'N', sentence: `${sentences.runs} ${help.defaultIs(String(DEFAULT_RUNS))}` },
  seedFlag,
  setFlag,
  {
    name: 'format',
    value: formats.join('|'),
    sentence: `${sentences.formatOfResult} ${help.defaultIs('text')}`,
  },
  { name: 'per-run', value: 'file.csv', sentence: sentences.perRun },
  { name: 'jobs', value: 'N', sentence: `${sentences.jobs} ${help.defaultIs(help.cores)}` },
];

/** Simulates a job with a progress bar, its table written to a file where one is given. Interruptible. */
async function simulateJob(
  job: EnsembleJob,
  jobs: number,
  table: RunTableFile | undefined,
): Promise<Aggregate> {
  const bar = progressBar(job.to - job.from);
  const runner = nodeRunner(jobs, job);
  try {
    return await interruptible(async (signal) => {
      await table?.writeHeader();
      return await runner.run(job, {
        signal,
        onProgress: bar.show,
        ...(table === undefined ? {} : { onRows: (rows) => table.write(rows) }),
      });
    });
  } finally {
    bar.end();
    runner.dispose();
  }
}

function resultText(
  format: Format,
  summary: EnsembleSummary,
  scenario: Scenario,
  command: readonly string[],
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(summary, null, 2)}\n`;
    case 'csv':
      return summaryCsv(summary);
    case 'text':
      return summaryText(summary, scenario, command.map(shellWord).join(' '), textWidth());
  }
}

/** `simulate`: many futures of a scenario, and how they end. */
export async function simulateCommand(line: CommandLine): Promise<ExitCode> {
  const flags = new FlagReader(line);
  const runs = flags.wholeNumber('runs', 1, MOST_RUNS, DEFAULT_RUNS);
  const seed = flags.lineOfText('seed', LONGEST_SEED, DEFAULT_SEED);
  const format = flags.choice('format', formats);
  const jobs = flags.wholeNumber('jobs', 1, MOST_JOBS, Math.min(availableParallelism(), MOST_JOBS));
  const chosen = await chooseScenario(flags);
  if (!chosen.ok || flags.issues.length > 0) {
    return reportAll('simulate', flags.issues, chosen.name, chosen.ok ? [] : chosen.issues);
  }
  const { name, scenario } = chosen;

  const tablePath = flags.text('per-run');
  const table =
    tablePath === undefined ? undefined : await openRunTable(tablePath, scenario.thresholds.length, name);
  if (table !== undefined && !(table instanceof RunTableFile)) {
    flags.reject('--per-run', table.expected, table.received);
    return reportAll('simulate', flags.issues, name, []);
  }

  let aggregate: Aggregate;
  try {
    aggregate = await simulateJob({ scenario, seed, from: 0, to: runs }, jobs, table);
    await table?.close();
  } catch (error) {
    await table?.discard();
    throw error;
  }

  const summary = summarise(aggregate, scenario, seed);
  const settings = flags.texts('set').flatMap((setting) => ['--set', setting]);
  const command = [PROGRAM, 'simulate', name, '--runs', String(runs), '--seed', seed, ...settings];
  await print(resultText(format, summary, scenario, command));
  return exitCodes.done;
}
