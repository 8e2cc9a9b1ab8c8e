/** The report of the model check: what it holds, and what the method page shows of it. */
import { documentMessages } from '../../messages/documentMessages';
import { messages } from '../../messages/messages';
import type { Outcome } from '../../model/score';
import { isPresetId, preset, presetTitle } from '../../scenario/presets';
import { settingName, valueText } from '../people/valueText';
import file from './modelCheck.json';

const words = documentMessages.modelCheck;

export type RuleId = keyof typeof words.rules;
export type LawId = keyof typeof words.laws;
export type ExpectationId = keyof typeof words.expectations;
export type ReasonId = keyof typeof words.reasons;
export type BlockKind = keyof typeof words.kinds;

/** How to make a scenario of the check again: a preset, and what was changed in it; null: nothing. */
export interface TriedScenario {
  readonly preset: string;
  readonly change:
    | { readonly parameter: string; readonly value: unknown }
    | { readonly levels: number }
    /** Many parameters at extremes, drawn by this number. */
    | { readonly corner: number }
    | null;
}

/** How often a law was tried, and what came of it. */
export interface LawTally {
  /** Pairs of runs compared. */
  readonly pairs: number;
  /** Pairs in which something the law is about moved. */
  readonly moved: number;
  /** Pairs in which something moved against the law. */
  readonly against: number;
  /** The first of these, and what moved. */
  readonly first: { readonly scenario: TriedScenario; readonly run: number; readonly look: string } | null;
}

