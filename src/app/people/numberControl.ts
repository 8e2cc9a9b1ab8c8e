import { messages } from '../../messages/messages';
import { parseValue, type NumberDefinition, type Parameter } from '../../parameters/parameters';
import { sliderStops } from '../../parameters/stops';
import type { Scale } from '../../scenario/scenario';
import { mannerOf, type Manner } from './manner';

const words = messages.page.settings.numbers;

/** How people read and write the numbers of one parameter. Values are in the parameter's own unit. */
export interface NumberControl {
  /** Where the slider stops, ascending. */
  readonly stops: readonly number[];
  /** Stands after the number box: "x", "weeks". */
  readonly unit: string;
  /** A value in a few words: "6x", "3 months". */
  readonly words: (value: number) => string;
  /** The value in other words than the box's, where they help: "3 months", "doubles every 14 weeks"; else ''. */
  readonly hint: (value: number) => string;
  /** How long hints are; null where there is none for any value. */
  readonly hints: 'short' | 'long' | null;
  /** The number in the box: the shortest that stands for the value, to four digits. */
  readonly boxText: (value: number) => string;
  /** The value that a box's text stands for, or what to enter instead. */
  readonly parse: (text: string) => { readonly value: number } | { readonly expected: string };
}

/** From and up to these a number is written with all its digits. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e7;

function numberText(number: number): string {
  const size = Math.abs(number);
  if (size === 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) return String(number);
  return number.toExponential().replace('e+', 'e');
}

/** The shortest number, of up to so many digits, that stands for a value; null where none does. */
function shortest({ toBox, fromBox }: Manner, value: number, mostDigits: number): number | null {
  const exact = toBox(value);
  for (let digits = 1; digits <= mostDigits; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (fromBox(short) === value) return short;
  }
  return null;
}

/**
 * The text of a value: of four digits, of a fifth only where the end of the range needs it. What it says is a value
 * whose text is the same.
 */
function boxTextOf(manner: Manner, { min, max }: NumberDefinition, value: number): string {
  const exact = manner.toBox(value);
  const fourDigits = Number(exact.toPrecision(4));
  const said = manner.fromBox(fourDigits);
  const isWithin = said >= min && said <= max;
  const near = manner.fromBox(exact);
  const number =
    shortest(manner, near, 4) ?? (isWithin ? shortest(manner, said, 4) : shortest(manner, near, 5));
  return numberText(number ?? fourDigits);
}

/** A number, in which thousands may be apart, and what is written after it; null where there is none. */
function numberIn(text: string): { number: number; suffix: string } | null {
  const match = /^\s*([+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*?)\s*$/i.exec(text);
  if (match === null) return null;
  const [, digits = '', suffix = ''] = match;
  return { number: Number(digits.replaceAll(',', '')), suffix: suffix.toLowerCase() };
}

/** What to enter, in words. */
function expectedWords(definition: NumberDefinition, manner: Manner): string {
  const { min, max, whole, unit } = definition;
  // Powers of ten say what the ends of these ranges are; their digits do not.
  if (unit === 'doublings' && min === -20) {
    return max === 60 ? words.capabilityExpected : words.ratioExpected;
  }
  const phrase = whole === true ? words.wholeExpected : words.expected;
  const after = /^[a-z]{2,}|^a /.test(manner.unit) ? ` ${manner.unit}` : manner.unit;
  return phrase(boxTextOf(manner, definition, min), boxTextOf(manner, definition, max), after);
}

/**
 * The control of a number parameter, `publicId` in a scenario.
 * @param landmark the scenario's own value, at which the slider stops too; null where it has none
 */
export function numberControl(
  publicId: string,
  parameter: Parameter,
  definition: NumberDefinition,
  scale: Scale,
  landmark: number | null,
): NumberControl {
  const manner = mannerOf(parameter.id, definition, scale);
  const boxText = (value: number): string => boxTextOf(manner, definition, value);
  let stops: readonly number[] | undefined;
  return {
    get stops() {
      return (stops ??= sliderStops(definition, landmark));
    },
    hints: manner.hint === undefined ? null : manner.isHintLong === true ? 'long' : 'short',
    unit: manner.unit,
    words: manner.words,
    hint(value) {
      const hint = manner.hint?.(value) ?? '';
      const isSaid = manner.isHintLong !== true && hint.startsWith(boxText(value));
      return isSaid ? '' : hint;
    },
    boxText,
    parse(text) {
      const expected = expectedWords(definition, manner);
      const entered = numberIn(text);
      if (entered === null) return { expected };
      const times = entered.suffix === '' ? 1 : manner.suffixes[entered.suffix];
      if (times === undefined) return { expected };
      // Months are no whole number of weeks: the nearest one is meant.
      const isInParts = definition.whole === true && times !== 1;
      const number = isInParts ? Math.round(entered.number * times) : entered.number * times;
      const value = manner.fromBox(number);
      return Number.isFinite(value) && parseValue(publicId, String(value)).ok ? { value } : { expected };
    },
  };
}
