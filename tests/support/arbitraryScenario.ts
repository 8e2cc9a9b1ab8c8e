import fc from 'fast-check';
import type { HistoryPoint, NumberDefinition, Triangular } from '../../src/parameters/definition';
import { parameterOf, publicIds, thresholdCount, type ParameterId } from '../../src/parameters/parameters';
import { parameterIds } from '../../src/parameters/registry';
import type { Provenance, Scale, Scenario } from '../../src/scenario/scenario';
import { sourceIds } from '../../src/scenario/sources';

export interface ScenarioOptions {
  /** Longest horizon in weeks; 78 where absent, so that a test runs many scenarios. */
  readonly maxHorizon?: number;
  /** Most points of a recorded path; 20 where absent, 0 for none. */
  readonly maxHistory?: number;
}

function definitionOf<Kind extends string>(id: ParameterId, kind: Kind) {
  const definition = parameterOf(id)?.definition;
  if (definition?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
  return definition as Extract<typeof definition, { kind: Kind }>;
}

/** A text of one visible line: what names, labels and notes may be. */
export function arbitraryLine(maxLength: number): fc.Arbitrary<string> {
  return fc
    .string({ minLength: 1, maxLength, unit: fc.constantFrom(...'abzAZ09 .,-_~/"\\&<é×Ł年') })
    .filter((text) => text.trim() !== '');
}

// Zero has one sign in a scenario file.
function unsignedZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** Plain numbers all over a range: its ends, its usual part, even steps, and any double at all. */
function arbitraryPlain(definition: NumberDefinition, max = definition.max): fc.Arbitrary<number> {
  const { min, whole, specialZero, slider = [min, max] } = definition;
  const ends = fc.constantFrom(...(specialZero ? [0, min, max] : [min, max]));
  const usual = { min: Math.max(min, slider[0]), max: Math.min(max, slider[1]) };
  if (whole) {
    return fc.oneof(
      { weight: 1, arbitrary: ends },
      { weight: 2, arbitrary: fc.integer({ min, max }) },
      { weight: 4, arbitrary: fc.integer(usual) },
    );
  }
  const steps = 1000;
  const onSteps = (from: number, to: number) =>
    fc.integer({ min: 0, max: steps }).map((step) => from + ((to - from) * step) / steps);
  return fc
    .oneof(
      { weight: 1, arbitrary: ends },
      { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
      { weight: 2, arbitrary: onSteps(min, max) },
      { weight: 5, arbitrary: onSteps(usual.min, usual.max) },
    )
    .map(unsignedZero);
}

function arbitraryTriangular(plain: fc.Arbitrary<number>): fc.Arbitrary<Triangular> {
  const corners = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(plain, plain, plain) },
    { weight: 1, arbitrary: plain.map((value) => [value, value, value]) },
    { weight: 1, arbitrary: fc.tuple(plain, plain).map(([one, other]) => [one, one, other]) },
  );
  return corners.map((three) => {
    const [low = NaN, mode = NaN, high = NaN] = [...three].sort((a, b) => a - b);
    return { low, mode, high };
  });
}

function arbitraryHistory(id: ParameterId, maxLength: number): fc.Arbitrary<readonly HistoryPoint[] | null> {
  const definition = definitionOf(id, 'history');
  if (maxLength === 0) return fc.constant(null);
  const step = fc.record({
    weeks: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
      fc.integer({ min: 1, max: 60 }),
    ),
    rise: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 3000 }).map((each) => each / 1000),
    ),
    label: arbitraryLine(definition.maxLength),
  });
  const start = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -5000, max: 5000 }) },
    fc.integer({ min: definition.min * 1000, max: definition.max * 1000 }),
  );
  const path = fc.tuple(start, fc.array(step, { minLength: 1, maxLength })).map(([first, steps]) => {
    let week = 0;
    let capability = first / 1000;
    const points = steps.map(({ weeks, rise, label }, index) => {
      if (index > 0) week += weeks;
      capability += index > 0 ? rise : 0;
      return { week, capability: unsignedZero(capability), label };
    });
    return points.filter((point) => point.week <= definition.maxWeek && point.capability <= definition.max);
  });
  return fc.option(path, { freq: 2 });
}

/** Any value that a parameter may have in a scenario file. */
export function arbitraryValue(id: ParameterId, options: ScenarioOptions = {}): fc.Arbitrary<unknown> {
  const definition = parameterOf(id)?.definition;
  switch (definition?.kind) {
    case 'number': {
      const longest = id === 'horizon' ? (options.maxHorizon ?? 78) : definition.max;
      const plain = arbitraryPlain(definition, longest);
      const value = definition.uncertain
        ? fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: arbitraryTriangular(plain) })
        : plain;
      return definition.nullable ? fc.option(value, { freq: 4 }) : value;
    }
    case 'choice':
      return fc.constantFrom(...definition.choices);
    case 'flag':
      return fc.boolean();
    case 'text':
      return arbitraryLine(definition.maxLength);
    case 'history':
      return arbitraryHistory(id, options.maxHistory ?? 20);
    case undefined:
      throw new Error(`no parameter ${id}`);
  }
}

