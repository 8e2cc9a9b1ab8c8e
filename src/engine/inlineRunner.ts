import { EnsembleSimulator } from './ensemble';
import { GrowthMemory } from './growthMemory';
import { checkRange, chunkRuns, columnsOf, type Runner } from './runner';
import { sampleRun } from './sampleRun';
import { rowCollector } from './threadProtocol';
import { byTrial, partsOf, runsOf, TrialSimulator } from './trials';

/** Lets whatever else waits on this thread have its turn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Simulates on the calling thread, in chunks with a breath between them: where no other thread may be had. */
export function inlineRunner(): Runner {
  const disposal = new AbortController();
  const memory = new GrowthMemory();
  return {
    async run(job, { signal, onProgress, onRows } = {}) {
      checkRange(job);
      const { scenario, seed } = job;
      const simulator = new EnsembleSimulator(scenario, seed, memory);
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
    async trials({ scenario, seed, trials }, { signal, onProgress } = {}) {
      const simulator = new TrialSimulator(scenario, seed);
      const outcomes = new Uint8Array(runsOf(trials));
      for (const part of partsOf(trials, chunkRuns(scenario))) {
        await breath();
        signal?.throwIfAborted();
        disposal.signal.throwIfAborted();
        outcomes.set(simulator.outcomesOf(part.trials), part.at);
        onProgress?.(part.at + part.runs);
      }
      signal?.throwIfAborted();
      return byTrial(trials, outcomes);
    },
    dispose() {
      disposal.abort(new Error('The runner was disposed of.'));
    },
  };
}
