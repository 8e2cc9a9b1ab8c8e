import { describe, expect, test } from 'vitest';
import { SIGMAS } from '../engine/luck/statistics';
import shown from '../../src/app/method/closedCases.json';
import {
  CLOSED_CASE_RUNS,
  closedCaseRows,
  closedCases,
  closedCaseText,
  rounded,
  type ClosedCaseId,
  type ClosedCaseRow,
} from '../support/closedCases';
import { warningLaw, type WarningCase } from '../support/closedForm';
import { normalCdf, normalGrid } from '../support/normal';

/** The cases' numbers as first published, six or four digits after the point. */
const published: Record<ClosedCaseId, { X: number; missed: number; ready: number; meanLead: number }> = {
  A: { X: 105, missed: 0.010194, ready: 0.797268, meanLead: 21.2209 },
  A0: { X: 105, missed: 0, ready: 0.846154, meanLead: 21.5 },
  C: { X: 148, missed: 0.293579, ready: 0.098029, meanLead: 4.6099 },
};

function expectClose(id: string, warning: WarningCase, runs: number): void {
  expectAllClose(closedCaseRows(id, warning, runs));
}

function expectAllClose(rows: readonly ClosedCaseRow[]): void {
  expect(
    rows.filter(({ deviation }) => !(Math.abs(deviation) < SIGMAS)),
    closedCaseText(rows),
  ).toEqual([]);
}

describe.each(Object.keys(closedCases) as ClosedCaseId[])('closed case %s', (id) => {
  test('counted out again gives the published numbers', () => {
    const law = warningLaw(closedCases[id]);
    expect(law.crossingWeek).toBe(published[id].X);
    expect(law.missed).toBeCloseTo(published[id].missed, 6);
    expect(law.ready).toBeCloseTo(published[id].ready, 6);
    expect(law.meanLead).toBeCloseTo(published[id].meanLead, 4);
  });

  test('is met by 200,000 runs, as the method page says', () => {
    const rows = closedCaseRows(id, closedCases[id], CLOSED_CASE_RUNS);
    expectAllClose(rows);
    // Where this fails alone: npm run golden:update.
    expect(shown.rows.filter((row) => row.case === id)).toEqual(rows.map(rounded));
  });
});

describe('a buffer of 6 times over evaluations every 4 times', () => {
  const sixOverFour: WarningCase = { ...closedCases.A0, danger: 9.03, limit: 9.03, horizon: 150 };
  const missedBy = (gapMultiple: number): number => {
    const warning = { ...sixOverFour, gap: Math.log2(gapMultiple) };
    expectClose(`gap of ${gapMultiple}`, warning, 5000);
    return warningLaw(warning).missed;
  };

  test('never misses while evaluations read low by less than 1.5 times', () => {
    expect(missedBy(1)).toBe(0);
    expect(missedBy(1.4)).toBe(0);
    expect(missedBy(1.8)).toBeGreaterThan(0);
  });

  test.each([2, 3, 5])(
    'beyond that, as in continuous time, misses by what the buffer lacks: %d times',
    (gapMultiple) => {
      // But for the rounding of two weeks, missed = 1 - a / (growth · interval) for an effective buffer a, where 4 a year for half a year are 2 doublings.
      const effectiveBuffer = Math.log2(6 / gapMultiple);
      expect(Math.abs(missedBy(gapMultiple) - (1 - effectiveBuffer / 2))).toBeLessThan(2 / 26);
    },
  );
});

describe('the normal distribution that the exact laws take', () => {
  // Abramowitz and Stegun, tables 26.1 and 26.2.
  test.each([
    [-Infinity, 0],
    [-10, 7.61985302416047e-24],
    [-6, 9.865876450376946e-10],
    [-2.5, 0.006209665325776132],
    [-1, 0.15865525393145705],
    [0, 0.5],
    [1.25, 0.8943502263331446],
    [1.959963984540054, 0.975],
    [4, 0.9999683287581669],
  ])('at %d is %d', (x, p) => {
    const found = normalCdf(x);
    expect(Math.abs(found - p)).toBeLessThanOrEqual(1e-13 * p);
  });

  test('has the moments it should have on its grid', () => {
    const { z, weight } = normalGrid();
    const moment = (n: number): number => z.reduce((sum, each, i) => sum + weight[i]! * each ** n, 0);
    expect(moment(0)).toBeCloseTo(1, 13);
    expect(moment(2)).toBeCloseTo(1, 13);
    expect(moment(4)).toBeCloseTo(3, 12);
  });
});
