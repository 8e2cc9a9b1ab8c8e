import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Session } from '../../src/app/session/session.svelte';
import { evidenceCard } from '../../src/app/settings/evidenceCard';
import { evidenceRange } from '../../src/app/settings/evidenceRange';
import { markOf, sharedMark } from '../../src/app/settings/mark';
import {
  levelSettings,
  levelWorldSettings,
  policySettings,
  settingOf,
  settingsOf,
  worldGroups,
  worldSettings,
  type Setting,
} from '../../src/app/settings/policySettings';
import { SettingState } from '../../src/app/settings/settingState.svelte';
import { originalId } from '../../src/app/settings/settingValue';
import { sourceDate } from '../../src/app/settings/sourceDate';
import { takeText } from '../../src/app/settings/takeText';
import { ascends, spreadAround, triangularText } from '../../src/app/settings/uncertainValue';
import { levelWorldInWords, worldGroupInWords, worldInWords } from '../../src/app/settings/worldInWords';
import { inlineRunner } from '../../src/engine/inlineRunner';
import type { Runner } from '../../src/engine/runner';
import {
  allParameters,
  parameterIds,
  parseValue,
  publicIds,
  type NumberDefinition,
} from '../../src/parameters/parameters';
import { preset, presetIds } from '../../src/scenario/presets';
import { withWorld } from '../support/changes';

const runners: Runner[] = [];

