/** Why a future ends in a failure: a finding and the sentences that lead to it. */
import { storyMessages } from '../../messages/storyMessages';
import type { LogEntry } from '../../model/evidence';
import { DEPLOYMENT, SECURITY, protectionKinds } from '../../model/regions';
import type { GuardName } from '../../model/rules';
import { duration } from '../../results/amounts';
import { outcomeLabels } from '../../results/labels';
import { firstFailure, type FirstFailure } from '../../results/unsafeWeeks';
import { capabilityText, multipleText } from '../people/capabilityText';
import { errorsInWords } from './errorsInWords';
import type { ToldFuture } from './toldFuture';

const words = storyMessages.cause;

export interface Cause {
  readonly finding: string;
  /** The week from which on it is so; null where nothing fails. */
  readonly week: number | null;
  readonly sentences: readonly string[];
}

/** A future, and the first failure in it. */
interface Case extends ToldFuture {
  readonly failure: FirstFailure;
}

const times = (more: number, less: number): string => multipleText(2 ** (more - less));

function lastOf(
  { trace, failure }: Case,
  isMeant: (entry: LogEntry) => boolean,
  by = failure.week,
): LogEntry | null {
  return trace.events.findLast((entry) => entry.week <= by && isMeant(entry)) ?? null;
}

const byGuard =
  (...guards: readonly GuardName[]) =>
  ({ guard }: LogEntry): boolean =>
    guard !== null && guards.includes(guard);

function protectionSentence(of: Case): string {
  const { trace, scenario, failure } = of;
  const kind = failure.state === 'unsecured' ? SECURITY : DEPLOYMENT;
  const name = protectionKinds[kind];
  const index = 2 * failure.level + kind;
  const isIt = (entry: LogEntry): boolean => entry.region === 'protection' && entry.index === index;
  const state = trace.weeks[failure.week]?.states[`${name}${failure.level + 1}`];
  const said = words.protection;
  if (state === 'failing') {
    const finished = lastOf(of, (entry) => isIt(entry) && ['building', 'rework'].includes(entry.from));
    return said.failing(name, String(finished?.week ?? 0));
  }
  const start = lastOf(of, (entry) => isIt(entry) && entry.to !== entry.from);
  if (state === 'rework') return said.repaired(name, String(start?.week ?? 0));
  if (state === 'building' && start !== null) {
    const begun = String(start.week);
    if (start.numbers['work'] === Infinity) return said.unknown(name, begun);
    const end = trace.events.find(
      (entry) =>
        isIt(entry) && entry.week > failure.week && entry.from === 'building' && entry.to !== 'building',
    );
    if (end === undefined) return said.never(name, begun);
    return said.tooLate(name, begun, String(end.week), duration(end.week - failure.week));
  }
  return scenario.thresholds[failure.level]?.limit === null ? said.noLimit : said.notBegun(name);
}

function warningSentences({ trace, reports, scenario, failure }: Case): string[] {
  const { week, level } = failure;
  if (scenario.thresholds[level]?.limit === null) return [];
  const alert = trace.lab.alertWeek[level] ?? 0;
  if (alert > 0 && alert <= week) {
    return [
      alert === week ? words.warning.sameWeek : words.warning.raised(String(alert), duration(week - alert)),
    ];
  }
  const last = reports.findLast((report) => report.week <= week && report.model === 'internal');
  const read = last?.readings[level];
  if (last === undefined || read === undefined) return [words.warning.noReport];
  const errors = errorsInWords(trace, last, level);
  return [
    words.warning.quiet({
      week: String(last.startWeek),
      read: capabilityText(read, scenario.scale),
      short: times(trace.lab.setup.line[level] ?? NaN, read),
      truth: capabilityText(last.trueValue, scenario.scale),
      nowWeek: String(week),
      now: capabilityText(trace.weeks[week]?.capability ?? NaN, scenario.scale),
    }),
    ...(errors.length === 0 ? [] : [words.errors.intro(errors)]),
  ];
}