type Plain = Record<string, unknown>;

/** Values by dotted id as nested objects: {'gates.release': true} becomes {gates: {release: true}}. */
function nested(values: Plain): Plain {
  const whole: Plain = {};
  for (const [id, value] of Object.entries(values)) {
    const keys = id.split('.');
    let inner = whole;
    for (const key of keys.slice(0, -1)) inner = (inner[key] ??= {}) as Plain;
    inner[keys.at(-1)!] = value;
  }
  return whole;
}

function arbitraryGroup(ids: readonly ParameterId[], options: ScenarioOptions): fc.Arbitrary<Plain> {
  return fc.record(Object.fromEntries(ids.map((id) => [id, arbitraryValue(id, options)]))).map(nested);
}

const thresholdIds = parameterIds.filter((id) => id.startsWith('threshold.'));
const worldIds = parameterIds.filter((id) => !id.includes('.'));
const policyIds = parameterIds.filter((id) => id.includes('.') && !/^(threshold|report)\./.test(id));

/** A level within what its neighbours allow: a limit often at the danger point, domains often shared. */
function arbitraryThreshold(options: ScenarioOptions): fc.Arbitrary<Plain> {
  const hints = fc.record({
    domain: fc.option(fc.constantFrom('cbrn', 'cyber', 'ai-rd'), { freq: 4 }),
    limitAtDanger: fc.boolean(),
    danger: fc.option(
      fc.integer({ min: -10, max: 120 }).map((tenths) => tenths / 10),
      { freq: 3 },
    ),
  });
  return fc.tuple(arbitraryGroup(thresholdIds, options), hints).map(([group, hint]) => {
    const threshold = group['threshold'] as Scenario['thresholds'][number];
    const danger = unsignedZero(hint.danger ?? threshold.danger);
    const { security, deployment } = threshold.leadTime;
    return {
      ...threshold,
      danger,
      domain: hint.domain ?? threshold.domain,
      limit: hint.limitAtDanger ? danger : threshold.limit,
      protectedAtStart: threshold.protectedAtStart && security !== null && deployment !== null,
    };
  });
}

function arbitraryThresholds(options: ScenarioOptions): fc.Arbitrary<Plain[]> {
  return fc.uniqueArray(arbitraryThreshold(options), {
    minLength: thresholdCount.min,
    maxLength: thresholdCount.max,
    selector: (threshold) => threshold['name'],
  });
}

function arbitraryProvenance(levels: number): fc.Arbitrary<Record<string, Provenance>> {
  const entry = fc.record(
    {
      basis: fc.constantFrom<Provenance['basis']>('stated', 'inferred', 'illustrative'),
      source: fc.constantFrom(...sourceIds),
      place: arbitraryLine(100),
      note: arbitraryLine(200),
      quote: arbitraryLine(60).map((line) => line.trim()),
      notModelled: arbitraryLine(200),
    },
    { requiredKeys: ['basis'] },
  ) as fc.Arbitrary<Provenance>;
  return fc.dictionary(fc.constantFrom(...publicIds(levels)), entry, { maxKeys: 5, noNullPrototype: true });
}

function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** A valid scenario from all over the input ranges of the registry. */
export function arbitraryScenario(options: ScenarioOptions = {}): fc.Arbitrary<Scenario> {
  return fc
    .record({
      schemaVersion: fc.constant(1 as const),
      id: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
      title: arbitraryLine(100),
      summary: arbitraryLine(300),
      document: fc.option(
        fc.record({
          lab: arbitraryLine(100),
          version: arbitraryLine(100),
          date: fc
            .tuple(fc.integer({ min: 0, max: 40_000 }).map(isoDate), fc.constantFrom(4, 7, 10))
            .map(([date, length]) => date.slice(0, length)),
          previous: fc.option(fc.constantFrom('baseline', 'anthropic-rsp-v1')),
        }),
      ),
      scale: fc.constantFrom<Scale>('effective-compute', 'task-horizon'),
      startDate: fc.option(fc.integer({ min: 0, max: 40_000 }).map(isoDate)),
      caveats: fc.array(arbitraryLine(200), { maxLength: 4 }),
      // Only the first level is sure to exist.
      provenance: arbitraryProvenance(1),
      world: arbitraryGroup(worldIds, options),
      thresholds: arbitraryThresholds(options),
      policy: arbitraryGroup(policyIds, options),
      report: arbitraryGroup(['report.toleranceWeeks'], options).map((group) => group['report']),
    })
    .map((scenario) => scenario as unknown as Scenario);
}
