import * as v from 'valibot';
import { messages } from '../messages/messages';
import type { ParameterDefinition, Triangular } from './definition';
import { describeValue } from './describeValue';
import type { Issue } from './issue';
import { definitionOf } from './registry';
import { parsePublicId } from './publicId';
import { unknownParameter } from './unknownParameter';
import { expectedValue, valueSchema } from './valueSchema';

export type ParsedValue =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: Issue };

// Decimal or scientific; no hexadecimal, no Infinity, no empty text, which Number() would all take.
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const truths: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

function parseNumber(text: string): number | null {
  return numberPattern.test(text) ? Number(text) : null;
}

function parseTriangular(text: string): Triangular | null {
  const [low, mode, high, ...rest] = text.split('/').map((part) => parseNumber(part.trim()));
  if (rest.length > 0 || low == null || mode == null || high == null) return null;
  return { low, mode, high };
}

/** The value a text stands for, or undefined; its range is not looked at here. */
function valueOfText(definition: ParameterDefinition, text: string): unknown {
  const word = text.toLowerCase();
  switch (definition.kind) {
    case 'number':
      if (definition.nullable && (word === 'null' || word === 'none')) return null;
      if (definition.uncertain && text.includes('/')) return parseTriangular(text) ?? undefined;
      return parseNumber(text) ?? undefined;
    case 'flag':
      return Object.hasOwn(truths, word) ? truths[word] : undefined;
    case 'choice':
    case 'text':
      return text;
    case 'history':
      return undefined;
  }
}

/**
 * The value that a text gives to a parameter, for the command line and links: numbers; yes, no, true, false;
 * null or none; a choice's name; low/mode/high. Checked against the parameter's range.
 */
export function parseValue(publicId: string, text: string): ParsedValue {
  const parsedId = parsePublicId(publicId);
  if (parsedId === null) return { ok: false, issue: unknownParameter(publicId) };
  const { id } = parsedId;
  const definition: ParameterDefinition = definitionOf(id);
  const received = describeValue(text);
  const failed = (expected: string): ParsedValue => ({
    ok: false,
    issue: { path: publicId, expected, received },
  });
  if (definition.kind === 'history') return failed(messages.issues.settable);

  const value = valueOfText(definition, definition.kind === 'text' ? text : text.trim());
  if (value === undefined || !v.is(valueSchema(id), value)) return failed(expectedValue(id, true));
  if (isTriangular(value) && !(value.low <= value.mode && value.mode <= value.high)) {
    return failed(messages.issues.ordered);
  }
  return { ok: true, value };
}

function isTriangular(value: unknown): value is Triangular {
  return typeof value === 'object' && value !== null && 'mode' in value;
}

/** The text that `parseValue` reads as this value of a parameter; not for recorded paths, which no text stands for. */
export function textOfValue(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isTriangular(value) ? `${value.low}/${value.mode}/${value.high}` : `${value as number | string}`;
}
