/** How people say, read and write numbers of each unit. */
import { messages } from '../../messages/messages';
import type { NumberDefinition, ParameterId } from '../../parameters/parameters';
import { doublingsOf, logOf } from '../../parameters/stops';
import type { Scale } from '../../scenario/scenario';
import { capabilityText, multipleText } from './capabilityText';
import { spanText } from './spanText';

const { units } = messages.page;
const words = messages.page.settings.numbers;

/** People's unit of a parameter. Values are in the parameter's own unit, numbers as they stand in the box. */
export interface Manner {
  /** Stands after the number box: "x", "weeks". */
  readonly unit: string;
  /** What may be entered after a number, and by how much it multiplies it. */
  readonly suffixes: Readonly<Record<string, number>>;
  /** A value in a few words: "6x", "3 months". */
  readonly words: (value: number) => string;
  /** The value again in other words, for those whose box is not plain enough. */
  readonly hint?: (value: number) => string;
  /** Whether the hint is longer than a number with its unit. */
  readonly isHintLong?: true;
  readonly toBox: (value: number) => number;
  readonly fromBox: (number: number) => number;
}

const same = (value: number): number => value;
const fourDigits = (value: number): number => Number(value.toPrecision(4));
const exp2 = (value: number): number => 2 ** value;

const WEEKS_PER_YEAR = 52;
const MILLION = 1e6;

/** Tasks from one hour to a week of work are said in hours. */
function isPlainHours(hours: number): boolean {
  return hours >= 1 && hours < 40;
}

/** The weeks from one to the next of what comes so often a year. */
function spanBetween(timesAYear: number): string {
  return spanText(Math.max(1, Math.round(WEEKS_PER_YEAR / timesAYear)));
}

function everyText(timesAYear: number, phrase: (span: string) => string): string {
  return timesAYear === 0 ? words.never : phrase(spanBetween(timesAYear));
}

/** Standard deviations of what is normal in doublings or logarithms: two in three draws lie within one. */
const spreads: readonly ParameterId[] = [
  'growthVolatility',
  'dangerUncertainty',
  'suiteError',
  'evaluation.noise',
  'leadTimeSpread',
];

/** Differences that have a direction, said as one. */
const directions: Partial<Record<ParameterId, (doublings: number) => string>> = {
  rivalLead: (lead) => sided(lead, words.ahead, words.behind, words.level),
  elicitationGap: (gap) => sided(gap, words.readsLow, words.readsHigh, words.readsTrue),
  'response.competitorClause': (lead) => sided(lead, words.bindsAhead, words.bindsBehind, words.bindsLevel),
};

function sided(
  doublings: number,
  above: (multiple: string) => string,
  below: (multiple: string) => string,
  even: string,
): string {
  if (doublings === 0) return even;
  const multiple = multipleText(2 ** Math.abs(doublings));
  return doublings > 0 ? above(multiple) : below(multiple);
}

/** Capabilities on the scenario's scale; all other doublings are multiples of something. */
const capabilities: readonly ParameterId[] = ['initialCapability', 'threshold.danger', 'threshold.limit'];

function mannerOfUnit(id: ParameterId, definition: NumberDefinition, scale: Scale): Manner {
  const times = { unit: units.after.times, suffixes: words.suffixes.times };
  const plain = { toBox: same, fromBox: same };
  const doublings = { toBox: exp2, fromBox: doublingsOf };
  switch (definition.unit) {
    case 'doublings': {
      const inWords = (value: number): string => multipleText(2 ** value);
      if (!capabilities.includes(id)) return { ...times, words: inWords, ...doublings };
      const inScale = (value: number): string => capabilityText(value, scale);
      if (scale === 'task-horizon') {
        const hours = { unit: units.after.hours, suffixes: words.suffixes.hours };
        const hint = (value: number): string => (isPlainHours(2 ** value) ? '' : inScale(value));
        return { ...hours, words: inScale, hint, ...doublings };
      }
      const hint = (value: number): string => (2 ** value < MILLION ? '' : inWords(value));
      return { ...times, words: inWords, hint, ...doublings };
    }
    case 'doublings/year':
      return {
        unit: words.after.timesAYear,
        suffixes: words.suffixes.timesAYear,
        words: (value) => words.timesAYear(multipleText(2 ** value)),
        hint: (value) => (value === 0 ? words.noGrowth : words.doubles(spanBetween(value))),
        isHintLong: true,
        ...doublings,
      };
    case 'doublings/√year':
      return { ...times, words: (value) => words.timesInAYear(multipleText(2 ** value)), ...doublings };
    case 'log sd':
      return {
        ...times,
        words: (value) => multipleText(Math.exp(value)),
        toBox: Math.exp,
        fromBox: logOf,
      };
    case 'weeks':
      return {
        unit: units.after.weeks,
        suffixes: words.suffixes.weeks,
        words: spanText,
        hint: spanText,
        ...plain,
      };
    case 'factor':
      return { ...times, words: multipleText, ...plain };
    case 'probability':
    case 'fraction':
      return {
        unit: units.after.percent,
        suffixes: words.suffixes.percent,
        words: (value) => units.percent(String(fourDigits(value * 100))),
        toBox: (value) => fourDigits(value * 100),
        fromBox: (number) => fourDigits(number / 100),
      };
    case '1/year':
      return {
        unit: words.after.aYear,
        suffixes: words.suffixes.aYear,
        words: (value) => words.aYear(String(value)),
        hint: (value) => everyText(value, words.everySpan),
        isHintLong: true,
        ...plain,
      };
    case '1/year per doubling':
      return {
        unit: words.after.aYear,
        suffixes: words.suffixes.aYear,
        words: (value) => words.aYear(String(value)),
        hint: (value) => everyText(value, words.everySpanAtLead),
        isHintLong: true,
        ...plain,
      };
    default:
      // Repeats of an evaluation are all that is counted.
      return { unit: units.after.count, suffixes: words.suffixes.count, words: units.repeats, ...plain };
  }
}

/** How people say the numbers of one parameter in a scenario of this scale. */
export function mannerOf(id: ParameterId, definition: NumberDefinition, scale: Scale): Manner {
  const manner = mannerOfUnit(id, definition, scale);
  const direction = directions[id];
  if (direction !== undefined) return { ...manner, hint: direction, isHintLong: true };
  if (!spreads.includes(id)) return manner;
  const factor = (value: number): string => multipleText(manner.toBox(value));
  const hint = (value: number): string => (value === 0 ? words.noSpread : words.spread(factor(value)));
  return { ...manner, hint, isHintLong: true };
}