const regionOf = { unsecured: 'training', internalUse: 'internalUse', deployment: 'release' } as const;

/** Whether the policy has no response of the kind that could have helped. */
function goesOn({ trace: { lab }, failure }: Case): boolean {
  const { pauses, suspends, withholds } = lab.setup;
  return !{ unsecured: pauses, internalUse: suspends, deployment: withholds }[failure.state];
}

/** What an alert or a reached limit did not do, though it was there in time. */
function responseSentence(of: Case): string | null {
  const { trace, scenario, failure } = of;
  const { week, level, state } = failure;
  const { response } = scenario.policy;
  const said = words.response;
  if (goesOn(of)) return said.goesOn[state];
  if (scenario.thresholds[level]?.gates[regionOf[state]] === false) return said.noGate[state];
  const now = trace.weeks[week];
  const warning = now?.states[`warning${level + 1}`];
  if (warning === 'quiet') return null;
  if (warning === 'alert' && !trace.lab.setup.alertGates) return said.onlyPrepares;
  const dropped = lastOf(of, byGuard('abandonsAtOnce', 'noticeOver'));
  const revoked = lastOf(of, byGuard('auditFindsExemption'));
  const alert = trace.lab.alertWeek[level] ?? 0;
  if (dropped !== null && dropped.week >= alert && (revoked?.week ?? -1) < dropped.week) {
    return said.dropped(String(dropped.week));
  }
  const clause = response.competitorClause;
  if (clause !== null && now !== undefined && now.capability - now.rival < clause) return said.rivalTooClose;
  if (state !== 'deployment' && now?.states[regionOf[state]] === 'deciding') {
    return said.deciding(duration(response.delay));
  }
  if (state !== 'unsecured') return null;
  if (now?.states['training'] === 'paused') {
    const pause = lastOf(
      of,
      ({ region, to, from }) => region === 'training' && to === 'paused' && from !== to,
    );
    return said.pausedTooLate(String(pause?.week ?? week));
  }
  const spent = lastOf(of, byGuard('pauseExhausted'));
  return spent === null ? null : said.spent(duration(response.maxPause));
}

function releaseSentences(of: Case): string[] {
  const { trace, reports, scenario, failure } = of;
  if (failure.state !== 'deployment') return [];
  const said = words.release;
  const release = lastOf(of, byGuard('candidateFree', 'candidateDue'));
  if (release === null) return [];
  const week = String(release.week);
  const { policy } = scenario;
  const { dangerPoint, setup } = trace.lab;
  const danger = dangerPoint[failure.level] ?? 0;
  const atRelease = trace.weeks[release.week]?.deployed ?? 0;
  const report = reports.findLast((each) => each.model === 'candidate' && each.week <= release.week);
  const line = setup.flagLine[failure.level] ?? Infinity;
  const read = report?.readings[failure.level];
  const sentence = (): string => {
    if (atRelease < danger) return said.grewPast(week);
    if (!policy.evaluation.preDeployment) return said.unevaluated(week);
    const isBelow = line < Infinity && read !== undefined && read < line;
    return isBelow ? said.readBelow(week, times(line, read)) : said.released(week);
  };
  return [sentence(), ...(policy.response.recall ? [] : [said.noRecall])];
}

/** Why a future ends as it does. Pure. */
export function causeOf(future: ToldFuture): Cause {
  const { trace, scenario } = future;
  const failure = firstFailure(trace);
  if (failure === null) {
    const { label, sentence } = outcomeLabels[trace.outcome];
    return { finding: `${label}.`, week: null, sentences: [sentence] };
  }
  const of: Case = { ...future, failure };
  const level = scenario.thresholds[failure.level]?.name ?? '';
  const response = responseSentence(of);
  return {
    finding: words.failure[failure.state](level, String(failure.week)),
    week: failure.week,
    sentences: [
      words.lasts(duration(failure.weeks)),
      ...releaseSentences(of),
      protectionSentence(of),
      ...warningSentences(of),
      ...(response === null ? [] : [response]),
    ],
  };
}