function newSession(): Session {
  const runner = inlineRunner();
  runners.push(runner);
  return new Session(runner);
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

function stateOf(session: Session, setting: Setting): SettingState {
  return new SettingState(
    () => session,
    () => setting,
  );
}

describe('where settings are', () => {
  test('every parameter is offered once: with the policy, a level or the world; a record is only told', () => {
    const offered = [
      ...Object.values(policySettings).flatMap(({ main, more }) => [...main, ...more]),
      ...Object.values(worldSettings).flat(),
      ...levelSettings,
      ...levelWorldSettings,
    ];
    expect(offered.toSorted()).toEqual(parameterIds.filter((id) => id !== 'history').toSorted());
  });

  test.each(presetIds)('of %s have the public ids of the scenario', (id) => {
    const levels = preset(id).thresholds.length;
    const numbers = Array.from({ length: levels }, (_, k) => k + 1);
    const shown = [
      ...settingsOf([...Object.values(worldSettings).flat()], 0),
      ...settingsOf(
        Object.values(policySettings).flatMap(({ main, more }) => [...main, ...more]),
        0,
      ),
      ...numbers.flatMap((level) =>
        [...levelSettings, ...levelWorldSettings].map((each) => settingOf(each, level)),
      ),
    ].map(({ publicId }) => publicId);
    expect(shown.toSorted()).toEqual(
      publicIds(levels)
        .filter((each) => each !== 'history')
        .toSorted(),
    );
  });

  test('of a scenario whose levels were renumbered are found in the one it came from', () => {
    expect(originalId('growth', [])).toBe('growth');
    expect(originalId('t1.limit', [1, null, 2])).toBe('t2.limit');
    expect(originalId('t2.gates.release', [1, null, 2])).toBeNull();
    expect(originalId('t3.name', [1, null, 2])).toBe('t3.name');
  });
});

describe('the state of a setting', () => {
  test('follows its value, and keeps the original', () => {
    const session = newSession();
    const state = stateOf(session, settingOf('limits.safetyBuffer', null));
    expect([state.value, state.original, state.mark, state.canReset]).toEqual([
      2.585,
      2.585,
      'choice',
      false,
    ]);
    session.set('limits.safetyBuffer', '1');
    expect([state.value, state.original, state.originalWords]).toEqual([1, 2.585, '6x']);
    expect([state.mark, state.canReset]).toEqual(['yours', true]);
    session.reset(state.id);
    expect([state.value, state.mark]).toEqual([2.585, 'choice']);
  });

  test('finds its original after a level above it is gone', () => {
    const session = newSession();
    session.choosePreset('anthropic-rsp-v1');
    session.removeLevel(1);
    const state = stateOf(session, settingOf('threshold.limit', 1));
    expect([state.label, state.value, state.original, state.idBefore]).toEqual([
      'Limit of CBRN-4',
      10,
      10,
      't2.limit',
    ]);
    expect(state.mark).toBe('illustrative');
    session.set('t1.limit', '9');
    expect([state.original, state.originalWords, state.canReset]).toEqual([10, '1,000x', true]);
  });

  test('of a new level has no original and no way back', () => {
    const session = newSession();
    session.addLevel();
    const state = stateOf(session, settingOf('threshold.limit', 4));
    expect([state.original, state.originalWords, state.canReset, state.mark]).toEqual([
      undefined,
      '',
      false,
      'yours',
    ]);
  });
});

describe('marks', () => {
  const buffer = settingOf('limits.safetyBuffer', null);
  test('say how sure a value is', () => {
    expect(markOf(buffer, false, null)).toBe('choice');
    expect(markOf(settingOf('growth', null), false, null)).toBe('sourced');
    expect(markOf(buffer, false, { basis: 'inferred' })).toBe('inferred');
    expect(markOf(buffer, true, { basis: 'stated' })).toBe('yours');
    expect(markOf(settingOf('pressure', null), false, null)).toBe('assumption');
    expect(markOf(settingOf('response.recall', null), false, null)).toBe('choice');
  });

  test('shared by several settings warn first', () => {
    expect(sharedMark(['stated', 'inferred', 'stated'])).toBe('inferred');
    expect(sharedMark(['stated', 'yours', 'illustrative'])).toBe('yours');
    expect(sharedMark(['illustrative', 'choice'])).toBe('illustrative');
  });
});

describe('a card', () => {
  const cardOf = (session: Session, setting: Setting) =>
    evidenceCard(setting, session.scenario, session.original, stateOf(session, setting).idBefore);

  test('says what is known, where the value lies in it, and who says so', () => {
    const card = cardOf(newSession(), settingOf('growth', null));
    expect(card.known[0]).toBe(
      'What is known: 7.5x a year to 26x a year, with 13x a year as the central value. Now 13x a year, within it.',
    );
    expect(card.sources.map(({ by }) => by)).toEqual(['Epoch AI, May 2024', 'Ho et al., March 2024']);
    expect(card.machine).toBe('For links and the command line: growth=3.75 (doublings a year).');
    expect(card.own).toEqual([]);
  });

  test('says where a policy states a value, once with its source', () => {
    const session = newSession();
    session.choosePreset('anthropic-rsp-v1');
    const card = cardOf(session, settingOf('limits.safetyBuffer', null));
    expect(card.own[0]).toMatch(/ states this \(pp\. 11-13\)\.$/);
    expect(card.sources.map(({ url }) => url)).toEqual([expect.stringMatching(/^https:/)]);
    session.set('limits.safetyBuffer', '5');
    expect(cardOf(session, settingOf('limits.safetyBuffer', null))).toMatchObject({
      known: ['A choice, which no fact decides.', expect.anything()],
      own: [card.own[0], card.own[1], expect.stringMatching(/^Changed by you; .* has 6x\.$/)],
    });
  });

  test('says so where nothing was measured, or nothing can be', () => {
    const session = newSession();
    expect(cardOf(session, settingOf('pressure', null)).known[0]).toBe(
      'No measurement exists: this is an assumption.',
    );
    const spread = cardOf(session, settingOf('leadTimeSpread', null));
    expect(spread.known[0]).toBe(
      'No measurement exists: this is an assumption. Worth trying: 1.3x to 2.7x. Now 1.8x, within it.',
    );
    expect(cardOf(session, settingOf('response.recall', null)).known[0]).toBe(
      'A choice, which no fact decides.',
    );
    session.addLevel();
    expect(cardOf(session, settingOf('threshold.limit', 4)).own).toEqual(['Part of a level that you added.']);
  });

  test('places low, central, high and the present value in order, inside its picture', () => {
    const session = newSession();
    for (const [id, text] of [
      ['growth', '0'],
      ['growth', '15'],
      ['growth', '1/4/9'],
      ['evaluation.interval', '104'],
      ['elicitationGap', '-2'],
      ['assessorBias', '0.5'],
    ] as const) {
      expect(session.set(id, text)).toEqual([]);
      const { picture } = cardOf(session, settingOf(id, null));
      const { low, central, high, present } = picture!;
      expect(low).toBeLessThan(high);
      if (central !== null)
        expect([low, central, high]).toEqual([low, central, high].toSorted((a, b) => a - b));
      for (const place of [low, high, present!.from, present!.to]) {
        expect(place).toBeGreaterThanOrEqual(0.07);
        expect(place).toBeLessThanOrEqual(0.93);
      }
      expect(present!.from).toBeLessThanOrEqual(present!.to);
    }
  });

  test.each(presetIds)('of every setting of %s can be read', (id) => {
    const session = newSession();
    session.choosePreset(id);
    const levels = session.scenario.thresholds.length;
    for (const publicId of publicIds(levels).filter((each) => each !== 'history')) {
      const [, number] = /^t(\d)\./.exec(publicId) ?? [];
      const parameter = allParameters.find((each) => publicId.replace(/^t\d\./, 'threshold.') === each.id)!;
      const card = cardOf(session, {
        publicId,
        parameter,
        level: number === undefined ? null : Number(number),
      });
      const { basis } = parameter.definition.evidence;
      const lead = { sourced: /^What is known: /, assumption: /^No measurement exists/, choice: /^A choice/ }[
        basis
      ];
      expect(card.known[0], publicId).toMatch(lead);
      if (basis === 'sourced') expect(card.sources.length, publicId).toBeGreaterThan(0);
      for (const line of [...card.known, ...card.own, card.machine])
        expect(line).not.toMatch(/undefined|NaN|\[obj/);
    }
  });
});

test.each([
  ['2024', '2024'],
  ['2023-12', 'December 2023'],
  ['2023-09-26', '26 September 2023'],
  [null, 'undated'],
])('a source of %s is dated %j', (date, text) => {
  expect(sourceDate(date)).toBe(text);
});

describe('numbers that differ from future to future', () => {
  const uncertain = allParameters.flatMap(({ id, definition }): [string, NumberDefinition][] =>
    definition.kind === 'number' && definition.uncertain === true ? [[id, definition]] : [],
  );

  test('start around the present value, as far as the evidence goes, and are always valid', () => {
    expect(spreadAround(3.75, uncertain.find(([id]) => id === 'growth')![1])).toEqual({
      low: 2.9,
      mode: 3.75,
      high: 4.7,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...uncertain),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([id, definition], at) => {
          const mode = definition.min + at * (definition.max - definition.min);
          const spread = spreadAround(mode, definition);
          expect(ascends(spread)).toBe(true);
          expect(spread.low).toBeLessThan(spread.high);
          expect(parseValue(id, triangularText(spread))).toEqual({ ok: true, value: spread });
          const range = evidenceRange(definition);
          if (range !== null)
            expect(spread).toMatchObject({
              low: Math.min(range.low, mode),
              high: Math.max(range.high, mode),
            });
        },
      ),
    );
  });

  test('go through the session as text and back', () => {
    const session = newSession();
    expect(session.set('growth', triangularText({ low: 2.9, mode: 3.75, high: 4.7 }))).toEqual([]);
    expect(session.scenario.world.growth).toEqual({ low: 2.9, mode: 3.75, high: 4.7 });
    expect(stateOf(session, settingOf('growth', null)).isChanged).toBe(true);
    expect(worldInWords(session.scenario)).toMatch(/^7\.5x a year to 26x a year, /);
    expect(ascends({ low: 1, mode: 3, high: 2 })).toBe(false);
  });
});

describe('names of levels', () => {
  test('are taken up where they are whole and unique, and refused in words', () => {
    const session = newSession();
    expect(takeText(session, 't1.name', 'Biology')).toBeNull();
    expect(session.scenario.thresholds[0]!.name).toBe('Biology');
    expect(takeText(session, 't1.name', 'CBRN-4')).toBe('Another level is called CBRN-4.');
    expect(takeText(session, 't1.name', '')).toBe('Enter 1 to 40 characters.');
    expect(takeText(session, 't1.name', 'x'.repeat(41))).toBe('Enter 1 to 40 characters.');
    expect(session.scenario.thresholds[0]!.name).toBe('Biology');
    expect(takeText(session, 't2.domain', 'cbrn')).toBeNull();
    expect(takeText(session, 't2.domain', ' ')).toBe('Enter 1 to 40 characters.');
  });
});

describe('the world in words', () => {
  test('says what matters most', () => {
    expect(worldInWords(preset('baseline'))).toBe('13x a year, reads 2x too low, rival 1.4x behind');
    const other = withWorld(preset('baseline'), {
      rivalLead: { low: 0, mode: 1, high: 2 },
      elicitationGap: 0,
    });
    expect(worldInWords(other)).toBe('13x a year, reads true, rival 2x ahead');
  });

  test('says each group', () => {
    const scenario = preset('baseline');
    expect(worldGroups.map((group) => worldGroupInWords(scenario, group))).toEqual([
      '13x a year, 20% in jumps',
      'every 12 weeks, 6 weeks old',
      'reads 2x too low, danger within 1.4x',
      '5% fail at once',
      '1.4x behind, 13x a year',
      '5 years',
    ]);
    expect(worldGroupInWords(preset('metr-time-horizon-replay'), 'growth')).toBe(
      'on record for 37 months, 7.1x a year',
    );
  });

  test('says each level', () => {
    const scenario = preset('baseline');
    const [level] = scenario.thresholds;
    expect(levelWorldInWords(level!, scenario)).toBe('danger at 32x, security 1 year, safeguards 4 months');
    expect(levelWorldInWords({ ...level!, protectedAtStart: true }, scenario)).toBe(
      'danger at 32x, protected from the start',
    );
    expect(levelWorldInWords({ ...level!, leadTime: { security: null, deployment: 4 } }, scenario)).toBe(
      'danger at 32x, security no way known, safeguards 4 weeks',
    );
  });
});
