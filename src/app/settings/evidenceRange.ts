import type { ParameterDefinition } from '../../parameters/parameters';

/** What is known of a number, or worth trying, in the parameter's own unit. */
export interface EvidenceRange {
  readonly low: number;
  /** Null where no source stands behind it. */
  readonly central: number | null;
  readonly high: number;
}

/** The range that evidence gives a number, or null. */
export function evidenceRange(definition: ParameterDefinition): EvidenceRange | null {
  const { evidence } = definition;
  if (evidence.basis === 'choice') return null;
  const { low, high } = evidence;
  if (low === undefined || high === undefined) return null;
  return { low, central: evidence.basis === 'sourced' ? evidence.central : null, high };
}
