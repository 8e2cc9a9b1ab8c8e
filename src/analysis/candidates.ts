/** The values that a setting could have instead of its own, the smallest change first. */
import type { NumberDefinition, ParameterDefinition } from '../parameters/definition';
import { parseValue, textOfValue } from '../parameters/parseValue';
import { definitionOf, type ParameterId } from '../parameters/registry';
import { parsePublicId } from '../parameters/publicId';
import { sliderStops } from '../parameters/stops';

/** A value of a policy's setting, in its own unit. */
export type CandidateValue = number | boolean | string | null;

/** Settings whose "none" asks for less than any number does: with it commitments bind whatever the lead. */
const noneIsBelow: readonly ParameterId[] = ['response.competitorClause'];

/** What null or 0 says that no ordinary number does. */
function specialsOf({ specialZero, nullable }: NumberDefinition): CandidateValue[] {
  return [...(specialZero === true ? [0] : []), ...(nullable === true ? [null] : [])];
}

/**
 * Stops outward from a number by how many of them it is passed, the lower of two first. From a special value, which
 * stands beyond one end of the slider, they are gone through from that end.
 */
function outward(stops: readonly number[], present: number | null, isBelow: boolean): number[] {
  if (present === null) return isBelow ? [...stops] : stops.toReversed();
  const lower = stops.filter((stop) => stop < present).toReversed();
  const higher = stops.filter((stop) => stop > present);
  return Array.from({ length: Math.max(lower.length, higher.length) }, (_, distance) => [
    ...lower.slice(distance, distance + 1),
    ...higher.slice(distance, distance + 1),
  ]).flat();
}

function numbersInstead(
  id: ParameterId,
  definition: NumberDefinition,
  present: number | null,
): CandidateValue[] {
  const specials = specialsOf(definition);
  const from = specials.includes(present) ? null : present;
  const stops = sliderStops(definition, from).filter((stop) => !specials.includes(stop));
  return [
    ...outward(stops, from, noneIsBelow.includes(id)),
    ...specials.filter((special) => special !== present),
  ];
}

function allInstead(id: ParameterId, present: CandidateValue): CandidateValue[] {
  const definition: ParameterDefinition = definitionOf(id);
  switch (definition.kind) {
    case 'number':
      return numbersInstead(id, definition, present as number | null);
    case 'choice':
      return definition.choices.filter((choice) => choice !== present);
    case 'flag':
      return [present !== true];
    default:
      throw new TypeError(`${id} has no grid of values`);
  }
}

/**
 * The grid of a setting's other values, the nearest to `present` first: of a number the stops of its slider, by the
 * number of stops, of two as near the lower one first, and after them what null or a 0 of its own meaning says; of a
 * choice or a flag all others. Each of them `parseValue` accepts.
 * Throws where no parameter has the id, or one whose values have no grid (a text, a recorded path).
 */
export function candidatesOf(publicId: string, present: CandidateValue): readonly CandidateValue[] {
  const parsed = parsePublicId(publicId);
  if (parsed === null) throw new Error(`No parameter ${publicId}`);
  return allInstead(parsed.id, present).filter((value) => parseValue(publicId, textOfValue(value)).ok);
}
