/** What a replay's page says: what happened, how it is set up, and what the model and history say. */
import { documentMessages } from '../../messages/documentMessages';
import { MODEL_VERSION } from '../../model/modelVersion';
import { encodeLink, plainView } from '../../scenario/link';
import { preset, type PresetId } from '../../scenario/presets';
import { replays, scenariosOf, type Replay } from '../../scenario/replays';
import type { Scenario } from '../../scenario/scenario';
import { changesInWords } from '../compare/changesInWords';
import type { Result } from '../result';
import { designOf } from '../session/design';
import { sourceDate } from '../settings/sourceDate';
import { figureText, type FigureText } from './figures';
import { sourceLine, type SourceLine } from './policyText';

const words = documentMessages.replays;

/** The figure that history's number is one of; null where it counts something else. */
export const historyFigures: Readonly<Record<string, string | null>> = {
  'asl3-activation': null,
  'chatgpt-agent-2025': null,
  'late-evaluation-2024': null,
  'cadence-3-to-6-months': null,
  'metr-time-horizons': 'thresholds[0].leadWeeks',
  'openai-pause-2026': 'measures.pausedWeeks',
  'fsf-v3-hold': 'measures.pausedWeeks',
};

export function replayOf(id: string): Replay | undefined {
  return replays.find((each) => each.id === id);
}

export interface ReplayText {
  readonly id: string;
  readonly title: string;
  /** And whether the model can express it only in part. */
  readonly dates: string;
  readonly happened: readonly string[];
  readonly disputed: string;
  readonly sources: readonly SourceLine[];
  readonly readingText: string;
  readonly preset: PresetId;
  readonly presetTitle: string;
  /** What differs from the preset, a line each. */
  readonly settings: readonly string[];
  /** What the other case sets differently; empty where there is none. */
  readonly alternative: readonly string[];
  readonly why: string;
  readonly scenario: Scenario;
  readonly other: Scenario | null;
  /** "History: 2 weeks", and what those are. */
  readonly history: string;
  readonly historyOf: string;
  /** Where the model and history part. */
  readonly differs: string;
  readonly leavesOut: readonly string[];
}

export function replayText(replay: Replay): ReplayText {
  const base = preset(replay.preset);
  const made = scenariosOf(replay);
  const scenario = designOf(base, made.scenario).scenario;
  const other = made.other === null ? null : designOf(base, made.other).scenario;
  return {
    id: replay.id,
    title: replay.title,
    dates: words.dates(sourceDate(replay.start), sourceDate(replay.end), replay.isWhole),
    happened: replay.happened,
    disputed: replay.disputed,
    sources: replay.sources.map(sourceLine),
    readingText: words.reading[replay.reading],
    preset: replay.preset,
    presetTitle: base.title,
    settings: changesInWords(base, scenario),
    alternative: other === null ? [] : changesInWords(scenario, other),
    why: replay.why,
    scenario,
    other,
    history: words.history(String(replay.history.value), replay.history.unit),
    historyOf: replay.history.what,
    differs: words.differs[replay.id] ?? '',
    leavesOut: replay.leavesOut,
  };
}

/** The address that opens a replay in the simulator, the case it is held against beside it; null where none can. */
export function replayAddress(
  { preset: presetId, scenario, other }: ReplayText,
  seed: string,
): string | null {
  const link = encodeLink({
    presetId,
    scenario,
    seed,
    run: 0,
    compared: other === null ? [] : [{ presetId, scenario: other }],
    view: plainView,
    modelVersion: MODEL_VERSION,
    fingerprint: null,
  });
  return link.ok ? `#${link.text}` : null;
}

/** One figure of a replay, in both cases. */
export interface ReplayFigure {
  readonly path: string;
  readonly label: string;
  readonly asSet: string;
  /** Null where there is no other case, or it is being simulated. */
  readonly other: string | null;
}

/** The figures that a replay names. */
export function replayFigures(replay: Replay, asSet: Result, other: Result | null): readonly ReplayFigure[] {
  return [replay.measure, ...replay.also].map((path) => {
    const own = figureText(path, asSet.summary);
    return {
      path,
      label: own.label,
      asSet: own.text,
      other: other === null ? null : figureText(path, other.summary).text,
    };
  });
}

/** Where history's number lies in what the model says. */
export function whereHistoryLies(replay: Replay, asSet: Result): string {
  const path = historyFigures[replay.id] ?? null;
  if (path === null) return words.where.other;
  const { label, text, range }: FigureText = figureText(path, asSet.summary);
  if (range === null) return words.where.other;
  const [low, high] = range;
  const { value } = replay.history;
  if (value < low) return words.where.below(label, text);
  return value > high ? words.where.above(label, text) : words.where.within(label, text);
}
