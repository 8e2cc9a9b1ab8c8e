import { open, realpath, rm, type FileHandle } from 'node:fs/promises';
import { commandLineMessages } from '../messages/commandLineMessages';
import { runTableHeader, runTableLines } from '../results/csv';
import { describeFileError, namesFile } from './scenarioArgument';
import { codeOf, WriteFailure } from './terminal';

const { problems } = commandLineMessages;

/** A file that takes the table with one row per run as it comes. */
export class RunTableFile {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #levels: number;

  constructor(path: string, file: FileHandle, levels: number) {
    this.#path = path;
    this.#file = file;
    this.#levels = levels;
  }

  /** Writes rows as a runner's `onRows` gives them. Rejects with a WriteFailure. */
  async write(rows: Float64Array): Promise<void> {
    await this.#append(runTableLines(rows, this.#levels));
  }

  async writeHeader(): Promise<void> {
    await this.#append(runTableHeader(this.#levels));
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** Closes and removes the file, so that nobody takes a part of the table for the whole. Pipes and devices stay. */
  async discard(): Promise<void> {
    const isRegular = (await this.#file.stat()).isFile();
    await this.#file.close();
    if (isRegular) await rm(this.#path, { force: true });
  }

  async #append(text: string): Promise<void> {
    try {
      await this.#file.appendFile(text);
    } catch (error) {
      throw new WriteFailure(this.#path, codeOf(error));
    }
  }
}

/** What keeps a table from being written to `path`: expected and received. */
export interface NotWritable {
  readonly expected: string;
  readonly received: string;
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other));
  } catch {
    return false;
  }
}

/**
 * Opens a file for the table of a scenario with `levels` thresholds, emptying it; but not the file `scenarioName`,
 * from which the scenario came.
 */
export async function openRunTable(
  path: string,
  levels: number,
  scenarioName: string,
): Promise<RunTableFile | NotWritable> {
  if (namesFile(scenarioName) && (await isSameFile(path, scenarioName))) {
    return { expected: problems.otherFile, received: problems.sameFile };
  }
  try {
    return new RunTableFile(path, await open(path, 'w'), levels);
  } catch (error) {
    const code = codeOf(error);
    const received = code === 'ENOENT' ? problems.noSuchFolder : describeFileError(code);
    return { expected: problems.writableFile, received };
  }
}
