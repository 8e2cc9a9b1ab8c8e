/** Numbers in words that people can hold. */
import { messages } from '../messages/messages';

const { amounts } = messages.results;

const WEEKS_PER_MONTH = 52 / 12;
/** Durations in whole weeks below this many, in months below two years. */
const MONTHS_FROM = 9;
const YEARS_FROM = 104;

/** A count with its thousands apart: "10,000". */
export function wholeNumber(n: number): string {
  return amounts.wholeNumber(n);
}

/**
 * A share of futures, 0 to 1, as "38 of 100". Never rounded to none or to all: "fewer than 1 of 100" and "more than
 * 99 of 100" stand for what lies between.
 */
export function perHundred(share: number): string {
  if (share > 0 && share < 0.01) return amounts.fewerThanOne;
  if (share > 0.99 && share < 1) return amounts.moreThanNinetyNine;
  return amounts.ofRuns(Math.round(share * 100), 100);
}

/** `count` of `runs` futures: "38 of 100", or, of fewer than a hundred, as they are: "3 of 7". */
export function ofFutures(count: number, runs: number): string {
  return runs < 100 ? amounts.ofRuns(count, runs) : perHundred(count / runs);
}

/** A duration of 0 or more weeks in words: "about 6 weeks", "about 5 months", "about 2.5 years". */
export function duration(weeks: number): string {
  if (weeks === 0) return amounts.noTime;
  if (weeks < 1) return amounts.underAWeek;
  if (weeks < MONTHS_FROM) return amounts.aboutWeeks(Math.round(weeks));
  const months = Math.round(weeks / WEEKS_PER_MONTH);
  if (weeks < YEARS_FROM) return amounts.aboutMonths(months);
  return amounts.aboutYears(Math.round(weeks / 26) / 2);
}
