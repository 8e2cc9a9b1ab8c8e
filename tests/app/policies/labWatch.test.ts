import { expect, test } from 'vitest';
import { figureHeads, labWatchView, parameterHeads } from '../../../src/app/policies/labWatch';
import { policyText, rowsOf } from '../../../src/app/policies/policyText';
import { documentMessages } from '../../../src/messages/documentMessages';
import { parsePublicId } from '../../../src/parameters/parameters';
import { dossierIds } from '../../../src/scenario/dossiers';
import { preset } from '../../../src/scenario/presets';
import { answer } from '../chartFixtures';

const scenario = preset('gdm-fsf-v3-1');
const view = labWatchView(scenario, answer(scenario).summary);
const { categories, reasons } = documentMessages.policies.labWatch;

test('every parameter of a policy is under one head, or under none for a reason', () => {
  const all = new Set(rowsOf(policyText('gdm-fsf-v3-1')).map(({ id }) => parsePublicId(id)?.id));
  expect(new Set(Object.keys(parameterHeads))).toEqual(all);
  for (const head of Object.values(parameterHeads)) {
    expect(Object.hasOwn(categories, head) !== Object.hasOwn(reasons, head), head).toBe(true);
  }
});

test('the page shows each of them once', () => {
  const shown = view.heads.flatMap(({ settings }) => settings.map(({ id }) => id as string));
  const outside = Object.entries(parameterHeads)
    .filter(([, head]) => Object.hasOwn(reasons, head))
    .map(([id]) => id);
  expect([...shown, ...outside].toSorted()).toEqual(Object.keys(parameterHeads).toSorted());
  expect(view.outside).toHaveLength(Object.keys(reasons).length);
});

test('every head has settings and figures, and no figure is under two', () => {
  for (const { id, settings, figures } of view.heads) {
    expect(settings.length, id).toBeGreaterThan(0);
    expect(figures.map(({ path }) => path)).toEqual(figureHeads[id]);
  }
  const paths = Object.values(figureHeads).flat();
  expect(new Set(paths).size).toBe(paths.length);
});

test('levels that differ are told one by one, with the weakest mark among them', () => {
  const settings = view.heads.flatMap((head) => head.settings);
  const of = (id: string) => settings.find((setting) => setting.id === id);
  expect(of('threshold.limit')?.value).toBe('CBRN-3: 32x, CBRN-4: no limit, AI R&D-4: 4,100x');
  expect(of('threshold.limit')?.basis).toBe('illustrative');
  expect(of('threshold.gates.training')?.value).toBe('no (all levels)');
});

test('every policy can be read so', () => {
  for (const id of dossierIds) expect(labWatchView(preset(id), null).heads, id).toHaveLength(4);
});
