import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/messages';
import type { NumberDefinition } from '../../src/parameters/definition';
import {
  allParameters,
  levelId,
  parameterOf,
  parsePublicId,
  publicIds,
  type Parameter,
} from '../../src/parameters/parameters';

/** id, unit, default, smallest and largest input: the model's table, by hand. */
const numbers: readonly [string, string, number | null | undefined, number, number][] = [
  ['horizon', 'weeks', 260, 26, 520],
  ['initialCapability', 'doublings', 0, -20, 20],
  ['growth', 'doublings/year', 3.75, 0, 15],
  ['growthVolatility', 'doublings/√year', 0.4, 0, 3],
  ['jumpShare', 'fraction', 0.2, 0, 0.9],
  ['jumpSize', 'doublings', 0.6, 0.05, 5],
  ['pausedGrowth', 'fraction', 0.1, 0, 1],
  ['internalUseBoost', 'fraction', 0.15, 0, 1],
  ['postDeploymentGain', 'doublings/year', 0.5, 0, 10],
  ['releaseInterval', 'weeks', 12, 1, 260],
  ['releaseLag', 'weeks', 6, 0, 104],
  ['dangerUncertainty', 'doublings', 0.5, 0, 5],
  ['elicitationGap', 'doublings', 1, -2, 8],
  ['suiteError', 'doublings', 0.32, 0, 3],
  ['assessorBias', 'doublings', 0, 0, 5],
  ['skipProbability', 'probability', 0.05, 0, 1],
  ['leadTimeSpread', 'log sd', 0.6, 0, 2],
  ['inadequacy', 'probability', 0.05, 0, 1],
  ['lapseRate', '1/year', 0.05, 0, 12],
  ['discoveryRate', '1/year', 1.1, 0, 52],
  ['rivalLead', 'doublings', -0.5, -20, 20],
  ['rivalGrowth', 'doublings/year', 3.75, 0, 15],
  ['pressure', '1/year per doubling', 0.1, 0, 10],
  ['threshold.danger', 'doublings', undefined, -20, 60],
  ['threshold.leadTime.security', 'weeks', 78, 0, 1040],
  ['threshold.leadTime.deployment', 'weeks', 17, 0, 1040],
  ['threshold.limit', 'doublings', undefined, -20, 60],
  ['limits.safetyBuffer', 'doublings', 2.585, 0, 12],
  ['protections.preparationMargin', 'doublings', 1, 0, 20],
  ['protections.buildSpeed', 'factor', 1, 0.1, 10],
  ['evaluation.interval', 'weeks', 13, 0, 260],
  ['evaluation.computeMultiple', 'factor', 4, 1.1, 1000],
  ['evaluation.duration', 'weeks', 3, 0, 52],
  ['evaluation.noise', 'doublings', 0.32, 0, 5],
  ['evaluation.repeats', 'count', 1, 1, 100],
  ['response.delay', 'weeks', 2, 0, 104],
  ['response.maxPause', 'weeks', 0, 0, 520],
  ['response.pauseSpeedup', 'factor', 1.5, 0.1, 10],
  ['response.competitorClause', 'doublings', null, -20, 20],
  ['accountability.auditInterval', 'weeks', 0, 0, 260],
  ['accountability.auditPower', 'probability', 0.7, 0, 1],
  ['accountability.noticePeriod', 'weeks', 0, 0, 260],
  ['accountability.oversightVeto', 'probability', 0, 0, 1],
  ['report.toleranceWeeks', 'weeks', 1, 1, 104],
];

/** id, default and all values. */
const choices: readonly [string, unknown, readonly unknown[]][] = [
  ['historyShape', 'steps', ['steps', 'linear']],
  ['threshold.protectedAtStart', false, [true, false]],
  ['threshold.gates.training', true, [true, false]],
  ['threshold.gates.internalUse', true, [true, false]],
  ['threshold.gates.release', true, [true, false]],
  ['limits.atAlert', 'act', ['act', 'prepare']],
  ['evaluation.preDeployment', true, [true, false]],
  ['response.training', 'pause', ['pause', 'continue']],
  ['response.internalUse', 'suspend', ['suspend', 'continue']],
  ['response.release', 'withhold', ['withhold', 'release']],
  ['response.recall', true, [true, false]],
  ['accountability.thirdPartyEvaluation', false, [true, false]],
];

const others = ['history', 'threshold.name', 'threshold.domain'];

function numberDefinitions(): [string, NumberDefinition][] {
  return allParameters.flatMap(({ id, definition }) =>
    definition.kind === 'number' ? [[id, definition] as [string, NumberDefinition]] : [],
  );
}

function idsWith(trait: 'whole' | 'uncertain' | 'nullable' | 'specialZero'): string[] {
  return numberDefinitions()
    .filter(([, definition]) => definition[trait])
    .map(([id]) => id);
}

