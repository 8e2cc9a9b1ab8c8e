/** The statechart of the lab: plain data, which names its guards and actions and nothing else. */
import { regionName, regionStates, type Region, type StateOf } from './regions';
import type { ActionName, GuardName } from './rules';
import type { LabEvent } from './week';

/** Which instance of its region a rule is about: see `Guard` in rules.ts. */
export interface Instance {
  readonly index: number;
}

/** Parameters of the entry action that every state has. */
export interface EntryParams extends Instance {
  readonly region: Region;
  readonly state: number;
}

/** One row of the statechart: the first of a state's transitions whose guard holds is taken. */
interface Row<R extends Region> {
  readonly guard?: GuardName;
  /** The state to go to; none: stay. */
  readonly to?: StateOf<R>;
  readonly do?: readonly ActionName[];
}

type Rows<R extends Region> = { readonly [E in LabEvent]?: readonly Row<R>[] };
type Chart<R extends Region> = { readonly [S in StateOf<R>]: Rows<R> };

const training: Chart<'training'> = {
  active: {
    respond: [
      { guard: 'mustPauseAtOnce', to: 'paused', do: ['beginPause'] },
      { guard: 'mustPause', to: 'deciding', do: ['considerPause'] },
    ],
  },
  deciding: {
    respond: [
      { guard: 'pauseNeedGone', to: 'active' },
      { guard: 'pauseDecided', to: 'paused', do: ['beginPause'] },
    ],
  },
  paused: {
    respond: [
      { guard: 'pauseNeedGone', to: 'active' },
      { guard: 'pauseExhausted', to: 'active', do: ['spendPause'] },
    ],
  },
};

const internalUse: Chart<'internalUse'> = {
  open: {
    respond: [
      { guard: 'mustSuspendAtOnce', to: 'suspended' },
      { guard: 'mustSuspend', to: 'deciding', do: ['considerSuspension'] },
    ],
  },
  deciding: {
    respond: [
      { guard: 'suspensionNeedGone', to: 'open' },
      { guard: 'suspensionDecided', to: 'suspended' },
    ],
  },
  suspended: { respond: [{ guard: 'suspensionNeedGone', to: 'open' }] },
};

const cutOrHold: readonly Row<'release'>[] = [
  { guard: 'candidateDueForEvaluation', to: 'assessing', do: ['cutCandidate'] },
  { guard: 'unevaluatedCandidateHeld', to: 'withheld', do: ['cutCandidate', 'flagGatingLevels'] },
];

const release: Chart<'release'> = {
  idle: {
    offer: [
      ...cutOrHold,
      { guard: 'candidateDue', do: ['cutCandidate', 'flagGatingLevels', 'deployCandidate'] },
    ],
  },
  assessing: {
    assess: [{ guard: 'assessmentOver', do: ['reportCandidate'] }],
    decide: [
      { guard: 'candidateHeld', to: 'withheld' },
      { guard: 'candidateFree', to: 'idle', do: ['deployCandidate'] },
    ],
  },
  withheld: {
    // What holds one unevaluated candidate holds the next.
    offer: [{ guard: 'candidateFree', to: 'idle', do: ['deployCandidate'] }, ...cutOrHold],
  },
};

const service: Chart<'service'> = {
  none: { serve: [{ to: 'live' }] },
  live: { respond: [{ guard: 'mustRecall', to: 'withdrawn', do: ['countRecall'] }] },
  withdrawn: {
    respond: [{ guard: 'recallNeedGone', to: 'live' }],
    serve: [{ to: 'live' }],
  },
};

const evaluation: Chart<'evaluation'> = {
  waiting: {
    schedule: [
      { guard: 'evaluationIsOrdered', to: 'running', do: ['startEvaluation'] },
      { guard: 'dueButSkipped', do: ['skipEvaluation'] },
      { guard: 'evaluationDue', to: 'running', do: ['startEvaluation'] },
    ],
    audit: [{ guard: 'auditFindsOverdue', do: ['orderEvaluation', 'countFinding'] }],
  },
  running: { report: [{ guard: 'evaluationOver', to: 'waiting', do: ['reportRoutine'] }] },
};

const revoke: readonly Row<'oversight'>[] = [
  { guard: 'auditFindsExemption', to: 'committed', do: ['revokeExemptions', 'countFinding'] },
];

const oversight: Chart<'oversight'> = {
  committed: {
    oversee: [
      { guard: 'attemptIsVetoed', do: ['countVeto'] },
      { guard: 'abandonsAtOnce', to: 'abandoned', do: ['abandonCommitments'] },
      { guard: 'announcesAbandonment', to: 'notice', do: ['announceAbandonment'] },
    ],
    audit: revoke,
  },
  notice: {
    oversee: [
      { guard: 'constraintGone', to: 'committed' },
      { guard: 'noticeOver', to: 'abandoned', do: ['abandonCommitments'] },
    ],
    audit: revoke,
  },
  abandoned: {
    reconsider: [{ guard: 'constrained', to: 'committed' }],
    audit: revoke,
  },
};

