import { expect, test } from 'vitest';
import {
  firstPauseLabel,
  flagLabels,
  levelLabels,
  measureLabels,
  outcomeLabels,
} from '../../src/results/labels';

test.each([
  ['outcomes', outcomeLabels],
  ['flags', flagLabels],
  ['measures', { ...measureLabels, firstPauseWeek: firstPauseLabel }],
  ['levels', levelLabels],
])('%s have short labels of their own and whole sentences', (_, labels) => {
  const texts = Object.values(labels);
  expect(new Set(texts.map(({ label }) => label)).size).toBe(texts.length);
  for (const { label, sentence } of texts) {
    expect(label).toMatch(/^[A-Z][a-z ]{2,21}$/);
    expect(sentence).toMatch(/^[A-Z].*[^.]\.$/);
  }
});