/** What became of the golden figures since the last version of the model. */
export interface GoldenChange {
  /** Version of the model before; null: this is the first. */
  readonly from: string | null;
  readonly to: string;
  /** Presets that both versions simulated with the same content, and the others. */
  readonly compared: readonly string[];
  readonly notCompared: readonly string[];
  readonly moved: readonly {
    readonly preset: string;
    readonly figure: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

/** What `npm run check:model` writes. Its sentences are in the messages, by these ids. */
export interface ModelCheckReport {
  readonly modelVersion: string;
  readonly seed: string;
  /** Futures of each scenario, and those of them that are traced event by event for a law. */
  readonly runs: number;
  readonly tracedRuns: number;
  /** Scenarios that are simulated together, and the sum of their fingerprints. */
  readonly blocks: readonly {
    readonly preset: string;
    readonly kind: BlockKind;
    readonly scenarios: number;
    readonly fingerprint: string;
  }[];
  readonly invariants: readonly {
    readonly rule: RuleId;
    readonly scenarios: number;
    readonly broken: readonly {
      readonly scenario: TriedScenario;
      readonly run: number | null;
      readonly found: string;
    }[];
  }[];
  /** `why`: where a law does not hold. */
  readonly laws: readonly {
    readonly law: LawId;
    readonly withoutFeedback: LawTally;
    readonly asTheLabResponds: LawTally;
    readonly why: ReasonId | null;
  }[];
  readonly expectations: readonly {
    readonly expectation: ExpectationId;
    readonly scenarios: number;
    /** Scenarios with fewer, as many and more unsafe futures. */
    readonly fewer: number;
    readonly equal: number;
    readonly more: number;
    /** The scenario in which it failed most, and its unsafe futures before and after. */
    readonly worst: {
      readonly scenario: TriedScenario;
      readonly before: number;
      readonly after: number;
    } | null;
    readonly why: ReasonId | null;
  }[];
  readonly golden: GoldenChange;
}

/** The report as the last model check wrote it; tests hold its ids against the sentences. */
export const modelCheckReport = file as unknown as ModelCheckReport;

/** The sentence of an id; a file of another version may have ids that have none. */
function sentence(sentences: Readonly<Record<string, string>>, id: string): string {
  const text = Object.hasOwn(sentences, id) ? sentences[id] : undefined;
  if (text === undefined) throw new Error(`modelCheck.json: no sentence for ${id}`);
  return text;
}

function titleOf(id: string): string {
  if (!isPresetId(id)) throw new Error(`modelCheck.json: no preset ${id}`);
  return presetTitle(id);
}

function reason(why: string | null): string | null {
  return why === null ? null : sentence(words.reasons, why);
}

/** "Baseline; Growth: 15x", or with its levels, or its number among the corners. */
export function scenarioInWords({ preset: id, change }: TriedScenario): string {
  const title = titleOf(id);
  if (change === null) return title;
  if ('levels' in change) return words.scenario.levels(title, change.levels);
  if ('corner' in change) return words.scenario.corner(title, change.corner);
  if (!isPresetId(id)) throw new Error(`modelCheck.json: no preset ${id}`);
  const scenario = preset(id);
  const { parameter, value } = change;
  return words.scenario.set(title, settingName(parameter, scenario), valueText(parameter, value, scenario));
}

/** What was simulated, and how many rules were broken, in one sentence. */
export function leadSentence({ blocks, runs, invariants }: ModelCheckReport): string {
  const scenarios = blocks.reduce((sum, block) => sum + block.scenarios, 0);
  return words.lead(scenarios, runs, invariants.filter(({ broken }) => broken.length > 0).length);
}

export interface BlockRow {
  readonly preset: string;
  readonly kind: string;
  readonly scenarios: number;
  readonly fingerprint: string;
}

export function blockRows({ blocks }: ModelCheckReport): readonly BlockRow[] {
  return blocks.map((block) => ({
    ...block,
    preset: titleOf(block.preset),
    kind: sentence(words.kinds, block.kind),
  }));
}

export interface RuleRow {
  readonly says: string;
  readonly scenarios: number;
  readonly broken: number;
}

export function ruleRows({ invariants }: ModelCheckReport): readonly RuleRow[] {
  return invariants.map(({ rule, scenarios, broken }) => ({
    says: sentence(words.rules, rule),
    scenarios,
    broken: broken.length,
  }));
}

export interface LawRow {
  readonly says: string;
  readonly why: string | null;
  readonly tallies: readonly [withoutFeedback: LawTally, asTheLabResponds: LawTally];
}

export function lawRows({ laws }: ModelCheckReport): readonly LawRow[] {
  return laws.map(({ law, why, withoutFeedback, asTheLabResponds }) => ({
    says: sentence(words.laws, law),
    why: reason(why),
    tallies: [withoutFeedback, asTheLabResponds],
  }));
}

export interface ExpectationRow {
  readonly says: string;
  readonly why: string | null;
  readonly scenarios: number;
  readonly fewer: number;
  readonly equal: number;
  readonly more: number;
  readonly worst: string;
}

export function expectationRows({ expectations, runs }: ModelCheckReport): readonly ExpectationRow[] {
  const { worst: worstWords, none } = words.held;
  return expectations.map(({ expectation, why, worst, ...counts }) => ({
    ...counts,
    says: sentence(words.expectations, expectation),
    why: reason(why),
    worst:
      worst === null ? none : worstWords(scenarioInWords(worst.scenario), worst.before, worst.after, runs),
  }));
}

/** What became of the golden figures, in a sentence. */
export function goldenSentence({ golden }: ModelCheckReport): string {
  const { from, to, compared, notCompared, moved } = golden;
  if (from === null) return words.golden.first(to);
  return words.golden.since(from, to, moved.length, compared.length, notCompared.length);
}

export interface GoldenRow {
  readonly preset: string;
  readonly moved: number;
  /** Of the outcomes, which counts moved: "Unsecured model: 1,072 → 1,080". */
  readonly outcomes: readonly string[];
}

/** The presets in which golden figures moved. */
export function goldenRows({ golden: { compared, moved } }: ModelCheckReport): readonly GoldenRow[] {
  const outcomes = Object.entries(messages.results.outcomes) as [Outcome, { readonly label: string }][];
  return compared.flatMap((id) => {
    const own = moved.filter((figure) => figure.preset === id);
    if (own.length === 0) return [];
    const ofOutcomes = outcomes.flatMap(([outcome, { label }]) =>
      own
        .filter(({ figure }) => figure === `outcomes.${outcome}.count`)
        .map(({ before, after }) => words.golden.outcome(label, String(before), String(after))),
    );
    return [{ preset: titleOf(id), moved: own.length, outcomes: ofOutcomes }];
  });
}
