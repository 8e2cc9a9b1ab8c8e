/** What a setting's card says: what it is, what is known of it, and where the scenario's own value comes from. */
import { messages } from '../../messages/messages';
import { type ParameterDefinition } from '../../parameters/parameters';
import { isSameValue } from '../../scenario/levels';
import type { Provenance, Scenario } from '../../scenario/scenario';
import { sources } from '../../scenario/sources';
import { valueText } from '../people/valueText';
import { evidenceRange, type EvidenceRange } from './evidenceRange';
import type { Setting } from './policySettings';
import { isTriangular, provenanceOf, settingValue, type SettingValue } from './settingValue';
import { sourceDate } from './sourceDate';
import { triangularText } from './uncertainValue';

const words = messages.page.settings.evidence;

/** Places on a small scale, from 0 to 1. */
export interface RangePicture {
  readonly low: number;
  readonly central: number | null;
  readonly high: number;
  /** The present value, or the ends of the present distribution; null where it is no number. */
  readonly present: { readonly from: number; readonly to: number } | null;
}

export interface CardSource {
  readonly title: string;
  readonly url: string;
  /** "METR, 26 September 2023" */
  readonly by: string;
}

export interface EvidenceCard {
  readonly sentence: string;
  readonly picture: RangePicture | null;
  /** What is known, where the present value lies in it, and why. */
  readonly known: readonly string[];
  /** What the scenario's author says of its own value, and whether it was changed. */
  readonly own: readonly string[];
  readonly sources: readonly CardSource[];
  /** How the value is written in files and links. */
  readonly machine: string;
}

/** Part of the scale that stays free on either side. */
const MARGIN = 0.08;

function endsOf(value: SettingValue): { from: number; to: number } | null {
  if (isTriangular(value)) return { from: value.low, to: value.high };
  return typeof value === 'number' ? { from: value, to: value } : null;
}

function pictureOf({ low, central, high }: EvidenceRange, value: SettingValue): RangePicture {
  const present = endsOf(value);
  const least = Math.min(low, present?.from ?? low);
  const most = Math.max(high, present?.to ?? high);
  const place = (at: number): number => MARGIN + ((at - least) / (most - least)) * (1 - 2 * MARGIN);
  return {
    low: place(low),
    central: central === null ? null : place(central),
    high: place(high),
    present: present === null ? null : { from: place(present.from), to: place(present.to) },
  };
}

function knownWords(definition: ParameterDefinition, say: (value: number) => string): string {
  const { evidence } = definition;
  switch (evidence.basis) {
    case 'sourced':
      return words.known(say(evidence.low), say(evidence.central), say(evidence.high));
    case 'assumption':
      return words.assumption;
    case 'choice':
      return words.choice;
  }
}

function nowWords({ low, high }: EvidenceRange, value: SettingValue, text: string): string {
  const ends = endsOf(value);
  if (ends === null) return words.now(text);
  if (ends.from >= low && ends.to <= high) return words.nowWithin(text);
  if (ends.to < low) return words.nowBelow(text);
  return ends.from > high ? words.nowAbove(text) : words.nowAcross(text);
}

function ownWords({ title }: Scenario, provenance: Provenance | null): string[] {
  if (provenance === null) return [];
  const { basis, place, note } = provenance;
  const says = words.bases[basis](title, place === undefined ? '' : words.place(place));
  return note === undefined ? [says] : [says, note];
}

function sourcesOf(definition: ParameterDefinition, provenance: Provenance | null): CardSource[] {
  const { evidence } = definition;
  const known = evidence.basis === 'assumption' ? [] : (evidence.sources ?? []);
  const own = provenance?.source === undefined ? [] : [provenance.source];
  return [...new Set([...own, ...known])].flatMap((id) => {
    const source = sources[id];
    if (source === undefined) return [];
    const { title, url, producer, date } = source;
    return [{ title, url, by: words.by(producer, sourceDate(date)) }];
  });
}

function machineValue(value: SettingValue): string {
  return isTriangular(value) ? triangularText(value) : String(value);
}

/**
 * The card of a setting.
 * @param idBefore the setting's id in `original`, the scenario as it came; null where its level is new
 */
export function evidenceCard(
  { parameter, publicId }: Setting,
  scenario: Scenario,
  original: Scenario,
  idBefore: string | null,
): EvidenceCard {
  const { definition, text } = parameter;
  const value = settingValue(scenario, publicId);
  const before = idBefore === null ? undefined : settingValue(original, idBefore);
  const provenance = idBefore === null ? null : provenanceOf(original, idBefore);
  const say = (some: unknown): string => valueText(publicId, some, scenario);
  const range = evidenceRange(definition);
  const known = [knownWords(definition, say)];
  if (range !== null) {
    if (range.central === null) known.push(words.worthTrying(say(range.low), say(range.high)));
    known.push(nowWords(range, value, say(value)));
  }
  const own = ownWords(original, provenance);
  if (before === undefined) own.push(words.newLevel);
  else if (!isSameValue(before, value)) own.push(words.changed(original.title, say(before)));
  return {
    sentence: text.sentence,
    picture: range === null ? null : pictureOf(range, value),
    known: [known.join(' '), text.evidence],
    own,
    sources: sourcesOf(definition, provenance),
    machine: words.machine(publicId, machineValue(value), messages.units[definition.unit]),
  };
}
