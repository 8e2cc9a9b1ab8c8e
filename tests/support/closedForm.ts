/** The exact law of the first warning of one level, where nothing feeds back on growth or evaluations. */
import { normalCdf, normalGrid } from './normal';

/** Capabilities in doublings, times in weeks; growth a year is steady, `interval` at least 1. */
export interface WarningCase {
  readonly initialCapability: number;
  readonly growth: number;
  readonly interval: number;
  readonly duration: number;
  readonly buffer: number;
  readonly danger: number;
  readonly limit: number;
  /** Evaluations read low by this: elicitation gap and, for the lab's own team, the assessors' bias. */
  readonly gap: number;
  readonly bias: number;
  /** sd of one repeat's independent error. */
  readonly noise: number;
  readonly repeats: number;
  /** sd of a team's persistent error. */
  readonly suiteError: number;
  readonly thirdParty: boolean;
  /** Time from the warning to both protections working. */
  readonly leadTime: number;
  readonly horizon: number;
}

export interface WarningLaw {
  /** X: the first week of true danger. */
  readonly crossingWeek: number;
  /** P(no alert by week X). */
  readonly missed: number;
  /** P(alert + lead time by week X). */
  readonly ready: number;
  /** Of X less the week of the alert, over the runs alerted within the horizon. */
  readonly meanLead: number;
  readonly varianceOfLead: number;
  /** P(the first alert is on a model truly below the line). */
  readonly falseAlarm: number;
  /** P(alert by the end of week t), t = 0 … horizon. */
  readonly alertedBy: Float64Array;
  /** For each calendar phase 1 … interval: P(no alert by week X). */
  readonly missedByPhase: Float64Array;
}

/** The first week whose capability is `level` or more; `level` must lie off the weekly grid. */
export function crossingWeekOf(initialCapability: number, growth: number, level: number): number {
  return Math.ceil(((level - initialCapability) * 52) / growth);
}

/**
 * A team of evaluators: called with each model it evaluates, ever more capable ones, answers P(no reading has reached
 * the line so far). The suite's error is the same in all of them, so the chances multiply only under a given one.
 */
function evaluators(line: number, gap: number, noise: number, suiteError: number): (model: number) => number {
  if (noise === 0) {
    // Growth never stops: without independent errors the latest evaluation says it all.
    if (suiteError === 0) return (model) => (model - gap >= line ? 0 : 1);
    return (model) => normalCdf((line - model + gap) / suiteError);
  }
  if (suiteError === 0) {
    let silent = 1;
    return (model) => (silent *= normalCdf((line - model + gap) / noise));
  }
  const { z, weight } = normalGrid();
  const silentGiven = weight.slice();
  return (model) => {
    let sum = 0;
    for (let i = 0; i < z.length; i++) {
      silentGiven[i]! *= normalCdf((line - model + gap - suiteError * z[i]!) / noise);
      sum += silentGiven[i]!;
    }
    return sum;
  };
}

/** Counts everything out, week by week, for each phase of the calendar. */
export function warningLaw(warning: WarningCase): WarningLaw {
  const { initialCapability, growth, interval, duration, horizon, suiteError } = warning;
  const noise = warning.noise / Math.sqrt(warning.repeats);
  const crossingWeek = crossingWeekOf(initialCapability, growth, warning.danger);
  const line = warning.limit - warning.buffer;
  const alertedBy = new Float64Array(horizon + 1);
  const missedByPhase = new Float64Array(interval);
  let ready = 0;
  let falseAlarm = 0;
  let leadMass = 0;
  let leadSum = 0;
  let leadSquares = 0;
  for (let phase = 1; phase <= interval; phase++) {
    const own = evaluators(line, warning.gap + warning.bias, noise, suiteError);
    const third = warning.thirdParty ? evaluators(line, warning.gap, noise, suiteError) : () => 1;
    let silent = 1;
    missedByPhase[phase - 1] = 1;
    for (let start = phase; start + duration <= horizon; start += Math.max(interval, duration)) {
      const report = start + duration;
      const model = initialCapability + (growth / 52) * start;
      const before = silent;
      silent = own(model) * third(model);
      const first = before - silent;
      const lead = crossingWeek - report;
      leadMass += first;
      leadSum += first * lead;
      leadSquares += first * lead * lead;
      if (lead >= 0) missedByPhase[phase - 1] = silent;
      if (lead >= warning.leadTime) ready += first / interval;
      if (model < line) falseAlarm += first / interval;
      for (let week = report; week <= horizon; week++) alertedBy[week]! += first / interval;
    }
  }
  const meanLead = leadSum / leadMass;
  return {
    crossingWeek,
    missed: missedByPhase.reduce((sum, each) => sum + each, 0) / interval,
    ready,
    meanLead,
    varianceOfLead: leadSquares / leadMass - meanLead * meanLead,
    falseAlarm,
    alertedBy,
    missedByPhase,
  };
}
