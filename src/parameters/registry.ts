import { accountabilityParameters } from './accountability';
import type { Component, ParameterDefinition } from './definition';
import { evaluationParameters } from './evaluation';
import { limitsParameters } from './limits';
import { protectionsParameters } from './protections';
import { reportParameters } from './report';
import { responseParameters } from './response';
import { thresholdParameters } from './thresholds';
import { worldParameters } from './world';

/** METR's five components of a policy. */
export const policyComponents = [
  'limits',
  'protections',
  'evaluation',
  'response',
  'accountability',
] as const satisfies readonly Component[];
export type PolicyComponent = (typeof policyComponents)[number];

export const policyParameters = {
  ...limitsParameters,
  ...protectionsParameters,
  ...evaluationParameters,
  ...responseParameters,
  ...accountabilityParameters,
} as const;

/** Every parameter of the model, once, in the order of a scenario file. */
export const registry = {
  ...worldParameters,
  ...thresholdParameters,
  ...policyParameters,
  ...reportParameters,
} as const;

/** An id of the registry; those of a level begin with `threshold.`. */
export type ParameterId = keyof typeof registry;

/** An id of a level's parameter without its prefix: `limit`, `leadTime.security`, … */
export type ThresholdParameterId = keyof typeof thresholdParameters extends `threshold.${infer Rest}`
  ? Rest
  : never;

export const parameterIds = Object.keys(registry) as ParameterId[];

/** The definition behind an id of the registry. */
export function definitionOf(id: ParameterId): ParameterDefinition {
  return registry[id];
}
