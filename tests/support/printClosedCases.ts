import { closedCaseRows, closedCases, closedCaseText, type ClosedCaseId } from './closedCases';

/** Prints the closed cases, exact and simulated: node src/build/run.mjs tests/support/printClosedCases.ts [runs] */
export function main([runs = '200000']: string[]): void {
  for (const id of Object.keys(closedCases) as ClosedCaseId[]) {
    console.log(closedCaseText(closedCaseRows(id, closedCases[id], Number(runs))));
  }
}
