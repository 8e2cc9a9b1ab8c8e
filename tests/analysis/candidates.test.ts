import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesOf, type CandidateValue } from '../../src/analysis/candidates';
import { policySettings, valueOf } from '../../src/analysis/policySettings';
import { parameterOf, parseValue, policyComponents } from '../../src/parameters/parameters';
import { textOfValue } from '../../src/parameters/parseValue';
import { doublingsOf, sliderStops } from '../../src/parameters/stops';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, presetIds } from '../../src/scenario/presets';
import { arbitraryValue } from '../support/arbitraryScenario';

const settings = policySettings(6);

test('the settings of a policy are those of the five components, and of each level its limit and gates', () => {
  expect(policySettings(2).map(({ publicId, component }) => `${component}: ${publicId}`)).toEqual([
    'limits: t1.limit',
    'limits: t1.gates.training',
    'limits: t1.gates.internalUse',
    'limits: t1.gates.release',
    'limits: t2.limit',
    'limits: t2.gates.training',
    'limits: t2.gates.internalUse',
    'limits: t2.gates.release',
    'limits: limits.safetyBuffer',
    'limits: limits.atAlert',
    'protections: protections.preparationMargin',
    'protections: protections.buildSpeed',
    'evaluation: evaluation.interval',
    'evaluation: evaluation.computeMultiple',
    'evaluation: evaluation.preDeployment',
    'evaluation: evaluation.duration',
    'evaluation: evaluation.noise',
    'evaluation: evaluation.repeats',
    'response: response.training',
    'response: response.internalUse',
    'response: response.release',
    'response: response.recall',
    'response: response.delay',
    'response: response.maxPause',
    'response: response.pauseSpeedup',
    'response: response.competitorClause',
    'accountability: accountability.thirdPartyEvaluation',
    'accountability: accountability.auditInterval',
    'accountability: accountability.auditPower',
    'accountability: accountability.noticePeriod',
    'accountability: accountability.oversightVeto',
  ]);
  expect(new Set(settings.map(({ component }) => component))).toEqual(new Set(policyComponents));
});

test.each<[string, CandidateValue, readonly CandidateValue[]]>([
  // By the number of stops; of two as near the lower one first.
  ['evaluation.interval', 13, [12, 14, 11, 15, 10, 16]],
  ['limits.safetyBuffer', 2.585, [doublingsOf(5.5), doublingsOf(6.5), doublingsOf(5), doublingsOf(7)]],
  // From the slider's end on, there are stops on one side only.
  ['response.delay', 0, [1, 2, 3]],
  ['response.delay', 1, [0, 2, 3]],
  // Between two stops, and beyond the slider.
  ['protections.preparationMargin', 30, [doublingsOf(250), doublingsOf(220)]],
  ['evaluation.interval', 200, [104, 103]],
  // "Never" lies beyond the longest interval, "no limit" beyond the highest, "always binding" below the least lead.
  ['evaluation.interval', 0, [104, 103, 102]],
  ['response.maxPause', 0, [156, 155]],
  ['t2.limit', null, [doublingsOf(1e9), doublingsOf(9e8)]],
  ['response.competitorClause', null, [-3.943, -3.837]],
  ['response.training', 'pause', ['continue']],
  ['t1.gates.release', false, [true]],
])('instead of %s %s', (publicId, present, first) => {
  expect(candidatesOf(publicId, present).slice(0, first.length)).toEqual(first);
});

test('special values come after all others', () => {
  expect(candidatesOf('evaluation.interval', 2).slice(-2)).toEqual([104, 0]);
  expect(candidatesOf('t1.limit', 5).at(-1)).toBeNull();
  expect(candidatesOf('evaluation.interval', 2).indexOf(0)).toBe(104 - 1);
  // A zero without a meaning of its own is a number like any other.
  expect(candidatesOf('accountability.noticePeriod', 2).slice(0, 4)).toEqual([1, 3, 0, 4]);
});

test('a grid is the slider’s stops and the special values, each once, by distance, and all of them valid', () => {
  for (const { publicId, id } of settings) {
    const definition = parameterOf(publicId)!.definition;
    fc.assert(
      fc.property(arbitraryValue(id), (value) => {
        const present = value as CandidateValue;
        const values = candidatesOf(publicId, present);
        expect(new Set(values).size).toBe(values.length);
        expect(values).not.toContain(present);
        for (const each of values) expect(parseValue(publicId, textOfValue(each)).ok).toBe(true);
        if (definition.kind !== 'number') {
          expect(values.length).toBe(definition.kind === 'choice' ? definition.choices.length - 1 : 1);
          return;
        }
        const isSpecial = (each: CandidateValue): boolean =>
          each === null || (each === 0 && definition.specialZero === true);
        const ordinary = values.filter((each) => !isSpecial(each)) as number[];
        const stops = sliderStops(definition, isSpecial(present) ? null : (present as number)).filter(
          (stop) => !isSpecial(stop) && stop !== present,
        );
        expect(ordinary.toSorted((a, b) => a - b)).toEqual(stops);
        expect(values.slice(ordinary.length).every(isSpecial)).toBe(true);
        if (isSpecial(present)) return;
        const distance = (stop: number): number =>
          stops.filter((each) =>
            stop < Number(present)
              ? each >= stop && each < Number(present)
              : each <= stop && each > Number(present),
          ).length;
        ordinary.slice(1).forEach((stop, k) => {
          const before = ordinary[k]!;
          const further = distance(stop) - distance(before);
          expect(further > 0 || (further === 0 && before < stop), `${publicId} ${present}: ${stop}`).toBe(
            true,
          );
        });
      }),
      { numRuns: 12 },
    );
  }
});

test('every candidate makes a whole scenario', () => {
  for (const id of presetIds.slice(0, 6)) {
    const scenario = preset(id);
    for (const { publicId } of policySettings(scenario.thresholds.length)) {
      const values = candidatesOf(publicId, valueOf(scenario, publicId) as CandidateValue);
      for (const value of [values[0]!, values[Math.floor(values.length / 2)]!, values.at(-1)!]) {
        const applied = applySettings(scenario, [{ id: publicId, text: textOfValue(value) }]);
        expect(applied.ok && valueOf(applied.scenario, publicId), publicId).toEqual(value);
      }
    }
  }
});

test('what has no grid, and what is no parameter, is refused', () => {
  expect(() => candidatesOf('t1.name', 'a')).toThrow(TypeError);
  expect(() => candidatesOf('no.such', 1)).toThrow('No parameter no.such');
  expect(() => valueOf(preset('baseline'), 't6.limit')).toThrow('baseline has no t6.limit');
});
