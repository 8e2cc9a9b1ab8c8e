import { messages } from '../messages/messages';
import type { Share } from '../results/share';
import { wilsonShare } from '../results/share';
import { capabilityText } from './people/capabilityText';
import { marginText, perHundredShort } from './people/shareText';
import type { Result } from './result';

const words = messages.page.levels;

/** One level as the table shows it, in numbers of 100 futures. */
export interface LevelRow {
  readonly name: string;
  readonly limit: string;
  readonly crossed: string;
  /** Crossed, and an evaluation had warned by then. */
  readonly warned: string;
  readonly missed: string;
  readonly protectedAtCrossing: string;
  readonly falseAlarm: string;
  readonly lead: string;
}

export interface LevelTable {
  readonly rows: readonly LevelRow[];
  /** Half the widest sampling interval of all its numbers, of 100. */
  readonly margin: string;
}

/** Level by level: crossed, warned in time, missed, protected. */
export function levelTable({ scenario, summary }: Result): LevelTable {
  const shares: Share[] = [];
  const number = (share: Share): string => {
    shares.push(share);
    return perHundredShort(share.share);
  };
  const rows = summary.thresholds.map((level, k): LevelRow => {
    const limit = scenario.thresholds[k]?.limit ?? null;
    const { crossed, missedWarning, falseAlarm, protectedAtCrossing, leadWeeks } = level;
    const inTime = wilsonShare(crossed.count - missedWarning.count, summary.runs);
    const { q05, q50, q95 } = leadWeeks;
    return {
      name: level.name,
      limit: limit === null ? words.noLimit : capabilityText(limit, scenario.scale),
      crossed: number(crossed),
      warned: limit === null ? words.notWarned : number(inTime),
      missed: limit === null ? words.notWarned : number(missedWarning),
      protectedAtCrossing: number(protectedAtCrossing),
      falseAlarm: limit === null ? words.notWarned : number(falseAlarm),
      lead:
        q05 === null || q50 === null || q95 === null
          ? words.notWarned
          : words.lead(Math.round(q50), Math.round(q05), Math.round(q95)),
    };
  });
  return { rows, margin: marginText(shares) };
}