const capability: Chart<'capability'> = {
  below: { cross: [{ guard: 'crossesDanger', to: 'crossed', do: ['recordCrossing'] }] },
  crossed: {},
};

const warning: Chart<'warning'> = {
  quiet: {
    read: [
      { guard: 'readingAtLimit', to: 'reached', do: ['raiseAlert', 'noteReached'] },
      { guard: 'readingAtAlert', to: 'alert', do: ['raiseAlert'] },
    ],
  },
  alert: { read: [{ guard: 'readingAtLimit', to: 'reached', do: ['noteReached'] }] },
  reached: {},
};

const work: readonly Row<'protection'>[] = [
  { guard: 'workProvesInadequate', to: 'failing', do: ['finishWork', 'watchForDiscovery'] },
  { guard: 'workCompletes', to: 'working', do: ['finishWork', 'watchForLapse'] },
];

const protection: Chart<'protection'> = {
  absent: {
    begin: [
      { guard: 'protectedFromStart', to: 'working', do: ['watchForLapse'] },
      { guard: 'preparedFromStart', to: 'building', do: ['startBuilding'] },
    ],
    read: [{ guard: 'readingNearAlert', to: 'building', do: ['startBuilding'] }],
  },
  building: { build: work },
  working: { build: [{ guard: 'lapses', to: 'failing', do: ['watchForDiscovery'] }] },
  failing: {
    build: [{ guard: 'isDiscovered', to: 'rework', do: ['startRework'] }],
    audit: [{ guard: 'auditFindsFailure', to: 'rework', do: ['startRework', 'countFinding'] }],
  },
  rework: { build: work },
};

/** Orders to the lab as a whole, whatever state its regions are in. */
const wholeLab: { readonly [E in LabEvent]?: readonly ActionName[] } = {
  grow: ['grow'],
  replan: ['replanWork'],
  settle: ['settleProtections'],
  score: ['scoreWeek'],
};

function named(name: string, index: number): { type: string; params: Instance } {
  return { type: name, params: { index } };
}

/** A region's chart as XState reads it, for one instance of the region. */
function regionConfig<R extends Region>(region: R, index: number, chart: Chart<R>) {
  const names = regionStates[region] as readonly StateOf<R>[];
  const states = names.map((name, code) => {
    const on = Object.entries<readonly Row<R>[] | undefined>(chart[name]).map(([event, rows = []]) => [
      event,
      rows.map((row) => ({
        ...(row.guard === undefined ? {} : { guard: named(row.guard, index) }),
        ...(row.to === undefined ? {} : { target: row.to }),
        actions: (row.do ?? []).map((action) => named(action, index)),
      })),
    ]);
    const params: EntryParams = { region, index, state: code };
    return [name, { entry: { type: 'enter', params }, on: Object.fromEntries(on) as object }] as const;
  });
  return {
    initial: names[0],
    meta: { region, index },
    states: Object.fromEntries(states) as Record<StateOf<R>, object>,
  };
}

/** All regions of a machine with `levels` thresholds, in document order. */
function regionConfigs(levels: number): Record<string, object> {
  const instances = <R extends Region>(region: R, chart: Chart<R>, count: number): Record<string, object> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        regionName({ region, index }),
        regionConfig(region, index, chart),
      ]),
    );
  return {
    ...instances('training', training, 1),
    ...instances('internalUse', internalUse, 1),
    ...instances('release', release, 1),
    ...instances('service', service, 1),
    ...instances('evaluation', evaluation, 1),
    ...instances('oversight', oversight, 1),
    ...instances('capability', capability, levels),
    ...instances('warning', warning, levels),
    ...instances('protection', protection, 2 * levels),
  };
}

/** The statechart as JSON can hold it: what XState's `createMachine` takes, but for the context and the rules' code. */
export interface LabDefinition {
  readonly id: string;
  readonly type: 'parallel';
  readonly on: Readonly<Record<string, object>>;
  /** Regions by the machine's names, in document order: `training`, `warning1`, `security2`, … */
  readonly states: Readonly<Record<string, object>>;
}

/**
 * The statechart of a lab with `levels` (1 to 6) thresholds. Events carry nothing but their name; the order in which a
 * week sends them is `week` in week.ts. JSON and back, it is the same.
 */
export function labDefinition(levels: number): LabDefinition {
  const ordersTo = (names: readonly ActionName[]) => ({ actions: names.map((name) => named(name, 0)) });
  return {
    id: 'lab',
    type: 'parallel',
    on: Object.fromEntries(Object.entries(wholeLab).map(([event, names]) => [event, ordersTo(names)])),
    states: regionConfigs(levels),
  };
}
