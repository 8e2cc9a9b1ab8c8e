import { describe, expect, test } from 'vitest';
import {
  isPolicyId,
  nameBeside,
  policyList,
  previousOf,
  statusOf,
} from '../../../src/app/policies/policyList';
import { policyText, rowsOf } from '../../../src/app/policies/policyText';
import { sideBySide } from '../../../src/app/policies/sideBySide';
import { allParameters } from '../../../src/parameters/parameters';
import { dossierIds } from '../../../src/scenario/dossiers';
import { isPublished, preset, presetIds } from '../../../src/scenario/presets';
import { scenarioDifference } from '../../../src/scenario/difference';

const VALUES = 35;

test('every published policy has a page, and the list shows each page once', () => {
  for (const id of presetIds.filter(isPublished)) expect(isPolicyId(id), id).toBe(true);
  const listed = policyList().flatMap(({ policies }) => policies.map(({ id }) => id));
  expect(listed.toSorted()).toEqual([...dossierIds].toSorted());
});

test("every lab's text says whether it is in force; METR's own and made-up ones are nobody's", () => {
  for (const id of dossierIds) {
    const { lab } = preset(id).document ?? {};
    const isOfLab = lab !== undefined && lab !== 'METR';
    expect(statusOf(preset(id)) !== '', id).toBe(isOfLab);
  }
});

describe.each(dossierIds)('the page on %s', (id) => {
  const text = policyText(id);
  const rows = rowsOf(text);

  test('gives each of the 35 values of the policy once, with mark, reason and source', () => {
    expect(rows).toHaveLength(VALUES);
    expect(new Set(rows.map((row) => row.id)).size).toBe(VALUES);
    for (const row of rows) {
      expect(['stated', 'inferred', 'illustrative'], row.id).toContain(row.basis);
      for (const words of [row.value, row.label, row.note]) expect(words.trim(), row.id).not.toBe('');
      expect(row.source.url, row.id).toMatch(/^https:\/\//);
      expect(row.source.readingText, row.id).not.toBe('');
    }
    const { stated, inferred, illustrative } = text.counts;
    expect(stated + inferred + illustrative).toBe(VALUES);
  });

  test('leaves out no parameter of the policy', () => {
    const component = /^(limits|protections|evaluation|response|accountability)\./;
    const shown = new Set(rows.map((row) => row.id));
    for (const { id: parameter } of allParameters.filter((each) => component.test(each.id))) {
      expect(shown, parameter).toContain(parameter);
    }
  });

  test('says each of the five components in words, with a source that is listed', () => {
    expect(text.components).toHaveLength(5);
    for (const component of text.components) {
      expect(component.says.length, component.id).toBeGreaterThan(isPublished(id) ? 40 : 0);
      expect(text.sources, component.id).toContainEqual(component.source);
    }
  });

  test('says of each level what it is about', () => {
    const levels = text.components.flatMap((component) => component.levels);
    expect(levels.map(({ name }) => name)).toEqual(preset(id).thresholds.map(({ name }) => name));
    for (const { meaning, name } of levels) expect(meaning, name).not.toBeNull();
  });

  test('says what changed where there is a version before, and nothing else', () => {
    expect(text.changes.length > 0).toBe(previousOf(id) !== null);
  });
});

describe('side by side', () => {
  test('what differs is what the presets differ in, and all else is the same', () => {
    for (const id of dossierIds) {
      const previous = previousOf(id) ?? 'no-policy';
      const pair = sideBySide(previous, id);
      const ids = new Set(
        scenarioDifference(preset(previous), preset(id)).parameters.map((parameter) => parameter.id),
      );
      const differing = pair.flatMap((each) => each.differing.map((row) => row.id));
      expect(differing.toSorted(), id).toEqual([...ids].toSorted());
      const same = pair.flatMap((each) => each.same);
      expect(differing.length + same.length).toBe(VALUES);
      for (const row of same) expect(row.a.value, row.id).toBe(row.b.value);
      for (const row of pair.flatMap((each) => each.differing)) {
        expect(row.a.value, `${id} ${row.id}`).not.toBe(row.b.value);
      }
    }
  });

  test('a policy beside itself differs in nothing', () => {
    expect(sideBySide('gdm-fsf-v1', 'gdm-fsf-v1').flatMap(({ differing }) => differing)).toEqual([]);
  });

  test('versions of one lab are called by their versions, others by their titles', () => {
    expect(nameBeside('anthropic-rsp-v1', 'anthropic-rsp-v2-2')).toBe('version 1.0');
    expect(nameBeside('openai-preparedness-beta', 'openai-preparedness-v2')).toBe('Beta');
    expect(nameBeside('gdm-fsf-v1', 'anthropic-rsp-v1')).toBe(preset('gdm-fsf-v1').title);
    expect(nameBeside('no-policy', 'weak-policy')).toBe('No policy');
  });
});
