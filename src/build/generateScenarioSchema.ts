import { toJsonSchema } from '@valibot/to-json-schema';
import { messages } from '../messages/messages';
import { parameterOf, type Parameter } from '../parameters/parameters';
import { scenarioSchema } from '../scenario/schema';
import type { GeneratedFile } from './generatedFile';

/** What an editor shows about a parameter; `unit` is a word of ours, which validators pass over. */
function annotations({ definition, text }: Parameter): Record<string, unknown> {
  const notes = [text.sentence];
  if (text.zero !== undefined) notes.push(`0: ${text.zero}.`);
  if (text.null !== undefined) notes.push(`null: ${text.null}.`);
  for (const [choice, meaning] of Object.entries(text.choices ?? {})) notes.push(`${choice}: ${meaning}.`);
  return {
    title: text.label,
    description: notes.join(' '),
    unit: definition.unit,
    ...('default' in definition ? { default: definition.default } : {}),
  };
}

function describedKeys(properties: object): Record<string, unknown> {
  const descriptions: Readonly<Record<string, string>> = messages.scenarioKeys;
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const description = descriptions[key];
      return [key, description === undefined ? schema : { ...(schema as object), description }];
    }),
  );
}

/** The JSON Schema of a scenario file, for editors, from the schema that decoding uses. */
export function generateScenarioSchema(): GeneratedFile[] {
  const { $schema, properties, ...rest } = toJsonSchema(scenarioSchema(), {
    // Rules that JSON Schema cannot say; decoding checks them.
    ignoreActions: ['check'],
    overrideAction: ({ jsonSchema }) => {
      const { parameter: id, ...own } = jsonSchema as { readonly parameter?: string };
      const parameter = id === undefined ? undefined : parameterOf(id);
      return parameter === undefined ? undefined : { ...own, ...annotations(parameter) };
    },
  });
  const file = {
    $schema,
    title: 'Scenario of the RSP Simulator',
    ...rest,
    properties: describedKeys(properties ?? {}),
  };
  return [{ path: 'public/scenario.schema.json', text: `${JSON.stringify(file, null, 2)}\n` }];
}
