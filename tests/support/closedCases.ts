import { warningLaw, type WarningCase, type WarningLaw } from './closedForm';
import { meanDeviation, shareDeviation } from './estimates';
import { simulated } from './simulated';
import { warningScenario } from './warningScenario';

const shared = {
  initialCapability: 0,
  danger: 8.03,
  limit: 8.03,
  duration: 0,
  repeats: 1,
  bias: 0,
  suiteError: 0,
  thirdParty: false,
};
const caseA = {
  ...shared,
  growth: 4,
  interval: 26,
  buffer: Math.log2(6),
  gap: 0,
  leadTime: 13,
  horizon: 140,
};

/**
 * Cases of one level whose every result can be counted exactly. The horizon is long enough that the alert has come by
 * then in all but 1e-6 of the runs.
 */
export const closedCases = {
  A: { ...caseA, noise: 0.5 },
  A0: { ...caseA, noise: 0 },
  C: { ...shared, growth: 2.837, interval: 13, buffer: 1, gap: 0.5, noise: 0.5, leadTime: 17, horizon: 180 },
} as const satisfies Record<string, WarningCase>;
export type ClosedCaseId = keyof typeof closedCases;

/** One number of a closed case, exact and simulated. */
export interface ClosedCaseRow {
  readonly case: string;
  readonly quantity:
    'crossing week' | 'missed warning' | 'ready in time' | 'mean lead (weeks)' | 'false alarm';
  readonly exact: number;
  readonly simulated: number;
  /** Standard error of the simulated number, from the exact law. */
  readonly standardError: number;
  /** Standard errors from the exact number to the simulated one. */
  readonly deviation: number;
}

/** Simulates a case and holds it against its law: a row for each number. */
export function closedCaseRows(id: string, warning: WarningCase, runs: number): ClosedCaseRow[] {
  const law: WarningLaw = warningLaw(warning);
  let crossings = 0;
  let crossedElsewhere = 0;
  const aggregate = simulated(warningScenario(warning), runs, (lab) => {
    crossings += lab.crossedWeek[0]!;
    if (lab.crossedWeek[0] !== law.crossingWeek) crossedElsewhere++;
  });
  const { flags, lead, leadSum } = aggregate.thresholds[0]!;
  const alerted = lead.counts.reduce((sum, count) => sum + count, 0);
  const share = (quantity: ClosedCaseRow['quantity'], count: number, exact: number): ClosedCaseRow => ({
    case: id,
    quantity,
    exact,
    simulated: count / runs,
    standardError: Math.sqrt((exact * (1 - exact)) / runs),
    deviation: shareDeviation(count, runs, exact),
  });
  return [
    {
      case: id,
      quantity: 'crossing week',
      exact: law.crossingWeek,
      simulated: crossings / runs,
      standardError: 0,
      deviation: crossedElsewhere === 0 ? 0 : Infinity,
    },
    share('missed warning', flags.missedWarning, law.missed),
    share('ready in time', flags.protectedAtCrossing, law.ready),
    {
      case: id,
      quantity: 'mean lead (weeks)',
      exact: law.meanLead,
      simulated: leadSum / alerted,
      standardError: Math.sqrt(law.varianceOfLead / alerted),
      deviation: meanDeviation(leadSum / alerted, alerted, law.meanLead, law.varianceOfLead),
    },
    share('false alarm', flags.falseAlarm, law.falseAlarm),
  ];
}

/** Rows as lines of text, in columns. */
export function closedCaseText(rows: readonly ClosedCaseRow[]): string {
  return rows
    .map(({ quantity, exact, simulated: found, standardError, deviation, ...row }) =>
      [
        row.case.padEnd(12),
        quantity.padEnd(18),
        `exact ${exact.toFixed(6)}`.padEnd(20),
        `simulated ${found.toFixed(6)}`.padEnd(24),
        `± ${standardError.toFixed(6)}`.padEnd(14),
        `${deviation.toFixed(2)} standard errors`,
      ].join(''),
    )
    .join('\n');
}

/** Runs a closed case is simulated with. */
export const CLOSED_CASE_RUNS = 200_000;

/** Six digits: the exact laws take functions in whose last digits machines differ. */
export function rounded(row: ClosedCaseRow): ClosedCaseRow {
  const six = (value: number): number => Number(value.toPrecision(6));
  return {
    ...row,
    exact: six(row.exact),
    simulated: six(row.simulated),
    standardError: six(row.standardError),
    deviation: Number(row.deviation.toFixed(3)),
  };
}

/** What src/app/method/closedCases.json holds, for the method page. */
export function closedCasesShown(): { readonly runs: number; readonly rows: readonly ClosedCaseRow[] } {
  const ids = Object.keys(closedCases) as ClosedCaseId[];
  const rows = ids.flatMap((id) => closedCaseRows(id, closedCases[id], CLOSED_CASE_RUNS).map(rounded));
  return { runs: CLOSED_CASE_RUNS, rows };
}
