import { messages } from '../../messages/messages';
import type { Distribution } from '../../results/summary';
import { activities, type Activity, type Result } from '../result';
import { colourOfPresent, dashes, nothingCompared, upTo, type Comparison } from './compared';
import { directLabels, type DirectLabel, type PointLabel } from './directLabels';
import { WIDE, line, lineChart, weeklyPoints, type LineConfiguration, type LineDataset } from './lineChart';
import type { ChartTheme } from './theme';
import { timeTicks } from './timeAxis';

const words = messages.page.activity;

/** Height of a share of 1 in a row of height 1; the rest keeps rows apart. */
const FULL = 0.86;

/** How long an activity lasts in a future: whole weeks. */
export interface ActivitySpan {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function spanOf(distribution: Distribution): ActivitySpan {
  const whole = (value: number | null): number => Math.round(value ?? 0);
  return { median: whole(distribution.q50), low: whole(distribution.q05), high: whole(distribution.q95) };
}

/** Median and 5 to 95% quantiles of the weeks an activity takes in a future. */
export function activitySpan({ summary: { measures }, unsafeUseWeeks }: Result, id: Activity): ActivitySpan {
  const weeks = {
    unsafe: unsafeUseWeeks,
    paused: measures.pausedWeeks,
    suspended: measures.suspendedWeeks,
    withheld: measures.withheldWeeks,
  };
  return spanOf(weeks[id]);
}

/** Below this a share lies too near to another one to be told apart. */
const NEAR = 0.04;

/** The week in which a share lies farthest from another one; null where it is nowhere far. */
function farthestWeek(one: Float64Array, other: Float64Array): number | null {
  let week: number | null = null;
  let farthest = NEAR;
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const distance = Math.abs((one[at] as number) - (other[at] as number));
    if (distance <= farthest) continue;
    farthest = distance;
    week = at;
  }
  return week;
}

/** The gutter beside the plot holds two policies a line. */
function twoALine(policies: readonly string[]): string[] {
  const [first = '', second, ...rest] = policies;
  const text = second === undefined ? first : words.comparedWeeks(first, second);
  return rest.length === 0 ? [text] : [text, ...twoALine(rest)];
}

interface Row {
  readonly datasets: LineDataset[];
  readonly labels: DirectLabel[];
  readonly points: PointLabel[];
}

/** One activity's share of runs by week, standing on `base`; compared policies as outlines. */
function activityRow(
  result: Result,
  id: Activity,
  base: number,
  theme: ChartTheme,
  comparison: Comparison,
): Row {
  const { horizon } = result.scenario.world;
  const shares = result.activity[id];
  const present = colourOfPresent(theme, comparison);
  // What must not be overlooked is drawn strongest.
  const isWorst = id === 'unsafe';
  const own =
    isWorst && comparison.letter === null
      ? { line: theme.unsafe, area: theme.dangerZone }
      : { line: present.line, area: present.outerBand };
  const level = (name: string, y: number): LineDataset =>
    line(
      name,
      [
        { x: 0, y },
        { x: horizon, y },
      ],
      { borderColor: theme.grid, borderWidth: 1 },
    );
  const heights = (values: Float64Array) => weeklyPoints(values.map((share) => base + share * FULL));
  const compared = comparison.compared.map((policy) => {
    const { line: colour } = theme.policies[policy.letter];
    const values = upTo(horizon, policy.result.activity[id]);
    return { ...policy, colour, values, week: farthestWeek(values, shares) };
  });
  const { median, low, high } = activitySpan(result, id);
  const { letter: ownLetter } = comparison;
  const others = compared.map(({ letter, result: other }) =>
    words.comparedWeek(letter, activitySpan(other, id).median),
  );
  return {
    datasets: [
      level(`${id} none`, base),
      level(`${id} all`, base + FULL),
      line(id, heights(shares), {
        borderColor: own.line,
        borderWidth: isWorst ? 2.75 : 1.25,
        fill: { value: base },
        backgroundColor: own.area,
      }),
      ...compared.map(({ letter, colour, values }) =>
        line(`${id} ${letter}`, heights(values), {
          borderColor: colour,
          borderWidth: isWorst ? 2.25 : 1.5,
          borderDash: [...dashes[letter]],
        }),
      ),
    ],
    labels: [
      {
        text:
          ownLetter === null ? words.weeks(median) : words.reading.ofPolicy(ownLetter, words.weeks(median)),
        detail: others.length === 0 ? [words.range(low, high)] : twoALine(others),
        colour: theme.ink,
        at: 'end',
        y: base + FULL / 2,
        strong: true,
      },
      {
        text: words.rows[id],
        colour: isWorst ? theme.unsafe : theme.ink,
        at: 'start',
        y: base + FULL * 0.8,
        strong: isWorst,
      },
    ],
    points: compared.flatMap(({ letter, colour, values, week }) =>
      week === null
        ? []
        : [{ x: week, y: base + (values[week] as number) * FULL, text: letter, colour, strong: true }],
    ),
  };
}

/** Where the rows end: all futures at the top of each, none at the foot of the last. */
const shareTicks = [
  { value: 0, label: words.none },
  ...activities.map((_, row) => ({ value: row + FULL, label: words.all })),
];

/**
 * Rows from the top: deployed or used unsafely, training paused, internal use suspended, release held back; share of
 * runs by week.
 */
export function activityChart(
  result: Result,
  theme: ChartTheme,
  width: number,
  { comparison = nothingCompared }: { readonly comparison?: Comparison } = {},
): LineConfiguration {
  const { world, startDate } = result.scenario;
  const rows = activities.map((id, row) =>
    activityRow(result, id, activities.length - 1 - row, theme, comparison),
  );
  return lineChart({
    theme,
    horizon: world.horizon,
    isWide: width >= WIDE,
    xTicks: timeTicks(world.horizon, startDate),
    yTicks: shareTicks,
    yMin: 0,
    yMax: activities.length,
    datasets: rows.flatMap(({ datasets }) => datasets),
    plugins: [
      directLabels({
        theme,
        labels: rows.flatMap(({ labels }) => labels),
        points: rows.flatMap(({ points }) => points),
      }),
    ],
  });
}
