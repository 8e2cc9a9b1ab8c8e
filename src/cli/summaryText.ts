import { flagIds, levelFlagIds, measureIds, measures, type MeasureId } from '../engine/runReport';
import { commandLineMessages } from '../messages/commandLineMessages';
import { outcomes } from '../model/score';
import { WEEKS_PER_YEAR } from '../model/time';
import { exp } from '../numbers/exact';
import { duration, wholeNumber } from '../results/amounts';
import { headline } from '../results/headline';
import { firstPauseLabel, flagLabels, levelLabels, measureLabels, outcomeLabels } from '../results/labels';
import type { Share } from '../results/share';
import type { Distribution, EnsembleSummary, LevelSummary } from '../results/summary';
import type { Scenario } from '../scenario/scenario';
import { cut, paragraph } from './textLayout';

const words = commandLineMessages.report;

const LABEL = 26;
const NUMBER = 8;
const INTERVAL = 18;
/** Futures per block of a bar. */
const PER_BLOCK = 4;
/** Weeks from which a duration is told in months as well. */
const MONTHS_FROM = 9;

/** Counts of evaluations and releases say little to most readers; JSON and CSV have them. */
const mainMeasures = measureIds.filter((id) => measures[id].unit !== 'count');

/** A share as the number of 100 futures, never rounded to none or to all. */
function ofHundred({ share }: Share): string {
  if (share > 0 && share < 0.01) return '<1';
  if (share > 0.99 && share < 1) return '>99';
  return String(Math.round(share * 100));
}

/** Interval of 100 futures, rounded outwards: to tenths where it is narrow, else to whole ones. */
function interval({ low, high }: Share): string {
  const perUnit = (high - low) * 100 < 2 ? 10 : 1;
  const digits = perUnit === 10 ? 1 : 0;
  const from = Math.floor(low * 100 * perUnit) / perUnit;
  const to = Math.ceil(high * 100 * perUnit) / perUnit;
  return words.between(from.toFixed(digits), to.toFixed(digits));
}

function bar({ share }: Share): string {
  return '█'.repeat(Math.round((share * 100) / PER_BLOCK));
}

function heading(title: string, columns: readonly (readonly [string, number])[]): string {
  return title.padEnd(LABEL) + columns.map(([text, width]) => text.padStart(width)).join('');
}

function shareTable(title: string, rows: readonly (readonly [string, Share])[], withHead: boolean): string[] {
  const columns = [
    [words.ofHundred, NUMBER],
    [words.interval, INTERVAL],
  ] as const;
  return [
    withHead ? heading(title, columns) : title,
    ...rows.map(([label, share]) => {
      const numbers = ofHundred(share).padStart(NUMBER) + interval(share).padStart(INTERVAL);
      return `  ${label}`.padEnd(LABEL) + `${numbers}   ${bar(share)}`.trimEnd();
    }),
  ];
}

/** A number with no more digits than a reader can hold. */
function plain(value: number): string {
  return String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toFixed(1)));
}

/** The mean of a measure in its unit, and in words that people can hold. */
function meanText(id: MeasureId, mean: number, scale: Scenario['scale']): string {
  switch (measures[id].unit) {
    case 'weeks':
      return mean < MONTHS_FROM
        ? words.weeks(plain(mean))
        : words.weeksAndDuration(plain(mean), duration(mean));
    case 'doublings': {
      const multiple = exp(mean * Math.LN2);
      const times = multiple < 10 ? multiple.toFixed(1) : wholeNumber(Number(multiple.toPrecision(2)));
      return scale === 'effective-compute' && mean !== 0
        ? words.doublingsAndMultiple(plain(mean), times)
        : words.doublings(plain(mean));
    }
    case 'count':
      return plain(mean);
  }
}

function range({ q05, q95 }: Distribution): string {
  return q05 === null || q95 === null ? words.none : words.between(plain(q05), plain(q95));
}

function measureTable(summary: EnsembleSummary, scenario: Scenario): string[] {
  const row = (label: string, distribution: Distribution, inWords: (mean: number) => string): string => {
    const { mean, q50 } = distribution;
    const median = q50 === null ? words.none : plain(q50);
    const numbers = median.padStart(NUMBER) + range(distribution).padStart(INTERVAL);
    return `  ${label}`.padEnd(LABEL) + `${numbers}   ${mean === null ? words.none : inWords(mean)}`;
  };
  const rows = mainMeasures.map((id) =>
    row(measureLabels[id].label, summary.measures[id], (mean) => meanText(id, mean, scenario.scale)),
  );
  const columns = [
    [words.median, NUMBER],
    [words.ninety, INTERVAL],
  ] as const;
  return [
    `${heading(words.measures, columns)}   ${words.average}`,
    ...rows,
    row(firstPauseLabel.label, summary.firstPauseWeek, (mean) => words.week(plain(mean))),
  ];
}

function levelTable(levels: readonly LevelSummary[]): string[] {
  const flags = levelFlagIds.map((id) => levelLabels[id].label);
  const widths = flags.map((label) => Math.max(label.length + 2, NUMBER));
  const head = flags.map((label, at) => label.toLowerCase().padStart(widths[at] ?? 0)).join('');
  const rows = levels.map((level) => {
    const shares = levelFlagIds.map((id, at) => ofHundred(level[id]).padStart(widths[at] ?? 0)).join('');
    const { q50 } = level.leadWeeks;
    const lead = q50 === null ? words.none : plain(q50);
    return `  ${cut(level.name, LABEL - 3)}`.padEnd(LABEL) + shares + lead.padStart(words.lead.length + 4);
  });
  return [words.levels.padEnd(LABEL) + head + `    ${words.lead}`, ...rows];
}

/** A number of weeks, as years where it is whole years. */
function lengthOf(weeks: number): string {
  return weeks % WEEKS_PER_YEAR === 0 ? words.years(weeks / WEEKS_PER_YEAR) : words.weeks(String(weeks));
}

/**
 * A summary for people: the finding, outcomes, flags, measures, levels, and how to have the same again with
 * `command`. Lines are at most `width` characters where words allow; the tables fit 80.
 */
export function summaryText(
  summary: EnsembleSummary,
  scenario: Scenario,
  command: string,
  width: number,
): string {
  const { title, detail } = headline(summary);
  const caveats = scenario.caveats.map((caveat) => paragraph(`– ${caveat}`, width, 2, 4));
  const sections = [
    [words.heading(summary.scenario.title, wholeNumber(summary.runs), lengthOf(scenario.world.horizon))],
    [paragraph(title, width), paragraph(detail, width)],
    shareTable(
      words.outcomes,
      outcomes.map((id) => [outcomeLabels[id].label, summary.outcomes[id]] as const),
      true,
    ),
    shareTable(
      words.flags,
      flagIds.map((id) => [flagLabels[id].label, summary.flags[id]] as const),
      false,
    ),
    measureTable(summary, scenario),
    levelTable(summary.thresholds),
    caveats.length === 0 ? [] : [words.caveats, ...caveats],
    [
      paragraph(Object.values(words.notes).join(' '), width),
      words.identity(summary.fingerprint, summary.modelVersion, summary.schemaVersion, summary.scenario.hash),
      words.again(command),
    ],
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}
