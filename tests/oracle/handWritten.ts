/**
 * The model of one lab as one plain loop, written by hand from its description and sharing nothing with src/model but the
 * numbers of the streams of luck. It is the other opinion that the statechart and its kernel are compared with, and
 * the mark their speed is measured against: hence one function, all of whose state is in locals and typed arrays.
 *
 * Levels are bits: level k has bit 2k, its protections bits 2k (security) and 2k + 1 (deployment).
 */
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { STREAM } from '../../src/model/luck';
import { exp, log } from '../../src/numbers/exact';
import type { Scenario } from '../../src/scenario/scenario';
import { AT, FIRST_LEVEL_COLUMN, handColumns, readScenario } from './handScenario';
import { IN, observeMoves, observeWeek, type HandTally } from './handTally';

const WEEKS_PER_YEAR = 52;
/** Indices of a protection's draws, and of a week's evaluations, are spaced by these. */
const PROTECTIONS = 12;
const DOMAINS = 6;
const AUDIT_ITEMS = 16;
/** The bits of levels, as against those of use safeguards. */
const LEVELS = 0b010101010101;
const FIXED_POINT = 1048576;

const ACTIVE = 0;
const DECIDING = 1;
/** Training paused, internal use suspended. */
const STOPPED = 2;
const IDLE = 0;
const ASSESSING = 1;
const WITHHELD = 2;
const NONE = 0;
const LIVE = 1;
const WITHDRAWN = 2;
const COMMITTED = 0;
const NOTICE = 1;
const ABANDONED = 2;

/**
 * Simulates runs `from` … `to`-1. `onRun` sees each run's row (the same array each time, see handColumns; NaN where a
 * run has no such number); `tally`, where given, takes in every week.
 */
