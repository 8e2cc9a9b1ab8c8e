/** What `bundledEngine` bundles. */
export { newAggregate, mergeAggregate } from '../../src/engine/aggregate';
export { EnsembleSimulator } from '../../src/engine/ensemble';
export { inlineRunner } from '../../src/engine/inlineRunner';
export { simulateRun } from '../../src/engine/simulateRun';
