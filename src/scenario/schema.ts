import * as v from 'valibot';
import { messages } from '../messages/messages';
import type { ParameterId } from '../parameters/registry';
import { policyParameters } from '../parameters/registry';
import { reportParameters } from '../parameters/report';
import { thresholdCount, thresholdParameters } from '../parameters/thresholds';
import { lineOfText, valueSchema } from '../parameters/valueSchema';
import { worldParameters } from '../parameters/world';
import { currentVersion } from './migrations';

type Schema = v.GenericSchema;
type Entries = Record<string, Schema>;

const { issues } = messages;

const idLength = 64;
const titleLength = 100;
const longTextLength = 1000;
const caveatCount = 40;
/** A quotation is short enough to be fair use of any text. */
const quotationWords = 25;

/** An object with exactly these keys; what is expected of it is that list. */
function strict(entries: Entries): Schema {
  return v.strictObject(entries, issues.objectWithKeys(Object.keys(entries)));
}

/** The object that dotted ids describe: `gates.release` becomes the key `release` of an object `gates`. */
function nested(ids: readonly ParameterId[], depth: number): Schema {
  const entries: Entries = {};
  for (const id of ids) {
    const parts = id.split('.');
    const key = parts[depth] as string;
    if (Object.hasOwn(entries, key)) continue;
    const isLeaf = parts.length === depth + 1;
    entries[key] = isLeaf
      ? valueSchema(id)
      : nested(
          ids.filter((other) => other.split('.')[depth] === key),
          depth + 1,
        );
  }
  return strict(entries);
}

function idsOf(definitions: object): ParameterId[] {
  return Object.keys(definitions) as ParameterId[];
}

function world(): Schema {
  const entries: Entries = {};
  for (const id of idsOf(worldParameters)) {
    if (id === 'history') entries[id] = v.optional(valueSchema(id), null);
    else if (id === 'historyShape') entries[id] = v.optional(valueSchema(id), worldParameters[id].default);
    else entries[id] = valueSchema(id);
  }
  return strict(entries);
}

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longMonths = [1, 3, 5, 7, 8, 10, 12];
  const lastDay = month === 2 ? (isLeapYear ? 29 : 28) : longMonths.includes(month) ? 31 : 30;
  return day <= lastDay;
}

/** A year, a month or a day. */
function isDateOfDocument(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(text) && (text.length < 10 || isCalendarDate(text));
}

function isQuotation(text: string): boolean {
  return /^\S(.*\S)?$/.test(text) && text.split(/\s+/).length <= quotationWords;
}

const isoDate = v.pipe(
  v.string(issues.isoDate),
  v.isoDate(issues.isoDate),
  v.check(isCalendarDate, issues.isoDate),
);

const provenance = strict({
  basis: v.picklist(
    ['stated', 'inferred', 'illustrative'],
    issues.oneOf(['stated', 'inferred', 'illustrative']),
  ),
  source: v.exactOptional(lineOfText(idLength, issues.text(idLength))),
  place: v.exactOptional(lineOfText(titleLength, issues.text(titleLength))),
  note: v.exactOptional(lineOfText(longTextLength, issues.text(longTextLength))),
  quote: v.exactOptional(
    v.pipe(
      v.string(issues.quotation(quotationWords)),
      v.check(isQuotation, issues.quotation(quotationWords)),
    ),
  ),
  notModelled: v.exactOptional(lineOfText(longTextLength, issues.text(longTextLength))),
});

const idExpected = issues.kebabCase(idLength);
const kebabCase = v.pipe(
  v.string(idExpected),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, idExpected),
  v.maxLength(idLength, idExpected),
);

const policyDocument = strict({
  lab: lineOfText(titleLength, issues.text(titleLength)),
  version: lineOfText(titleLength, issues.text(titleLength)),
  date: v.pipe(v.string(issues.dateOfDocument), v.check(isDateOfDocument, issues.dateOfDocument)),
  previous: v.nullable(kebabCase),
});

function build(): Schema {
  return strict({
    $schema: v.exactOptional(v.string(issues.text(longTextLength))),
    schemaVersion: v.literal(currentVersion, issues.schemaVersion(currentVersion)),
    id: kebabCase,
    title: lineOfText(titleLength, issues.text(titleLength)),
    summary: lineOfText(longTextLength, issues.text(longTextLength)),
    document: v.optional(v.nullable(policyDocument), null),
    scale: v.picklist(
      ['effective-compute', 'task-horizon'],
      issues.oneOf(['effective-compute', 'task-horizon']),
    ),
    startDate: v.optional(v.nullable(isoDate), null),
    caveats: v.optional(
      v.pipe(
        v.array(
          lineOfText(longTextLength, issues.text(longTextLength)),
          issues.textList(caveatCount, longTextLength),
        ),
        v.maxLength(caveatCount, issues.textList(caveatCount, longTextLength)),
      ),
      [],
    ),
    provenance: v.optional(v.record(v.string(), provenance, issues.provenanceMap), {}),
    world: world(),
    thresholds: v.pipe(
      v.array(nested(idsOf(thresholdParameters), 1), issues.levels(thresholdCount.min, thresholdCount.max)),
      v.minLength(thresholdCount.min, issues.levels(thresholdCount.min, thresholdCount.max)),
      v.maxLength(thresholdCount.max, issues.levels(thresholdCount.min, thresholdCount.max)),
    ),
    policy: nested(idsOf(policyParameters), 0),
    report: nested(idsOf(reportParameters), 1),
  });
}

let schema: Schema | null = null;

/**
 * The shape of a scenario file of the current version: types, ranges, special values and keys, all from the
 * registry. Each schema's message is what is expected there. Only `$schema`, document, startDate, caveats, provenance,
 * world.history and world.historyShape may be absent. Built on first use:
 * the page shows the scenarios that come with it without it.
 */
export function scenarioSchema(): Schema {
  return (schema ??= build());
}
