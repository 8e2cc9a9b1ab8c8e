import { flagIds, type MeasureId } from '../engine/runReport';
import { messages } from '../messages/messages';
import { flagLabels, measureLabels } from '../results/labels';
import type { Distribution, EnsembleSummary } from '../results/summary';
import { multipleText } from './people/capabilityText';
import { intervalText, perHundredShort } from './people/shareText';
import type { Result } from './result';

const words = messages.page.alsoAndCosts.costs;

/** Something that happens in a share of futures. */
export interface AlsoRow {
  readonly id: string;
  readonly label: string;
  readonly sentence: string;
  /** 0 to 1. */
  readonly share: number;
  readonly number: string;
  readonly interval: string;
}

/** What else is true of futures: warnings missed, commitments abandoned, … */
export function alsoRows({ flags }: EnsembleSummary): AlsoRow[] {
  return flagIds.map((id) => ({
    id,
    ...flagLabels[id],
    share: flags[id].share,
    number: perHundredShort(flags[id].share),
    interval: intervalText(flags[id]),
  }));
}

/** What a future costs the lab. */
export interface CostRow {
  readonly id: string;
  readonly label: string;
  readonly sentence: string;
  /** Of the middle future. */
  readonly middle: string;
  /** 5% to 95%. */
  readonly range: string;
  /** Part of the row above. */
  readonly isPart: boolean;
}

/** Median and range of a span of weeks. */
function spans({ q05, q50, q95 }: Distribution): Pick<CostRow, 'middle' | 'range'> {
  if (q05 === null || q50 === null || q95 === null) return { middle: words.never, range: '' };
  return {
    middle: words.weeks(Math.round(q50)),
    range: words.range(String(Math.round(q05)), String(Math.round(q95))),
  };
}

/** How many times more capable the lab would be. */
function forgone({ q05, q50, q95 }: Distribution): Pick<CostRow, 'middle' | 'range'> {
  const times = (doublings: number | null): string => multipleText(2 ** (doublings ?? 0));
  return { middle: words.forgoneTimes(times(q50)), range: words.range(times(q05), times(q95)) };
}

/** When pauses begin, how long they and other holds last, and what they cost in capability. */
export function costRows({ summary, rows }: Result): CostRow[] {
  const { measures, firstPauseWeek } = summary;
  const pausing = rows.columns.pausedWeeks.filter((weeks) => weeks > 0).length / rows.runs;
  const measured = (id: MeasureId): CostRow => ({
    id,
    ...measureLabels[id],
    ...spans(measures[id]),
    isPart: false,
  });
  return [
    {
      id: 'firstPauseWeek',
      label: words.firstPause(perHundredShort(pausing)),
      sentence: words.firstPauseNote,
      ...spans(firstPauseWeek),
      isPart: false,
    },
    measured('pausedWeeks'),
    { ...measured('needlessPauseWeeks'), label: words.needless, isPart: true },
    measured('suspendedWeeks'),
    measured('withheldWeeks'),
    {
      id: 'foregoneDoublings',
      ...measureLabels.foregoneDoublings,
      label: words.forgone,
      ...forgone(measures.foregoneDoublings),
      isPart: false,
    },
    measured('rivalAheadWeeks'),
  ];
}
