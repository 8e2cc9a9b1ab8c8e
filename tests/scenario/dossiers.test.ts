import { describe, expect, it, test } from 'vitest';
import { components, dossierIds, dossierOf } from '../../src/scenario/dossiers';
import { isPublished, preset, presetIds } from '../../src/scenario/presets';

test('every published policy has a dossier, and so have the contrasts', () => {
  const expected = [...presetIds.filter(isPublished), 'weak-policy', 'no-policy'];
  expect([...dossierIds].sort()).toEqual([...expected].sort());
  expect(dossierOf('baseline')).toBeNull();
  expect(dossierOf('toString')).toBeNull();
});

describe.each([...dossierIds])('the dossier of %s', (id) => {
  const dossier = dossierOf(id)!;
  const sentences = [
    ...components.map((component) => dossier.components[component].text),
    ...dossier.notModelled,
    ...dossier.changes.map(({ text }) => text),
  ];

  it('is in whole sentences of our own, without quotations', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      expect(sentence).not.toMatch(/["“”]/);
    }
  });

  it('says what changed where, and only where, there is a version before', () => {
    const hasBefore = typeof preset(id).document?.previous === 'string';
    expect(dossier.changes.length > 0).toBe(hasBefore);
  });

  it('says what the model leaves out of a text', () => {
    if (isPublished(id)) expect(dossier.notModelled.length).toBeGreaterThan(0);
  });
});
