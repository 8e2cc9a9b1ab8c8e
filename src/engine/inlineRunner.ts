import { EnsembleSimulator } from './ensemble';
import { checkRange, chunkRuns, columnsOf, type Runner } from './runner';
import { sampleRun } from './sampleRun';
import { rowCollector } from './threadProtocol';

/** Lets whatever else waits on this thread have its turn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Simulates on the calling thread, in chunks with a breath between them: where no other thread may be had. */
export function inlineRunner(): Runner {
  const disposal = new AbortController();
  return {
    async run(job, { signal, onProgress, onRows } = {}) {
      checkRange(job);
      const { scenario, seed } = job;
      const simulator = new EnsembleSimulator(scenario, seed);
      const aggregate = simulator.newAggregate();
      const columns = onRows === undefined ? null : columnsOf(job);
      const chunk = chunkRuns(scenario);
      for (let from = job.from; from < job.to; from += chunk) {
        await breath();
        signal?.throwIfAborted();
        disposal.signal.throwIfAborted();
        const to = Math.min(from + chunk, job.to);
        const table = columns === null ? undefined : rowCollector(columns, from, to);
        simulator.simulate({ from, to }, aggregate, table?.onRun);
        if (table !== undefined) await onRows?.(table.rows);
        onProgress?.(to - job.from);
      }
      signal?.throwIfAborted();
      return aggregate;
    },
    async sample({ scenario, seed, run }) {
      await breath();
      disposal.signal.throwIfAborted();
      return sampleRun(scenario, seed, run);
    },
    dispose() {
      disposal.abort(new Error('The runner was disposed of.'));
    },
  };
}
