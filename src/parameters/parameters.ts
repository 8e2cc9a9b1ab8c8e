import type { ParameterMessage } from '../messages/messageTypes';
import type { ParameterDefinition } from './definition';
import { parameterText } from './parameterText';
import { parsePublicId } from './publicId';
import { definitionOf, parameterIds, type ParameterId } from './registry';

export type * from './definition';
export type { Issue } from './issue';
export { parseValue, type ParsedValue } from './parseValue';
export { levelId, parsePublicId, publicIds, type ParsedId, type PublicId } from './publicId';
export { parameterIds, policyComponents, type ParameterId, type PolicyComponent } from './registry';
export { thresholdCount } from './thresholds';

/** A parameter: its id, its definition and what people read about it. */
export interface Parameter {
  readonly id: ParameterId;
  readonly definition: ParameterDefinition;
  readonly text: ParameterMessage;
}

/** Every parameter of the model, in the order of a scenario file. */
export const allParameters: readonly Parameter[] = parameterIds.map((id) => ({
  id,
  definition: definitionOf(id),
  text: parameterText(id),
}));

const byId = new Map<string, Parameter>(allParameters.map((parameter) => [parameter.id, parameter]));

/** The parameter behind a public id (`growth`, `t2.limit`) or a registry id (`threshold.limit`). */
export function parameterOf(id: string): Parameter | undefined {
  return byId.get(parsePublicId(id)?.id ?? id);
}
