import * as v from 'valibot';
import { messages } from '../messages/messages';
import type {
  ChoiceDefinition,
  HistoryDefinition,
  NumberDefinition,
  ParameterDefinition,
  TextDefinition,
} from './definition';
import { definitionOf, type ParameterId } from './registry';

type Schema = v.GenericSchema;

const { issues } = messages;

/** What is expected of the number itself, or of each of its three where a distribution is allowed. */
export function expectedNumber(definition: NumberDefinition): string {
  const phrase = definition.whole ? issues.wholeNumber : issues.number;
  const unit = messages.units[definition.unit];
  return phrase(String(definition.min), String(definition.max), unit);
}

// Zero outside the range needs a clause of its own.
function zeroIsOutside(definition: NumberDefinition): boolean {
  return definition.specialZero === true && definition.min > 0;
}

/** What is expected of a parameter's value, in words; `asText` for a command line, else for a file. */
export function expectedValue(id: ParameterId, asText = false): string {
  const definition: ParameterDefinition = definitionOf(id);
  switch (definition.kind) {
    case 'number': {
      let expected = expectedNumber(definition);
      if (zeroIsOutside(definition)) expected = issues.orZero(expected);
      if (definition.uncertain) {
        expected = asText ? issues.orTriangularText(expected) : issues.orTriangular(expected);
      }
      return definition.nullable ? issues.orNull(expected) : expected;
    }
    case 'choice':
      return issues.oneOf(definition.choices);
    case 'flag':
      return asText ? issues.yesOrNo : issues.trueOrFalse;
    case 'text':
      return issues.text(definition.maxLength);
    case 'history':
      return issues.history(definition.maxPoints);
  }
}

function boundedNumber(
  definition: Pick<NumberDefinition, 'min' | 'max' | 'whole'>,
  expected: string,
): Schema {
  const { min, max } = definition;
  return definition.whole
    ? v.pipe(v.number(expected), v.integer(expected), v.minValue(min, expected), v.maxValue(max, expected))
    : v.pipe(v.number(expected), v.minValue(min, expected), v.maxValue(max, expected));
}

function numberSchema(id: ParameterId, definition: NumberDefinition): Schema {
  const expected = expectedValue(id);
  const ownExpected = expectedNumber(definition);
  let schema = boundedNumber(definition, expected);
  if (zeroIsOutside(definition)) schema = v.union([v.literal(0, expected), schema], expected);
  if (definition.uncertain) {
    const each = boundedNumber(definition, ownExpected);
    const triangular = v.strictObject({ low: each, mode: each, high: each }, expected);
    schema = v.union([schema, triangular], expected);
  }
  return definition.nullable ? v.nullable(schema) : schema;
}

// Control characters would reach terminals and CSV files; spaces alone would show nothing.
function isOneVisibleLine(text: string): boolean {
  return /\S/u.test(text) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

/** One line that shows something: no control characters, not only spaces. */
export function lineOfText(maxLength: number, expected: string): Schema {
  return v.pipe(
    v.string(expected),
    v.minLength(1, expected),
    v.maxLength(maxLength, expected),
    v.check(isOneVisibleLine, expected),
  );
}

function choiceSchema(id: ParameterId, definition: ChoiceDefinition): Schema {
  return v.picklist(definition.choices, expectedValue(id));
}

function textSchema(definition: TextDefinition): Schema {
  return lineOfText(definition.maxLength, issues.text(definition.maxLength));
}

function historySchema(id: ParameterId, definition: HistoryDefinition): Schema {
  const { min, max, maxWeek, maxPoints, maxLength } = definition;
  const expected = expectedValue(id);
  const week = { min: 0, max: maxWeek, whole: true } as const;
  const point = v.strictObject(
    {
      week: boundedNumber(week, issues.wholeNumber('0', String(maxWeek), messages.units.weeks)),
      capability: boundedNumber(
        { min, max },
        issues.number(String(min), String(max), messages.units.doublings),
      ),
      label: lineOfText(maxLength, issues.text(maxLength)),
    },
    issues.objectWithKeys(['week', 'capability', 'label']),
  );
  const points = v.pipe(v.array(point, expected), v.minLength(1, expected), v.maxLength(maxPoints, expected));
  return v.nullable(points);
}

function schemaOf(id: ParameterId): Schema {
  const definition: ParameterDefinition = definitionOf(id);
  switch (definition.kind) {
    case 'number':
      return numberSchema(id, definition);
    case 'choice':
      return choiceSchema(id, definition);
    case 'flag':
      return v.boolean(expectedValue(id));
    case 'text':
      return textSchema(definition);
    case 'history':
      return historySchema(id, definition);
  }
}

/**
 * The valibot schema of a parameter's value: type, range and special values. Rules between numbers (low ≤ mode,
 * weeks that ascend) are the scenario's. Its metadata name the parameter, for the JSON Schema.
 */
export function valueSchema(id: ParameterId): Schema {
  return v.pipe(schemaOf(id), v.metadata({ parameter: id }));
}
