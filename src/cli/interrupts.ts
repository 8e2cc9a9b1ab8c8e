import process from 'node:process';
import { exitCodes, type ExitCode } from './exitCodes';

/** A signal asked the command to stop. */
export class Interrupted extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode) {
    super();
    this.exitCode = exitCode;
  }
}

/**
 * Does some work that an interrupt (Ctrl-C) or a request to terminate aborts: the signal's reason is then an
 * Interrupted. A second one ends the process as if nobody listened.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onInterrupt = (): void => stop(exitCodes.interrupted);
  const onTerminate = (): void => stop(exitCodes.terminated);
  const forget = (): void => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  };
  const stop = (code: ExitCode): void => {
    forget();
    controller.abort(new Interrupted(code));
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  try {
    return await work(controller.signal);
  } finally {
    forget();
  }
}
