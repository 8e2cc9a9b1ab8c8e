import ensembleWorkerUrl from './ensembleWorker?worker&url';

/** The parts of the Trusted Types API used here (https://www.w3.org/TR/trusted-types/); not in TypeScript's DOM. */
interface TrustedScriptUrlPolicy {
  /** Returns a TrustedScriptURL object, which TypeScript's `Worker` constructor knows only as a string. */
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: TrustedScriptUrlPolicy): TrustedScriptUrlPolicy;
}

const acceptOnlyOwnWorker: TrustedScriptUrlPolicy = {
  createScriptURL(url) {
    if (url !== ensembleWorkerUrl) throw new TypeError(`not the simulator's own worker script: ${url}`);
    return url;
  },
};

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('rsp', acceptOnlyOwnWorker) ?? acceptOnlyOwnWorker;

/**
 * Starts one ensemble worker.
 *
 * Throws where the browser refuses workers at once (in `sandbox="allow-scripts"` frames: a SecurityError); a refusal
 * that comes later arrives as the worker's `error` event. In both cases the caller computes inline instead.
 */
export function createWorker(): Worker {
  return new Worker(policy.createScriptURL(ensembleWorkerUrl), { type: 'module', name: 'ensemble' });
}
