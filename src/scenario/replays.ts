/** What has happened since 2023, as far as the model can express it. */
import * as v from 'valibot';
import file from '../../scenarios/replays.json';
import { messages } from '../messages/messages';
import { lineOfText } from '../parameters/valueSchema';
import { applySettings } from './applySettings';
import { preset, presetIds, type PresetId } from './presets';
import type { Scenario } from './scenario';
import { shapeIssues } from './shapeIssues';
import { sourceIds, type Reading } from './sources';

export interface Replay {
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly start: string;
  readonly end: string;
  /** What happened, sentence by sentence. */
  readonly happened: readonly string[];
  /** Ids of scenarios/sources.json. */
  readonly sources: readonly string[];
  /** How the weakest of the sources that it rests on was read. */
  readonly reading: Reading;
  /** What is disputed or not known. */
  readonly disputed: string;
  readonly preset: PresetId;
  /** What differs from the preset: values as text, by public id. */
  readonly settings: Readonly<Record<string, string>>;
  /** What differs besides in the case it is held against; empty where there is none. */
  readonly alternative: Readonly<Record<string, string>>;
  /** Why it is set up like this. */
  readonly why: string;
  /** The figure of a result to look at: `measures.withheldWeeks`, `thresholds[0].leadWeeks`, `flags.missedWarning`. */
  readonly measure: string;
  readonly also: readonly string[];
  /** What history says. */
  readonly history: { readonly value: number; readonly unit: string; readonly what: string };
  /** What the model leaves out. */
  readonly leavesOut: readonly string[];
  /** Whether the model can express the case as a whole. */
  readonly isWhole: boolean;
}

const { issues } = messages;
const line = lineOfText(1000, issues.text(1000));
const lines = v.array(line, issues.textList(40, 1000));
const settings = v.record(v.string(), v.string(issues.text(1000)), issues.object);
const entries = {
  id: line,
  title: line,
  start: v.pipe(v.string(issues.isoDate), v.isoDate(issues.isoDate)),
  end: v.pipe(v.string(issues.isoDate), v.isoDate(issues.isoDate)),
  happened: lines,
  sources: v.array(v.picklist(sourceIds, issues.knownSource([])), issues.textList(40, 1000)),
  reading: v.picklist(['primary', 'quoted', 'secondary'], issues.oneOf(['primary', 'quoted', 'secondary'])),
  disputed: line,
  preset: v.picklist(presetIds, issues.oneOf([...presetIds])),
  settings,
  alternative: settings,
  why: line,
  measure: line,
  also: lines,
  history: v.strictObject(
    { value: v.number(issues.object), unit: line, what: line },
    issues.objectWithKeys(['value', 'unit', 'what']),
  ),
  leavesOut: lines,
  isWhole: v.boolean(issues.object),
};
const replaysSchema = v.array(
  v.strictObject(entries, issues.objectWithKeys(Object.keys(entries))),
  issues.object,
);

/** The replays in a file; throws where it is broken, with every issue. */
function decoded(input: unknown): readonly Replay[] {
  const found = shapeIssues(replaysSchema, input);
  if (found.length > 0) throw new Error(`scenarios/replays.json: ${JSON.stringify(found, null, 2)}`);
  return input as readonly Replay[];
}

export const replays: readonly Replay[] = decoded(file);

function applied(scenario: Scenario, changes: Readonly<Record<string, string>>): Scenario {
  const changed = applySettings(
    scenario,
    Object.entries(changes).map(([id, text]) => ({ id, text })),
  );
  if (!changed.ok) throw new Error(`scenarios/replays.json: ${JSON.stringify(changed.issues, null, 2)}`);
  return changed.scenario;
}

/** The scenario of a replay, and the one it is held against, if any; throws where a setting can't be. */
export function scenariosOf({ preset: id, settings: changes, alternative }: Replay): {
  readonly scenario: Scenario;
  readonly other: Scenario | null;
} {
  const scenario = applied(preset(id), changes);
  const hasOther = Object.keys(alternative).length > 0;
  return { scenario, other: hasOther ? applied(scenario, alternative) : null };
}
