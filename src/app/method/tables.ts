/** What the method page shows of the program itself: parameters, statechart, checks and sources. */
import { documentMessages } from '../../messages/documentMessages';
import {
  allParameters,
  type NumberDefinition,
  type Parameter,
  type ParameterDefinition,
} from '../../parameters/parameters';
import { preset } from '../../scenario/presets';
import { sources, type Source } from '../../scenario/sources';
import { sourceDate } from '../settings/sourceDate';
import { parsePublicId, scenarioKeys } from '../../parameters/publicId';
import { valueAt } from '../../scenario/path';
import type { Region } from '../../model/regions';
import type { StatechartRow } from '../../messages/methodText';
import { machineWords, named, type Named } from '../statechartWords';
import closedCases from './closedCases.json';
import method from './method.gen.json';

const words = documentMessages.method;

/** Digits after the point that tell the finest input apart. */
function plain(value: number): string {
  return String(Number(value.toPrecision(6)));
}

export interface ParameterRow {
  readonly id: string;
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
  readonly range: string;
  readonly baseline: string;
  readonly known: string;
  readonly sources: readonly SourceLink[];
}

export interface SourceLink {
  readonly title: string;
  readonly url: string;
}

export interface ParameterTable {
  readonly component: ParameterDefinition['component'];
  readonly caption: string;
  readonly rows: readonly ParameterRow[];
}

function rangeOf(definition: ParameterDefinition): string {
  switch (definition.kind) {
    case 'number':
      return numberRange(definition);
    case 'choice':
      return definition.choices.join(', ');
    case 'flag':
      return 'yes, no';
    case 'text':
    case 'history':
      return words.parameters.any;
  }
}

function numberRange({ min, max, nullable, specialZero }: NumberDefinition): string {
  const range = words.parameters.range(plain(min), plain(max));
  const zero = specialZero === true && min > 0 ? ['0'] : [];
  const none = nullable === true ? [words.parameters.none] : [];
  return [...zero, range, ...none].join(', ');
}

function knownOf({ evidence }: ParameterDefinition): string {
  switch (evidence.basis) {
    case 'sourced':
      return words.parameters.sourced(plain(evidence.low), plain(evidence.central), plain(evidence.high));
    case 'choice':
      return words.parameters.choice;
    case 'assumption': {
      const { low, high } = evidence;
      if (low === undefined || high === undefined) return words.parameters.assumption;
      return words.parameters.worthTrying(plain(low), plain(high));
    }
  }
}

function written(value: unknown): string {
  if (value === null || value === undefined) return words.parameters.none;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? plain(value) : JSON.stringify(value);
}

/** The baseline's values: of a level, those of each level. */
function baselineOf({ id }: Parameter): string {
  const baseline = preset('baseline');
  const keys = parsePublicId(id);
  if (keys !== null) return written(valueAt(baseline, scenarioKeys(keys)));
  const path = id.split('.').slice(1);
  const values = baseline.thresholds.map((level) => written(valueAt(level, path)));
  return new Set(values).size === 1 ? (values[0] ?? '') : values.join('; ');
}

function linksTo({ evidence }: ParameterDefinition): readonly SourceLink[] {
  const ids = 'sources' in evidence ? (evidence.sources ?? []) : [];
  return ids.flatMap((id) => {
    const source = sources[id];
    return source === undefined ? [] : [{ title: `${source.producer}: ${source.title}`, url: source.url }];
  });
}

function parameterRow(parameter: Parameter): ParameterRow {
  const { id, definition, text } = parameter;
  return {
    id,
    label: text.label,
    sentence: text.sentence,
    unit: definition.unit,
    range: rangeOf(definition),
    baseline: baselineOf(parameter),
    known: knownOf(definition),
    sources: linksTo(definition),
  };
}

/** Every parameter of the registry, by component. */
export function parameterTables(): readonly ParameterTable[] {
  const { components, caption } = words.parameters;
  return (Object.keys(components) as (keyof typeof components)[]).map((component) => ({
    component,
    caption: caption(components[component]),
    rows: allParameters.filter(({ definition }) => definition.component === component).map(parameterRow),
  }));
}

/** One transition of the statechart, in words. */
export interface TransitionLine {
  readonly from: string;
  readonly event: Named;
  /** Null: always. */
  readonly guard: Named | null;
  /** Null: the same state. */
  readonly to: string | null;
  readonly actions: readonly Named[];
}

export interface StatechartTable {
  readonly region: string;
  readonly caption: string;
  readonly lines: readonly TransitionLine[];
}

/** Every transition of the machine, by region. */
export function statechartTables(): readonly StatechartTable[] {
  const rows: readonly StatechartRow[] = method.statechart;
  const regions = [...new Set(rows.map(({ region }) => region))] as Region[];
  return regions.map((region) => ({
    region,
    caption: documentMessages.statechart.caption(machineWords.regions[region]),
    lines: rows
      .filter((row) => row.region === region)
      .map(({ from, event, guard, to, actions }) => ({
        from,
        event: named('events', event),
        guard: guard === null ? null : named('guards', guard),
        to,
        actions: actions.map((action) => named('actions', action)),
      })),
  }));
}

export interface ClosedCaseLine {
  readonly name: string;
  readonly quantity: string;
  readonly exact: string;
  readonly simulated: string;
  readonly deviation: string;
}

/** The checks against exact results, as the last run of the tests wrote them. */
export function closedCaseLines(): { readonly runs: number; readonly lines: readonly ClosedCaseLine[] } {
  const lines = closedCases.rows.map(({ exact, simulated, deviation, standardError, quantity, ...row }) => ({
    name: row.case,
    quantity,
    exact: plain(exact),
    simulated: plain(simulated),
    deviation: standardError === 0 ? words.closedCases.certain : deviation.toFixed(2),
  }));
  return { runs: closedCases.runs, lines };
}

export interface BibliographyEntry extends SourceLink {
  readonly id: string;
  readonly by: string;
  readonly rest: readonly string[];
}

function entry([id, source]: readonly [string, Source]): BibliographyEntry {
  const { producer, title, date, url, accessed, licence, note, reading } = source;
  return {
    id,
    title,
    url,
    by: `${producer}, ${sourceDate(date)}`,
    rest: [
      words.sources.readings[reading],
      note,
      words.sources.accessed(sourceDate(accessed)),
      words.sources.licence(licence),
    ],
  };
}

/** Every source, by producer and date. */
export function bibliography(): readonly BibliographyEntry[] {
  const key = ([, { producer, date }]: readonly [string, Source]): string => `${producer} ${date ?? ''}`;
  return Object.entries(sources)
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
    .map(entry);
}
