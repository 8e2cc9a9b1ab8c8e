import process from 'node:process';
import { commandLineMessages } from '../messages/commandLineMessages';

/** The reader of standard output has gone (`| head -1`): there is nobody left to print for. */
export class ClosedPipe extends Error {}

/** Standard output, or a file, did not take all that was written to it. */
export class WriteFailure extends Error {
  constructor(path: string, code: string) {
    super(commandLineMessages.problems.cannotWrite(path, code));
  }
}

/** The system's code of an error (`ENOENT`), or its text. */
export function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}

/** Codes with which systems say that nobody reads any more. */
const closedCodes = ['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

const NARROWEST = 60;
const WIDEST = 100;
const USUAL = 88;

/** Makes failures of the standard streams reach their writers only, instead of ending the process. */
export function watchStreams(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

/** Writes data to standard output. Rejects with ClosedPipe or a WriteFailure. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error == null) return resolve();
      const code = codeOf(error);
      const path = commandLineMessages.problems.standardOutput;
      reject(closedCodes.includes(code) ? new ClosedPipe() : new WriteFailure(path, code));
    });
  });
}

/** Writes a line that is not data: to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Columns for text that people read on standard output. */
export function textWidth(): number {
  // A terminal that does not know its width says 0; what is no terminal says nothing.
  const columns = (process.stdout as { columns?: number }).columns || USUAL;
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}
