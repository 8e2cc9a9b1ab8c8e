import { messages } from '../../messages/messages';
import { parameterOf, parsePublicId } from '../../parameters/parameters';
import type { Scenario, Triangular } from '../../scenario/scenario';
import { numberControl } from './numberControl';

const { settings: words, compare } = messages.page;

function isTriangular(value: unknown): value is Triangular {
  return typeof value === 'object' && value !== null && 'mode' in value;
}

/** The value of a setting in a few words, as its control says it: "6x", "3 months", "no limit", "pause". */
export function valueText(publicId: string, value: unknown, { scale }: Scenario): string {
  const parameter = parameterOf(publicId);
  if (parameter === undefined) throw new Error(`No parameter ${publicId}`);
  const { definition, text, id } = parameter;
  switch (definition.kind) {
    case 'flag':
      return value === true ? words.yes : words.no;
    case 'choice':
      return text.choices?.[value as string] ?? String(value);
    case 'text':
      return String(value);
    case 'history':
      return value === null ? words.none : compare.recordedPath((value as readonly unknown[]).length);
    case 'number': {
      const short: Readonly<Record<string, string>> = words.noneOf;
      if (value === null) return short[id] ?? text.null ?? words.none;
      if (value === 0 && definition.specialZero === true) return short[id] ?? text.zero ?? words.none;
      const inWords = numberControl(publicId, parameter, definition, scale, null).words;
      if (!isTriangular(value)) return inWords(value as number);
      return compare.distribution(inWords(value.low), inWords(value.mode), inWords(value.high));
    }
  }
}

/** What a setting is called, a level's with the level's name: "Safety buffer", "CBRN-3, limit". */
export function settingName(publicId: string, { thresholds }: Scenario): string {
  const parameter = parameterOf(publicId);
  if (parameter === undefined) throw new Error(`No parameter ${publicId}`);
  const level = parsePublicId(publicId)?.level ?? null;
  if (level === null) return parameter.text.label;
  return compare.ofLevel(thresholds[level - 1]?.name ?? `${level}`, parameter.text.label);
}
