/** Scenarios at the ends of every input: each alone, and many at once. The same ones on every machine. */
import type { TriedScenario } from '../../src/app/method/modelCheck';
import { mix32, stringHash32 } from '../../src/numbers/hash';
import { parameterOf, publicIds, thresholdCount } from '../../src/parameters/parameters';
import { parsePublicId, scenarioKeys } from '../../src/parameters/publicId';
import { decodeScenario } from '../../src/scenario/decode';
import { isSameValue } from '../../src/scenario/levels';
import { valueAt, withValueAt } from '../../src/scenario/path';
import { preset, type PresetId } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

/** A scenario of the check, and how to make it again. */
export interface Input {
  readonly tried: TriedScenario;
  readonly scenario: Scenario;
}

/** Presets far apart: the plain one, the strictest, one that binds only while the lab leads, and a recorded path. */
export const basePresets = [
  'baseline',
  'metr-ideal',
  'anthropic-rsp-v3-4',
  'metr-time-horizon-replay',
] as const satisfies readonly PresetId[];

/** The ends of a parameter's range, its special values, and all of the range at once where a run may draw from it. */
function extremesOf(id: string): readonly unknown[] {
  const definition = parameterOf(id)?.definition;
  switch (definition?.kind) {
    case 'number': {
      const { min, max, nullable, specialZero, uncertain } = definition;
      const ends = specialZero && min > 0 ? [0, min, max] : [min, max];
      const whole = uncertain ? [{ low: min, mode: (min + max) / 2, high: max }] : [];
      return [...ends, ...whole, ...(nullable ? [null] : [])];
    }
    case 'choice':
      return definition.choices;
    case 'flag':
      return [true, false];
    case 'text':
    case 'history':
      return [];
    case undefined:
      throw new Error(`no parameter ${id}`);
  }
}

function keysOf(id: string): (string | number)[] {
  const parsed = parsePublicId(id);
  if (parsed === null) throw new Error(`no parameter ${id}`);
  return scenarioKeys(parsed);
}

/** Values and levels of a preset that is no longer what its file says. */
function changedFrom(id: PresetId, change: (scenario: Scenario) => Scenario): Scenario {
  return change({ ...preset(id), provenance: {} });
}

function withLevels(scenario: Scenario, levels: number): Scenario {
  const all = Array.from({ length: levels }, (_, k) => {
    const like = scenario.thresholds[k % scenario.thresholds.length];
    if (like === undefined) throw new Error('a scenario without levels');
    return { ...like, name: `Level ${k + 1}` };
  });
  return { ...scenario, thresholds: all };
}

/** Names a scenario for whoever makes it again: `baseline growth=15`, `baseline levels=6`, `baseline corner=7`. */
export function nameOf({ preset: id, change }: TriedScenario): string {
  if (change === null) return id;
  const [what, value] = 'parameter' in change ? [change.parameter, change.value] : Object.entries(change)[0]!;
  return `${id} ${what}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/** Every preset with one parameter at one of its extremes, and with the fewest and the most levels. */
export function singleExtremes(): readonly Input[] {
  return basePresets.flatMap((id) => {
    const { thresholds } = preset(id);
    const ofParameters = publicIds(thresholds.length).flatMap((parameter) => {
      const keys = keysOf(parameter);
      return extremesOf(parameter)
        .filter((value) => !isSameValue(value, valueAt(preset(id), keys)))
        .map((value) => ({
          tried: { preset: id, change: { parameter, value } },
          scenario: changedFrom(id, (scenario) => withValueAt(scenario, keys, value)),
        }));
    });
    const ofLevels = [thresholdCount.min, thresholdCount.max].map((levels) => ({
      tried: { preset: id, change: { levels } },
      scenario: changedFrom(id, (scenario) => withLevels(scenario, levels)),
    }));
    return [...ofParameters, ...ofLevels].map(checked);
  });
}

function checked(input: Input): Input {
  const decoded = decodeScenario(input.scenario);
  if (!decoded.ok) throw new Error(`${nameOf(input.tried)}: ${JSON.stringify(decoded.issues)}`);
  return input;
}

/** A preset with a third of its parameters as they are and the others at extremes, by number. */
function corner(id: PresetId, number: number): Input {
  const scenario = changedFrom(id, (start) =>
    publicIds(start.thresholds.length).reduce((scenario, parameter) => {
      const extremes = extremesOf(parameter);
      const hash = mix32(stringHash32(`${id} ${number} ${parameter}`)) >>> 0;
      if (extremes.length === 0 || hash % 3 === 0) return scenario;
      return withValueAt(scenario, keysOf(parameter), extremes[Math.floor(hash / 3) % extremes.length]);
    }, start),
  );
  return { tried: { preset: id, change: { corner: number } }, scenario };
}

/** The first `count` corners that are scenarios: a level protected from the start has a lead time. */
export function corners(count: number): readonly Input[] {
  const found: Input[] = [];
  for (let number = 1; found.length < count; number++) {
    for (const id of basePresets) {
      const input = corner(id, number);
      if (decodeScenario(input.scenario).ok) found.push(input);
    }
  }
  return found.slice(0, count);
}
