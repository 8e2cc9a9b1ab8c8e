import { describe, expect, test } from 'vitest';
import { figureText } from '../../../src/app/policies/figures';
import {
  historyFigures,
  replayAddress,
  replayFigures,
  replayText,
  whereHistoryLies,
} from '../../../src/app/policies/replayText';
import { documentMessages } from '../../../src/messages/documentMessages';
import { MODEL_VERSION } from '../../../src/model/modelVersion';
import { decodeLink } from '../../../src/scenario/link';
import { replays } from '../../../src/scenario/replays';
import { answer } from '../chartFixtures';

const words = documentMessages.replays;

describe.each(replays)('the replay $id', (replay) => {
  const text = replayText(replay);
  const asSet = answer(text.scenario);
  const other = text.other === null ? null : answer(text.other);

  test('names figures that its result has, and shows each in both cases', () => {
    const figures = replayFigures(replay, asSet, other);
    expect(figures.map(({ path }) => path)).toEqual([replay.measure, ...replay.also]);
    for (const figure of figures) {
      expect(figure.asSet, figure.path).toMatch(/\(.+\)$/);
      expect(figure.other === null, figure.path).toBe(text.other === null);
    }
  });

  test('says where history lies, and where the two part', () => {
    expect(Object.keys(historyFigures)).toContain(replay.id);
    expect(text.differs.length).toBeGreaterThan(50);
    const path = historyFigures[replay.id];
    const says = whereHistoryLies(replay, asSet);
    if (path == null) expect(says).toBe(words.where.other);
    else expect(says).toContain(figureText(path, asSet.summary).text);
  });

  test('says in words what is set, and gives an address that opens both cases', () => {
    expect(text.settings.length).toBeGreaterThanOrEqual(Object.keys(replay.settings).length > 0 ? 1 : 0);
    expect(text.alternative.length > 0).toBe(text.other !== null);
    const address = replayAddress(text, '1');
    const decoded = decodeLink(address?.slice(1) ?? '', MODEL_VERSION);
    expect(decoded.ok && decoded.content.scenario).toEqual(text.scenario);
    expect(decoded.ok && decoded.content.compared.map(({ scenario }) => scenario)).toEqual(
      text.other === null ? [] : [text.other],
    );
  });
});

test('there are words for each replay, and for no other', () => {
  const ids = replays.map(({ id }) => id).toSorted();
  expect(Object.keys(words.differs).toSorted()).toEqual(ids);
  expect(Object.keys(historyFigures).toSorted()).toEqual(ids);
});

test("history's number is said to lie below, within or above the range", () => {
  const replay = replays.find(({ id }) => id === 'openai-pause-2026')!;
  const asSet = answer(replayText(replay).scenario);
  const at = (value: number) => whereHistoryLies({ ...replay, history: { ...replay.history, value } }, asSet);
  expect(at(-1)).toContain('below');
  expect(at(2)).toContain('within');
  expect(at(99)).toContain('above');
});