describe('the registry', () => {
  it('holds exactly the parameters of the model', () => {
    const expected = [...numbers, ...choices].map(([id]) => id).concat(others);
    expect(allParameters.map(({ id }) => id as string).sort()).toEqual([...expected].sort());
  });

  it.each(numbers)('%s: %s, default %s, from %s to %s', (id, unit, standard, min, max) => {
    const definition = parameterOf(id)!.definition as NumberDefinition;
    expect(definition.kind).toBe('number');
    expect([definition.unit, definition.default, definition.min, definition.max]).toEqual([
      unit,
      standard,
      min,
      max,
    ]);
  });

  it.each(choices)('%s: default %s of %s', (id, standard, values) => {
    const definition = parameterOf(id)!.definition;
    const own = definition.kind === 'choice' ? definition.choices : [true, false];
    expect(definition).toMatchObject({ default: standard });
    expect(own).toEqual(values);
  });

  it('counts weeks and repeats in whole numbers, and nothing else', () => {
    const counted = numbers.filter(([, unit]) => unit === 'weeks' || unit === 'count').map(([id]) => id);
    expect(idsWith('whole').sort()).toEqual([...counted].sort());
  });

  it('lets every number of the world that is not in weeks be uncertain, and nothing else', () => {
    const ofWorld = numbers.filter(([id, unit]) => !id.includes('.') && unit !== 'weeks').map(([id]) => id);
    expect(idsWith('uncertain')).toEqual(ofWorld);
  });

  it('knows which numbers may be null and which have a special zero', () => {
    expect(idsWith('nullable')).toEqual([
      'threshold.leadTime.security',
      'threshold.leadTime.deployment',
      'threshold.limit',
      'protections.preparationMargin',
      'response.competitorClause',
    ]);
    expect(idsWith('specialZero')).toEqual([
      'evaluation.interval',
      'evaluation.computeMultiple',
      'response.maxPause',
      'accountability.auditInterval',
    ]);
  });

  it.each(numberDefinitions())('%s: slider, step and default fit the range', (_, definition) => {
    const { min, max, step, slider = [min, max], default: standard } = definition;
    expect(min).toBeLessThanOrEqual(slider[0]);
    expect(slider[0]).toBeLessThan(slider[1]);
    expect(slider[1]).toBeLessThanOrEqual(max);
    expect(step).toBeGreaterThan(0);
    expect((slider[1] - slider[0]) / step).toBeLessThanOrEqual(1200);
    if (standard == null) return;
    expect(standard === 0 || (standard >= slider[0] && standard <= slider[1])).toBe(true);
    expect(Math.abs(standard / step - Math.round(standard / step))).toBeLessThan(1e-9);
  });

  it.each(numberDefinitions())('%s: evidence is a range around the default', (_, definition) => {
    const { evidence, min, max, default: standard } = definition;
    if (evidence.basis === 'choice') return;
    const { low, high } = evidence;
    if (evidence.basis === 'sourced') {
      expect(evidence.central).toBe(standard);
      expect(evidence.sources.length).toBeGreaterThan(0);
    }
    if (low === undefined || high === undefined) return;
    expect(min).toBeLessThanOrEqual(low);
    expect(low).toBeLessThanOrEqual(standard!);
    expect(standard!).toBeLessThanOrEqual(high);
    expect(high).toBeLessThanOrEqual(max);
  });

  it('scales every quantity in doublings when doublings are doubled', () => {
    const scaled = (each: Parameter) =>
      ['doublings', 'doublings/year', 'doublings/√year'].includes(each.definition.unit);
    for (const parameter of allParameters.filter(({ id }) => id !== 'history')) {
      const { id, definition } = parameter;
      const special = { 'evaluation.computeMultiple': 'square', pressure: 'half' }[id as string];
      expect([id, definition.scalesAs]).toEqual([id, special ?? (scaled(parameter) ? 'doublings' : 'none')]);
    }
    expect(parameterOf('history')!.definition.scalesAs).toBe('doublings');
  });

  it.each(allParameters.map(({ id, definition, text }) => ({ id, definition, text })))(
    '$id: says what it is, and where assumptions start',
    ({ definition, text }) => {
      expect(text.label.length).toBeGreaterThan(0);
      expect(text.label.length).toBeLessThanOrEqual(40);
      expect(text.sentence).toMatch(/\.$/);
      expect(text.evidence).toMatch(/\.$/);
      expect(text.evidence.startsWith('Assumption')).toBe(definition.evidence.basis === 'assumption');
    },
  );

  it('gives every label once', () => {
    const labels = allParameters.map(({ text }) => text.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("files every policy parameter under the component its id names, with METR's question", () => {
    for (const { id, definition } of allParameters) {
      const [head = '', rest] = id.split('.');
      expect(messages.components[definition.component].question).toMatch(/\?$/);
      if (head === 'threshold' || rest === undefined) continue;
      expect(definition.component as string).toBe(head);
    }
  });
});

describe('public ids', () => {
  it('name levels by their number', () => {
    expect(parsePublicId('t2.leadTime.security')).toEqual({ id: 'threshold.leadTime.security', level: 2 });
    expect(parsePublicId('evaluation.interval')).toEqual({ id: 'evaluation.interval', level: null });
    expect(levelId('threshold.limit', 6)).toBe('t6.limit');
    expect(parameterOf('t3.limit')!.id).toBe('threshold.limit');
    expect(parameterOf('t3.limits')).toBeUndefined();
  });

  it.each([
    'threshold.limit',
    't0.limit',
    't7.limit',
    't01.limit',
    't1.',
    't1',
    'limit',
    '',
    'toString',
    '__proto__',
  ])('do not include %j', (text) => {
    expect(parsePublicId(text)).toBeNull();
  });

  it('list a scenario of two levels in the order of its file, and all can be taken apart', () => {
    const ids = publicIds(2);
    expect(ids).toHaveLength(allParameters.length + 10);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(24, 28)).toEqual(['historyShape', 't1.name', 't1.domain', 't1.danger']);
    for (const id of ids) expect(parsePublicId(id)).not.toBeNull();
  });
});
