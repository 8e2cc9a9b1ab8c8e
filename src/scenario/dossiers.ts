/** What each policy says in plain words, what the model cannot say of it, and what its text changed. */
import * as v from 'valibot';
import file from '../../scenarios/dossiers.json';
import { messages } from '../messages/messages';
import { lineOfText } from '../parameters/valueSchema';
import type { PresetId } from './presets';
import type { Policy } from './scenario';
import { shapeIssues } from './shapeIssues';
import { sourceIds } from './sources';

/** One of METR's five components. */
export type Component = keyof Policy;
export const components = [
  'limits',
  'protections',
  'evaluation',
  'response',
  'accountability',
] as const satisfies Component[];

/** A sentence or two about a text, in our words. */
export interface Statement {
  readonly text: string;
  /** An id of scenarios/sources.json. */
  readonly source: string;
  /** Where in the source. */
  readonly place?: string;
}

export interface Dossier {
  /** What the policy says on each component, for readers who have never heard of such policies. */
  readonly components: Readonly<Record<Component, Statement>>;
  /** What the model cannot express. */
  readonly notModelled: readonly string[];
  /** What changed in the text since the version before; empty where there is none. */
  readonly changes: readonly Statement[];
}

const { issues } = messages;
const line = lineOfText(1000, issues.text(1000));
const statement = v.strictObject(
  {
    text: line,
    source: v.picklist(sourceIds, issues.knownSource([])),
    place: v.exactOptional(line),
  },
  issues.objectWithKeys(['text', 'source', 'place']),
);
const dossier = v.strictObject(
  {
    components: v.strictObject(
      {
        limits: statement,
        protections: statement,
        evaluation: statement,
        response: statement,
        accountability: statement,
      },
      issues.objectWithKeys([...components]),
    ),
    notModelled: v.array(line, issues.textList(40, 1000)),
    changes: v.array(statement, issues.textList(40, 1000)),
  },
  issues.objectWithKeys(['components', 'notModelled', 'changes']),
);
const dossiersSchema = v.record(v.string(), dossier, issues.object);

/** The dossiers in a file; throws where it is broken, with every issue. */
function decoded(input: unknown): Readonly<Record<string, Dossier>> {
  const found = shapeIssues(dossiersSchema, input);
  if (found.length > 0) throw new Error(`scenarios/dossiers.json: ${JSON.stringify(found, null, 2)}`);
  return input as Record<string, Dossier>;
}

const dossiers = decoded(file);

export const dossierIds = Object.keys(dossiers) as readonly PresetId[];

/** What is known of a preset's policy; null where it is ours alone. */
export function dossierOf(id: string): Dossier | null {
  return Object.hasOwn(dossiers, id) ? (dossiers[id] ?? null) : null;
}
