import { messages } from '../../messages/messages';
import { parseValue, type NumberDefinition, type Parameter } from '../../parameters/parameters';
import type { Scale } from '../../scenario/scenario';
import { capabilityText, multipleText } from './capabilityText';
import { spanText } from './spanText';
import { doublingsOf, sliderStops } from './stops';

const { units, settings } = messages.page;

/** How people read and write the numbers of one parameter. Values are in the parameter's own unit. */
export interface NumberControl {
  /** Where the slider stops, ascending. */
  readonly stops: readonly number[];
  /** Stands after the number box: "x", "weeks". */
  readonly unit: string;
  /** A value in a few words: "6x", "3 months". */
  readonly words: (value: number) => string;
  /** The number in the box. */
  readonly boxText: (value: number) => string;
  /** The value that a box's text stands for, or what to enter instead. */
  readonly parse: (text: string) => { readonly value: number } | { readonly expected: string };
}

/** People's unit of a parameter: words, and the number in the box from and to the parameter's own unit. */
interface Manner {
  readonly unit: string;
  readonly words: (value: number) => string;
  readonly toBox: (value: number) => number;
  readonly fromBox: (number: number) => number;
}

const same = (value: number): number => value;
const fourDigits = (value: number): number => Number(value.toPrecision(4));

function mannerOf({ id, definition }: Parameter, scale: Scale): Manner {
  switch (definition.unit) {
    case 'doublings': {
      const isTask = scale === 'task-horizon' && id === 'threshold.limit';
      return {
        unit: isTask ? units.after.hours : units.after.times,
        words: isTask ? (value) => capabilityText(value, scale) : (value) => multipleText(2 ** value),
        toBox: (value) => fourDigits(2 ** value),
        fromBox: doublingsOf,
      };
    }
    case 'weeks':
      return { unit: units.after.weeks, words: spanText, toBox: same, fromBox: same };
    case 'factor':
      return { unit: units.after.times, words: multipleText, toBox: same, fromBox: same };
    case 'probability':
    case 'fraction':
      return {
        unit: units.after.percent,
        words: (value) => units.percent(String(fourDigits(value * 100))),
        toBox: (value) => fourDigits(value * 100),
        fromBox: (number) => fourDigits(number / 100),
      };
    default:
      return { unit: units.after.count, words: String, toBox: same, fromBox: same };
  }
}

/** The number at the start of a text, in which "6x", "1,000" and "5 %" may be written; null where there is none. */
function numberIn(text: string): number | null {
  const match = /^\s*([+-]?(?:\d[\d,]*\.?\d*|\.\d+))\s*(?:x|×|%|[a-z]+)?\s*$/i.exec(text);
  return match === null ? null : Number((match[1] as string).replaceAll(',', ''));
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
  const manner = mannerOf(parameter, scale);
  const boxText = (value: number): string => String(manner.toBox(value));
  const phrase = definition.whole === true ? settings.wholeNumberExpected : settings.numberExpected;
  const unitInSentence = /^\w{2,}$/.test(manner.unit) ? ` ${manner.unit}` : manner.unit;
  const expected =
    parameter.id === 'threshold.limit'
      ? settings.capabilityExpected
      : phrase(boxText(definition.min), boxText(definition.max), unitInSentence);
  return {
    stops: sliderStops(definition, landmark),
    unit: manner.unit,
    words: manner.words,
    boxText,
    parse(text) {
      const number = numberIn(text);
      if (number === null) return { expected };
      const value = manner.fromBox(number);
      return Number.isFinite(value) && parseValue(publicId, String(value)).ok ? { value } : { expected };
    },
  };
}
