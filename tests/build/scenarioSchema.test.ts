import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateScenarioSchema } from '../../src/build/generateScenarioSchema';
import { allParameters, parsePublicId } from '../../src/parameters/parameters';
import { scenarioKeys } from '../../src/parameters/publicId';
import { presetIds } from '../../src/scenario/presets';
import { readdirSync } from 'node:fs';

interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
}

const [file] = generateScenarioSchema();
const schema = JSON.parse(file!.text) as JsonSchema;

/** Every object of the schema that has named properties. */
function objects(part: unknown): JsonSchema[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'properties' in part && !Array.isArray(part) ? [part as JsonSchema] : [];
  return [...own, ...Object.values(part).flatMap(objects)];
}

describe('the JSON Schema of a scenario', () => {
  it('is fresh', () => {
    expect(readFileSync(new URL(`../../${file!.path}`, import.meta.url), 'utf8')).toBe(file!.text);
  });

  it.each(allParameters.map(({ id, definition, text }) => ({ id, definition, text })))(
    'describes $id with its unit and default',
    ({ id, definition, text }) => {
      const publicId = id.replace('threshold.', 't1.');
      let part: JsonSchema | undefined = schema;
      for (const key of scenarioKeys(parsePublicId(publicId)!)) {
        part = typeof key === 'number' ? part?.items : part?.properties?.[key];
      }
      expect(part).toMatchObject({ title: text.label, unit: definition.unit });
      expect(part?.description).toContain(text.sentence);
      expect(part?.default).toEqual('default' in definition ? definition.default : undefined);
    },
  );

  it('says for every object which keys it has, and allows no other', () => {
    const found = objects(schema);
    expect(found.length).toBeGreaterThan(10);
    for (const each of found) expect(each.additionalProperties).toBe(false);
  });

  it('requires all but what a file may leave out', () => {
    const optional = objects(schema).flatMap(({ properties = {}, required = [] }) =>
      Object.keys(properties).filter((key) => !required.includes(key)),
    );
    expect(optional.sort()).toEqual(
      [
        '$schema',
        'caveats',
        'document',
        'history',
        'historyShape',
        'note',
        'notModelled',
        'place',
        'provenance',
        'quote',
        'source',
        'startDate',
      ].sort(),
    );
  });

  it('describes every key at the top', () => {
    for (const [key, part] of Object.entries(schema.properties ?? {})) {
      expect(key === '$schema' || part.description !== undefined, key).toBe(true);
    }
  });

  it('is named by every preset', () => {
    const folder = new URL('../../scenarios/', import.meta.url);
    for (const id of presetIds) {
      const text = readFileSync(new URL(`${id}.json`, folder), 'utf8');
      const { $schema } = JSON.parse(text) as { $schema: string };
      expect(readdirSync(new URL('./', new URL($schema, folder)))).toContain('scenario.schema.json');
    }
  });
});
