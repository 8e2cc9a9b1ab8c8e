import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelCheck } from '../modelCheck/report';

test('the report of the model check is what the model gives, to the last byte', () => {
  const text = readFileSync(new URL('../../src/app/method/modelCheck.json', import.meta.url), 'utf8');
  expect(`${JSON.stringify(modelCheck(), null, 2)}\n`).toBe(text);
});
