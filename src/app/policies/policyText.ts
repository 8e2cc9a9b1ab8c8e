/** What a policy's page says: the text in words, and every value of the policy with what it rests on. */
import { documentMessages } from '../../messages/documentMessages';
import { messages } from '../../messages/messages';
import type { ParameterId } from '../../parameters/parameters';
import { components, dossierOf, type Component, type Dossier, type Statement } from '../../scenario/dossiers';
import { preset, type PresetId } from '../../scenario/presets';
import type { Basis, Scenario } from '../../scenario/scenario';
import { sources, type Reading } from '../../scenario/sources';
import { valueText } from '../people/valueText';
import { policyInWords } from '../settings/policyInWords';
import { gateSettings, policySettings, settingOf, type Setting } from '../settings/policySettings';
import { provenanceOf, settingValue } from '../settings/settingValue';
import { sourceDate } from '../settings/sourceDate';
import { statusOf } from './policyList';

const words = documentMessages.policies;

/** A document, and how it was read. */
export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** "METR, 26 September 2023" */
  readonly by: string;
  readonly reading: Reading;
  /** "Read itself." */
  readonly readingText: string;
  readonly note: string;
}

/** Of an id of scenarios/sources.json; throws at any other. */
export function sourceLine(id: string): SourceLine {
  const source = sources[id];
  if (source === undefined) throw new Error(`No source ${id}`);
  const { title, url, producer, date, reading, note } = source;
  return {
    id,
    title,
    url,
    by: messages.page.settings.evidence.by(producer, sourceDate(date)),
    reading,
    readingText: documentMessages.method.sources.readings[reading],
    note,
  };
}

/** One value of a policy. */
export interface ClauseRow {
  /** `evaluation.interval`, `t2.limit` */
  readonly id: string;
  readonly label: string;
  /** What the setting is. */
  readonly sentence: string;
  readonly value: string;
  readonly basis: Basis;
  /** What the clause says, and how it became the value. */
  readonly note: string;
  readonly quote: string | null;
  readonly place: string;
  readonly source: SourceLine;
  readonly notModelled: string | null;
}

export interface LevelClauses {
  readonly name: string;
  /** What the level is about; null where its name says it. */
  readonly meaning: string | null;
  readonly rows: readonly ClauseRow[];
}

export interface ComponentText {
  readonly id: Component;
  readonly name: string;
  /** METR's question behind it. */
  readonly question: string;
  readonly says: string;
  readonly source: SourceLine;
  readonly place: string;
  /** What the model makes of it, in a few words. */
  readonly inModel: string;
  readonly rows: readonly ClauseRow[];
  /** Empty but for limits. */
  readonly levels: readonly LevelClauses[];
}

export interface ChangeText {
  readonly text: string;
  readonly source: SourceLine;
  readonly place: string;
}

export interface PolicyText {
  readonly id: PresetId;
  readonly title: string;
  readonly summary: string;
  /** Null where it follows no published text. */
  readonly document: {
    readonly lab: string;
    readonly version: string;
    readonly date: string;
    readonly status: string;
  } | null;
  /** Those it rests on, most used first. */
  readonly sources: readonly SourceLine[];
  readonly counts: Readonly<Record<Basis, number>>;
  readonly components: readonly ComponentText[];
  readonly leftOut: readonly string[];
  readonly caveats: readonly string[];
  readonly changes: readonly ChangeText[];
}

/** A setting of a scenario whose provenance covers it. Throws where that does not, or names no source. */
function clauseRow({ publicId, parameter }: Setting, scenario: Scenario): ClauseRow {
  const provenance = provenanceOf(scenario, publicId);
  if (provenance?.source === undefined || provenance.note === undefined) {
    throw new Error(`${scenario.id} does not say where ${publicId} comes from`);
  }
  const { basis, note, quote, place, source, notModelled } = provenance;
  return {
    id: publicId,
    label: parameter.text.label,
    sentence: parameter.text.sentence,
    value: valueText(publicId, settingValue(scenario, publicId), scenario),
    basis,
    note,
    quote: quote ?? null,
    place: place ?? '',
    source: sourceLine(source),
    notModelled: notModelled ?? null,
  };
}

/** The policy's settings that a level has. */
const levelIds: readonly ParameterId[] = ['threshold.limit', ...gateSettings];

function levelClauses(scenario: Scenario): LevelClauses[] {
  return scenario.thresholds.map(({ name }, k) => ({
    name,
    meaning: words.levels[name] ?? null,
    rows: levelIds.map((id) => clauseRow(settingOf(id, k + 1), scenario)),
  }));
}

function cited({ source, place }: Statement): { source: SourceLine; place: string } {
  return { source: sourceLine(source), place: place ?? '' };
}

function componentText(id: Component, scenario: Scenario, dossier: Dossier): ComponentText {
  const { main, more } = policySettings[id];
  const statement = dossier.components[id];
  return {
    id,
    name: messages.components[id].label,
    question: messages.components[id].question,
    says: statement.text,
    ...cited(statement),
    inModel: policyInWords(scenario, id),
    rows: [...main, ...more].map((each) => clauseRow(settingOf(each, null), scenario)),
    levels: id === 'limits' ? levelClauses(scenario) : [],
  };
}

/** All values of a policy, those of levels first. */
export function rowsOf({ components: all }: Pick<PolicyText, 'components'>): readonly ClauseRow[] {
  return all.flatMap(({ levels, rows }) => [...levels.flatMap((level) => level.rows), ...rows]);
}

function countOf(rows: readonly ClauseRow[], basis: Basis): number {
  return rows.filter((row) => row.basis === basis).length;
}

/** Distinct values, those met most often first. */
function byFrequency(all: readonly string[]): string[] {
  const times = (id: string): number => all.filter((each) => each === id).length;
  return [...new Set(all)].toSorted((one, other) => times(other) - times(one));
}

/** What the page of a policy with a dossier says; throws at one without. */
export function policyText(id: PresetId): PolicyText {
  const scenario = preset(id);
  const dossier = dossierOf(id);
  if (dossier === null) throw new Error(`There is no dossier of ${id}`);
  const { title, summary, document, caveats } = scenario;
  const texts = components.map((each) => componentText(each, scenario, dossier));
  const rows = rowsOf({ components: texts });
  const used = [...rows.map(({ source }) => source.id), ...texts.map(({ source }) => source.id)];
  return {
    id,
    title,
    summary,
    document:
      document === null
        ? null
        : {
            lab: document.lab,
            version: document.version,
            date: sourceDate(document.date),
            status: statusOf(scenario),
          },
    sources: byFrequency(used).map(sourceLine),
    counts: {
      stated: countOf(rows, 'stated'),
      inferred: countOf(rows, 'inferred'),
      illustrative: countOf(rows, 'illustrative'),
    },
    components: texts,
    leftOut: dossier.notModelled,
    caveats,
    changes: dossier.changes.map((change) => ({ text: change.text, ...cited(change) })),
  };
}
