import process from 'node:process';
import { commandLineMessages } from '../messages/commandLineMessages';
import { wholeNumber } from '../results/amounts';

const { progress } = commandLineMessages;

const BAR = 24;
/** Columns of a terminal that does not say. */
const USUAL_COLUMNS = 80;
/** Milliseconds: nothing is shown of a job shorter than the first, nor more often than the second. */
const PATIENCE = 300;
const PAUSE = 100;

/** The bar's line when `done` of `runs` took `seconds`, of at most `width` characters. */
export function progressLine(done: number, runs: number, seconds: number, width: number): string {
  const full = Math.floor((done / runs) * BAR);
  const percent = String(Math.floor((done / runs) * 100)).padStart(3);
  const left = done === 0 ? [] : [progress.left(Math.ceil(((runs - done) / done) * seconds))];
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
  const parts = [bar, progress.done(percent, wholeNumber(done), wholeNumber(runs)), ...left];
  return parts.join('  ').slice(0, width);
}

/** A progress bar on standard error, where that is a terminal; elsewhere it shows nothing. */
export function progressBar(runs: number): {
  readonly show: (done: number) => void;
  readonly end: () => void;
} {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, end: () => {} };
  const start = performance.now();
  let shown: number | undefined;
  return {
    show(done) {
      const now = performance.now();
      if (now - (shown ?? start) < (shown === undefined ? PATIENCE : PAUSE)) return;
      shown = now;
      const line = progressLine(done, runs, (now - start) / 1000, (stderr.columns || USUAL_COLUMNS) - 1);
      stderr.write(`\r\u001b[K${line}`);
    },
    end() {
      if (shown !== undefined) stderr.write('\r\u001b[K');
    },
  };
}