export function simulateByHand(
  scenario: Scenario,
  seed: string,
  from: number,
  to: number,
  onRun: (row: Float64Array) => void,
  tally: HandTally | null = null,
): void {
  const luck = new Luck(seedKey(seed));
  const { world, thresholds } = scenario;
  const { buildSpeed } = scenario.policy.protections;
  const { interval, duration, preDeployment, noise } = scenario.policy.evaluation;
  const { recall, delay, maxPause, pauseSpeedup } = scenario.policy.response;
  const { auditInterval, auditPower, noticePeriod, oversightVeto } = scenario.policy.accountability;
  const { thirdPartyEvaluation } = scenario.policy.accountability;
  const read = readScenario(scenario);
  const { trainingGates, internalGates, releaseGates, limited, limit, line, prepareLine, flagLine } = read;
  const { domains, domain, computeTrigger, rootRepeats, act, prepares, pauses, suspends, withholds } = read;
  const { clause, path, pathEnd, worldValues } = read;
  const { horizon, releaseInterval, releaseLag } = world;
  const levels = thresholds.length;
  const drawn = Float64Array.from(worldValues, (value) => (typeof value === 'number' ? value : 0));

  const { last, now } = tally ?? { last: new Int32Array(8), now: new Int32Array(8) };
  const row = new Float64Array(handColumns(levels).length);
  const past = new Float64Array(horizon + 1);
  const dangerPoint = new Float64Array(levels);
  const work = new Float64Array(PROTECTIONS);
  const remaining = new Float64Array(PROTECTIONS);
  const finishes = new Int32Array(PROTECTIONS);
  const lapseGaps = new Int32Array(PROTECTIONS);
  const lapseWeek = new Float64Array(PROTECTIONS);
  const discoveryGaps = new Int32Array(PROTECTIONS);
  const discoveryWeek = new Float64Array(PROTECTIONS);
  const error = new Float64Array(DOMAINS);
  const crossedWeek = new Int32Array(levels);
  const alertWeek = new Int32Array(levels);
  const reachedWeek = new Int32Array(levels);

  for (let run = from; run < to; run++) {
    luck.setRun(run);
    worldValues.forEach((value, index) => {
      if (typeof value === 'number') return;
      drawn[index] = luck.triangular(STREAM.world, index, value.low, value.mode, value.high);
    });
    const growth = drawn[1]!;
    const jumpShare = drawn[3]!;
    const pausedGrowth = drawn[5]!;
    const suspendedGrowth = 1 - drawn[6]!;
    const deployedStep = drawn[7]! / WEEKS_PER_YEAR;
    const skipProbability = drawn[12]!;
    const inadequacy = drawn[14]!;
    const lapseProbability = drawn[15]! / WEEKS_PER_YEAR;
    const discoveryProbability = drawn[16]! / WEEKS_PER_YEAR;
    const rivalStep = drawn[18]! / WEEKS_PER_YEAR;
    const pressure = drawn[19]!;

    const growthStep = growth / WEEKS_PER_YEAR;
    const smoothMean = (growth * (1 - jumpShare)) / WEEKS_PER_YEAR;
    const relativeVolatility = drawn[2]! / growth;
    const smoothSd = Math.sqrt(log(1 + WEEKS_PER_YEAR * (relativeVolatility * relativeVolatility)));
    // With growth far below its volatility, nearly every step is next to nothing.
    const grows = growth > 0 && smoothSd < Infinity;
    const jumpRate = (jumpShare * growth) / (WEEKS_PER_YEAR * drawn[4]!);
    const jumpProbability = 1 - exp(-jumpRate);
    const jumpMean = (drawn[4]! * jumpRate) / jumpProbability;
    let jumpGaps = 1;
    let jumpWeek = luck.geometric(STREAM.jumpGap, 0, jumpProbability);

    // Drawn once a run.
    const shift = drawn[8]! * luck.normal(STREAM.danger, 0);
    for (let k = 0; k < levels; k++) dangerPoint[k] = thresholds[k]!.danger + shift;
    const ownError = -drawn[9]! - drawn[11]! + drawn[10]! * luck.normal(STREAM.suite, 0);
    const thirdError = -drawn[9]! + drawn[10]! * luck.normal(STREAM.suite, 1);
    for (let k = 0; k < levels; k++) {
      const { security, deployment } = thresholds[k]!.leadTime;
      work[2 * k] = (security ?? Infinity) * luck.lognormal(STREAM.work, 2 * k, drawn[13]!);
      work[2 * k + 1] = (deployment ?? Infinity) * luck.lognormal(STREAM.work, 2 * k + 1, drawn[13]!);
    }
    for (let i = 0; i < 2 * levels; i++) {
      remaining[i] = work[i]!;
      finishes[i] = 0;
      lapseGaps[i] = 0;
      lapseWeek[i] = 0;
      discoveryGaps[i] = 0;
      discoveryWeek[i] = 0;
    }
    row.fill(0);
    crossedWeek.fill(0);
    alertWeek.fill(0);
    reachedWeek.fill(0);

    // The lab and its rival.
    let capability = path === null ? drawn[0]! : path[0]!;
    let unconstrained = capability;
    let rival = capability + drawn[17]!;
    past[0] = capability;
    let crossed = 0;
    let rivalCrossed = 0;
    let alert = 0;
    let reached = 0;
    let misses = 0;
    let falseAlarms = 0;
    let protectedAtCrossing = 0;
    let exempt = 0;
    let spent = 0;
    // Each protection is in one of these, or absent.
    let building = read.buildAtStart;
    let working = read.protectedAtStart;
    let failing = 0;
    let rework = 0;

    let training = ACTIVE;
    let trainingSince = 0;
    let internalUse = ACTIVE;
    let internalUseSince = 0;
    let release = IDLE;
    let cutWeek = 0;
    let candidate = 0;
    let candidateFlags = 0;
    let service = NONE;
    let deployed = 0;
    let deployedFlags = 0;
    let deployedCrossed = 0;
    let releases = 0;
    let oversight = COMMITTED;
    let noticeSince = 0;

    let evaluating = false;
    let ordered = false;
    let evaluationStart = 0;
    let evaluatedCapability = 0;
    let evaluatedDeployed = 0;
    let evaluatedRelease = 0;
    let dueWeek = interval > 0 ? 1 + Math.floor(interval * luck.uniform(STREAM.calendar, 0)) : Infinity;
    let computeSince = 0;

    last.fill(0);
    now.fill(0);
    if (tally !== null) {
      observeWeek(tally, 0, capability, NaN, rival);
      now[IN.building] = building;
      now[IN.working] = working;
      observeMoves(tally, 0);
    }

    for (let week = 1; week <= horizon; week++) {
      // 1. Grow.
      let factor = training === STOPPED ? pausedGrowth : 1;
      if (internalUse === STOPPED) factor *= suspendedGrowth;
      let jump = 0;
      if (week === jumpWeek) {
        jump = week > pathEnd ? jumpMean * luck.exponential(STREAM.jumpSize, jumpGaps) : 0;
        jumpWeek += luck.geometric(STREAM.jumpGap, jumpGaps, jumpProbability);
        jumpGaps++;
      }
      if (week <= pathEnd) {
        const recorded = path![week]!;
        const increment = recorded - path![week - 1]!;
        const onPath = factor === 1 && capability === unconstrained;
        capability = onPath ? recorded : capability + factor * increment;
        unconstrained = recorded;
        computeSince += factor * increment;
      } else {
        const smooth = grows ? smoothMean * luck.meanOneLognormal(STREAM.growth, week, smoothSd) : 0;
        const step = smooth + jump;
        capability += factor * step;
        unconstrained += step;
        computeSince += factor * growthStep;
      }
      rival += rivalStep;
      if (service !== NONE) deployed += deployedStep;
      past[week] = capability;

      // 2. Build.
      const speed = buildSpeed * (training === STOPPED ? pauseSpeedup : 1);
      const wereWorking = working;
      const wereFailing = failing;
      for (let left = building | rework; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const i = 31 - Math.clz32(bit);
        const rest = remaining[i]! - speed;
        remaining[i] = rest;
        if (rest > 0) continue;
        building &= ~bit;
        rework &= ~bit;
        if (luck.uniform(STREAM.inadequacy, i + PROTECTIONS * finishes[i]!) < inadequacy) failing |= bit;
        else working |= bit;
        finishes[i] = finishes[i]! + 1;
      }
      for (let left = wereWorking; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const i = 31 - Math.clz32(bit);
        while (lapseWeek[i]! < week) {
          lapseWeek[i] =
            lapseWeek[i]! +
            luck.geometric(STREAM.lapseGap, i + PROTECTIONS * lapseGaps[i]!, lapseProbability);
          lapseGaps[i] = lapseGaps[i]! + 1;
        }
        if (lapseWeek[i] !== week) continue;
        working &= ~bit;
        failing |= bit;
      }
      for (let left = wereFailing; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const i = 31 - Math.clz32(bit);
        while (discoveryWeek[i]! < week) {
          const index = i + PROTECTIONS * discoveryGaps[i]!;
          discoveryWeek[i] =
            discoveryWeek[i]! + luck.geometric(STREAM.discoveryGap, index, discoveryProbability);
          discoveryGaps[i] = discoveryGaps[i]! + 1;
        }
        if (discoveryWeek[i] !== week) continue;
        failing &= ~bit;
        rework |= bit;
        remaining[i] = work[i]! / 2;
      }
      let inPlace = working | failing;
      exempt &= ~(inPlace & (inPlace >> 1));
      spent &= ~inPlace;

      // 3. Evaluate.
      for (;;) {
        if (evaluating && week === evaluationStart + duration) {
          evaluating = false;
          row[AT.routineEvaluations]!++;
          for (let of = 0; of < domains; of++) {
            const index = evaluationStart * DOMAINS + of;
            const own = luck.normal(STREAM.ownEvaluation, index);
            error[of] = ownError + (noise * own) / rootRepeats;
            if (!thirdPartyEvaluation) continue;
            const third = luck.normal(STREAM.thirdEvaluation, index);
            error[of] = Math.max(error[of]!, thirdError + (noise * third) / rootRepeats);
          }
          const readDeployed = service !== NONE && evaluatedRelease === releases;
          for (let left = limited; left !== 0; left &= left - 1) {
            const bit = left & -left;
            const k = (31 - Math.clz32(bit)) >> 1;
            const reading = evaluatedCapability + error[domain[k]!]!;
            let starts = prepares && reading >= prepareLine[k]!;
            if (reading >= line[k]!) {
              starts = true;
              if ((alert & bit) === 0) {
                alert |= bit;
                alertWeek[k] = week;
                if (evaluatedCapability < line[k]!) falseAlarms |= bit;
              }
              if (reading >= limit[k]! && (reached & bit) === 0) {
                reached |= bit;
                reachedWeek[k] = week;
              }
            }
            if (readDeployed && evaluatedDeployed + error[domain[k]!]! >= flagLine[k]!) {
              deployedFlags |= bit;
              starts = true;
            }
            if (starts) building |= (bit * 3) & ~(building | working | failing | rework);
          }
        }
        if (evaluating || !(ordered || week >= dueWeek || computeSince >= computeTrigger)) break;
        dueWeek = interval > 0 ? week + interval : Infinity;
        computeSince = 0;
        if (!ordered && luck.uniform(STREAM.skip, week) < skipProbability) {
          row[AT.skippedEvaluations]!++;
          break;
        }
        ordered = false;
        evaluating = true;
        evaluationStart = week;
        evaluatedCapability = capability;
        evaluatedDeployed = deployed;
        evaluatedRelease = service === NONE ? -1 : releases;
        if (duration > 0) break;
      }

      // 4. Respond.
      const bound = capability - rival >= clause;
      const gating = limited & ~exempt & (act ? alert : reached);
      if (pauses && bound && (gating & trainingGates & ~spent & ~inPlace) !== 0) {
        if (training === STOPPED) {
          if (maxPause > 0 && week >= trainingSince + maxPause) {
            training = ACTIVE;
            spent |= gating & ~inPlace;
          }
        } else {
          if (training === ACTIVE) {
            training = DECIDING;
            trainingSince = week;
          }
          if (week >= trainingSince + delay) {
            training = STOPPED;
            trainingSince = week;
            row[AT.pauses]!++;
          }
        }
      } else training = ACTIVE;
      if (suspends && bound && (gating & internalGates & ~(inPlace >> 1)) !== 0) {
        if (internalUse === ACTIVE) {
          internalUse = DECIDING;
          internalUseSince = week;
        }
        if (week >= internalUseSince + delay) internalUse = STOPPED;
      } else internalUse = ACTIVE;
      if (service !== NONE) {
        if (recall && bound && (deployedFlags & releaseGates & ~exempt & ~(inPlace >> 1)) !== 0) {
          if (service === LIVE) row[AT.recalls]!++;
          service = WITHDRAWN;
        } else service = LIVE;
      }

      // 5. Oversee.
      const constrained =
        training === STOPPED || internalUse === STOPPED || release === WITHHELD || service === WITHDRAWN;
      if (!constrained) {
        if (oversight === NOTICE) oversight = COMMITTED;
      } else {
        if (oversight === ABANDONED) oversight = COMMITTED;
        if (oversight === COMMITTED) {
          const hazard = (pressure * Math.max(0, rival - capability)) / WEEKS_PER_YEAR;
          if (luck.happens(STREAM.attempt, week, hazard)) {
            if (luck.uniform(STREAM.veto, week) < oversightVeto) row[AT.vetoed]!++;
            else {
              oversight = NOTICE;
              noticeSince = week;
            }
          }
        }
        if (oversight === NOTICE && week >= noticeSince + noticePeriod) {
          oversight = ABANDONED;
          row[AT.abandoned]!++;
          exempt |= gating & ~(inPlace & (inPlace >> 1));
        }
      }
      if (auditInterval > 0 && week % auditInterval === 0) {
        const item = week * AUDIT_ITEMS;

        const overdue = interval > 0 && !evaluating && week - evaluationStart >= 1.5 * interval;
        if (overdue && luck.uniform(STREAM.audit, item) < auditPower) {
          ordered = true;
          row[AT.auditFindings]!++;
        }
        if (exempt !== 0 && luck.uniform(STREAM.audit, item + 1) < auditPower) {
          exempt = 0;
          oversight = COMMITTED;
          row[AT.auditFindings]!++;
        }
        for (let left = failing; left !== 0; left &= left - 1) {
          const bit = left & -left;
          const i = 31 - Math.clz32(bit);
          if (luck.uniform(STREAM.audit, item + 2 + i) >= auditPower) continue;
          failing &= ~bit;
          rework |= bit;
          remaining[i] = work[i]! / 2;
          row[AT.auditFindings]!++;
        }
        inPlace = working | failing;
      }

      // 6. Release.
      const holding = withholds && bound ? releaseGates & ~exempt & ~(inPlace >> 1) : 0;
      let decides = false;
      let reports = false;
      if (release === WITHHELD && (candidateFlags & holding) === 0) decides = true;
      else if (release === ASSESSING) reports = week === cutWeek + duration;
      else if (week >= cutWeek + releaseInterval) {
        cutWeek = week;
        candidate = past[Math.max(0, week - releaseLag)]!;
        candidateFlags = 0;
        if (preDeployment) {
          release = ASSESSING;
          reports = duration === 0;
        } else {
          candidateFlags = limited & ~exempt & (act ? alert : reached);
          decides = true;
        }
      }
      if (reports) {
        row[AT.releaseEvaluations]!++;
        decides = true;
        for (let of = 0; of < domains; of++) {
          const index = cutWeek * DOMAINS + of;
          const own = luck.normal(STREAM.ownAssessment, index);
          error[of] = ownError + (noise * own) / rootRepeats;
          if (!thirdPartyEvaluation) continue;
          const third = luck.normal(STREAM.thirdAssessment, index);
          error[of] = Math.max(error[of]!, thirdError + (noise * third) / rootRepeats);
        }
        for (let left = limited; left !== 0; left &= left - 1) {
          const bit = left & -left;
          const k = (31 - Math.clz32(bit)) >> 1;
          const reading = candidate + error[domain[k]!]!;
          let starts = prepares && reading >= prepareLine[k]!;
          if (reading >= flagLine[k]!) candidateFlags |= bit;
          if (reading >= line[k]!) {
            starts = true;
            if ((alert & bit) === 0) {
              alert |= bit;
              alertWeek[k] = week;
              if (candidate < line[k]!) falseAlarms |= bit;
            }
            if (reading >= limit[k]! && (reached & bit) === 0) {
              reached |= bit;
              reachedWeek[k] = week;
            }
          }
          if (starts) building |= (bit * 3) & ~(building | working | failing | rework);
        }
      }
      if (decides) {
        if ((candidateFlags & holding) !== 0) release = WITHHELD;
        else {
          release = IDLE;
          service = LIVE;
          deployed = candidate;
          deployedFlags = candidateFlags;
          deployedCrossed = 0;
          releases++;
        }
      }

      // 7. Score.
      for (let left = ((1 << (2 * levels)) - 1) & LEVELS & ~crossed; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const k = (31 - Math.clz32(bit)) >> 1;
        if (rival >= dangerPoint[k]!) rivalCrossed |= bit;
        if (capability < dangerPoint[k]!) continue;
        crossed |= bit;
        crossedWeek[k] = week;
        if ((limited & ~alert & bit) !== 0) misses |= bit;
        if ((working & (working >> 1) & bit) !== 0) protectedAtCrossing |= bit;
      }
      if ((rivalCrossed & ~crossed) !== 0) row[AT.rivalFirst] = 1;
      if (rival > capability) row[AT.rivalAheadWeeks]!++;
      if (training === STOPPED) {
        row[AT.pausedWeeks]!++;
        row[AT.firstPauseWeek] ||= week;
        if ((crossed & ~inPlace) === 0) row[AT.needlessPauseWeeks]!++;
      }
      if (internalUse === STOPPED) row[AT.suspendedWeeks]!++;
      if (release === WITHHELD) row[AT.withheldWeeks]!++;
      const finished = inPlace | rework;
      let unsafe = false;
      if (service === LIVE) {
        for (let k = 0; k < levels; k++) if (deployed >= dangerPoint[k]!) deployedCrossed |= 1 << (2 * k);
        const risks = deployedCrossed & ~(working >> 1);
        if (risks !== 0) {
          unsafe = true;
          row[AT.unsafeDeploymentWeeks]!++;
          if ((risks & ~(finished >> 1)) !== 0) row[AT.unprotectedDeploymentWeeks]!++;
        }
      }
      const uses = internalUse === STOPPED ? 0 : crossed & ~(working >> 1);
      if (uses !== 0) {
        unsafe = true;
        row[AT.unsafeInternalUseWeeks]!++;
        if ((uses & ~(finished >> 1)) !== 0) row[AT.unprotectedInternalUseWeeks]!++;
      }
      const unsecured = crossed & ~working;
      if (unsecured !== 0) {
        unsafe = true;
        row[AT.unsecuredWeeks]!++;
        if ((unsecured & ~finished) !== 0) row[AT.unprotectedUnsecuredWeeks]!++;
      }
      if (unsafe) row[AT.anyUnsafeWeeks]!++;

      if (tally !== null) {
        observeWeek(tally, week, capability, service === LIVE ? deployed : NaN, rival);
        const cycles = service + 3 * (Number(evaluating) + 2 * oversight);
        const status = training + 3 * (internalUse + 3 * (release + 3 * cycles));
        const levelsStay =
          last[IN.crossed] === crossed && last[IN.alert] === alert && last[IN.reached] === reached;
        const buildingStays = last[IN.building] === building && last[IN.rework] === rework;
        const worksStay = last[IN.working] === working && last[IN.failing] === failing;
        if (last[IN.status] === status && levelsStay && buildingStays && worksStay) continue;
        now[IN.status] = status;
        now[IN.crossed] = crossed;
        now[IN.alert] = alert;
        now[IN.reached] = reached;
        now[IN.building] = building;
        now[IN.working] = working;
        now[IN.failing] = failing;
        now[IN.rework] = rework;
        observeMoves(tally, week);
      }
    }

    // The report.
    const tolerance = scenario.report.toleranceWeeks;
    let outcome = 6;
    if (row[AT.unprotectedDeploymentWeeks]! >= tolerance) outcome = 0;
    else if (row[AT.unprotectedInternalUseWeeks]! >= tolerance) outcome = 1;
    else if (row[AT.unprotectedUnsecuredWeeks]! >= tolerance) outcome = 2;
    else if (row[AT.anyUnsafeWeeks]! >= tolerance) outcome = 3;
    else if (row[AT.pauses]! > 0) outcome = 4;
    else if (crossed !== 0) outcome = 5;
    row[AT.run] = run;
    row[AT.outcome] = outcome;
    row[AT.foregoneDoublings] = Math.round((unconstrained - capability) * FIXED_POINT) / FIXED_POINT;
    row[AT.evaluations] = row[AT.routineEvaluations]! + row[AT.releaseEvaluations]!;
    row[AT.releases] = releases;
    row[AT.missedWarning] = misses === 0 ? 0 : 1;
    row[AT.falseAlarm] = falseAlarms === 0 ? 0 : 1;
    row[AT.pauseAbandoned] = row[AT.abandoned]! > 0 ? 1 : 0;
    row[AT.recalled] = row[AT.recalls]! > 0 ? 1 : 0;
    row[AT.evaluationSkipped] = row[AT.skippedEvaluations]! > 0 ? 1 : 0;
    row[AT.firstPauseWeek] ||= NaN;
    row[AT.finalCapability] = capability;
    row[AT.finalRival] = rival;
    let at = FIRST_LEVEL_COLUMN;
    for (let k = 0; k < levels; k++) {
      const bit = 1 << (2 * k);
      row[at++] = dangerPoint[k]!;
      row[at++] = crossedWeek[k]! || NaN;
      row[at++] = alertWeek[k]! || NaN;
      row[at++] = reachedWeek[k]! || NaN;
      row[at++] = crossedWeek[k]! > 0 && alertWeek[k]! > 0 ? crossedWeek[k]! - alertWeek[k]! : NaN;
      row[at++] = (crossed & bit) === 0 ? 0 : 1;
      row[at++] = (alert & bit) === 0 ? 0 : 1;
      row[at++] = (misses & bit) === 0 ? 0 : 1;
      row[at++] = (falseAlarms & bit) === 0 ? 0 : 1;
      row[at++] = (protectedAtCrossing & bit) === 0 ? 0 : 1;
    }
    row[at++] = unconstrained;
    row[at] = service === NONE ? NaN : deployed;
    onRun(row);
  }
}
