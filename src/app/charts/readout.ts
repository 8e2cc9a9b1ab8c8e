/** One week of a chart in words. */
import { messages } from '../../messages/messages';
import { capabilityRangeText, capabilityText } from '../people/capabilityText';
import { perHundredShort } from '../people/shareText';
import { activities, type Activity, type Result } from '../result';
import { nothingCompared, onScaleOf } from './compared';
import { weekText } from './timeAxis';

const { capability: capabilityWords, activity: activityWords } = messages.page;

export interface Readout {
  /** The week or its date. */
  readonly when: string;
  readonly values: readonly { readonly name: string; readonly value: string; readonly isRange?: true }[];
}

/** Capability in a week from 0 to the horizon; what has no value then is a dash. */
export function capabilityReadout(
  { scenario, bands }: Result,
  week: number,
  comparison = nothingCompared,
): Readout {
  const { scale, startDate } = scenario;
  const { q25, q50, q75 } = bands.capability.quantiles;
  const text = (values: Float64Array): string => {
    const value = values[week] ?? NaN;
    return Number.isNaN(value) ? capabilityWords.none : capabilityText(value, scale);
  };
  const { median, middleHalf, deployed, rival, reading } = capabilityWords;
  return {
    when: weekText(week, startDate),
    values: [
      { name: median, value: text(q50) },
      {
        name: middleHalf,
        value: capabilityRangeText(q25[week] as number, q75[week] as number, scale),
        isRange: true,
      },
      { name: deployed, value: text(bands.deployed.quantiles.q50) },
      { name: rival, value: text(bands.rival.quantiles.q50) },
      ...onScaleOf(scenario, comparison).map(({ letter, result }) => ({
        name: reading.ofPolicy(letter, median),
        value: text(result.bands.capability.quantiles.q50),
      })),
    ],
  };
}

/** What is read of compared policies; their tables have all. */
const comparedActivities = ['unsafe', 'paused'] as const satisfies Activity[];

/** Shares of futures in a week from 0 to the horizon, of 100. */
export function activityReadout(
  { scenario, activity }: Result,
  week: number,
  { compared } = nothingCompared,
): Readout {
  const share = (values: Float64Array): string => {
    const value = values[week];
    return value === undefined ? capabilityWords.none : perHundredShort(value);
  };
  const { rows, reading, ofHundred } = activityWords;
  return {
    when: ofHundred(weekText(week, scenario.startDate)),
    values: [
      ...activities.map((id) => ({ name: rows[id].toLowerCase(), value: share(activity[id]) })),
      ...compared.flatMap(({ letter, result }) =>
        comparedActivities.map((id) => ({
          name: reading.ofPolicy(letter, rows[id].toLowerCase()),
          value: share(result.activity[id]),
        })),
      ),
    ],
  };
}

/** A readout as one line. */
export function readoutText({ when, values }: Readout): string {
  const { aloud, value } = capabilityWords.reading;
  return aloud(
    when,
    values.map((each) => value(each.name, each.value)),
  );
}
