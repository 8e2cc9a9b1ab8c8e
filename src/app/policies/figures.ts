/** Single figures of a result, by their paths in it: `flags.missedWarning`, `thresholds[0].leadWeeks`. */
import { flagIds, levelFlagIds, measureIds, measures, type MeasureId } from '../../engine/runReport';
import { documentMessages } from '../../messages/documentMessages';
import { messages } from '../../messages/messages';
import { outcomes } from '../../model/score';
import { flagLabels, levelLabels, measureLabels, outcomeLabels } from '../../results/labels';
import type { Share } from '../../results/share';
import type { Distribution, EnsembleSummary } from '../../results/summary';
import { multipleText } from '../people/capabilityText';
import { intervalText, perHundredShort } from '../people/shareText';

const words = documentMessages.policies.figures;
const { costs } = messages.page.alsoAndCosts;

/** Whether a figure is a share of futures, or spread over them. */
type Found =
  | { readonly label: string; readonly share: Share }
  | { readonly label: string; readonly spread: Distribution; readonly say: (value: number) => string };

export interface FigureText {
  readonly path: string;
  readonly label: string;
  /** With its interval, or its range. */
  readonly text: string;
  /** 5% and 95% over futures; null of a share, and where no future has a value. */
  readonly range: readonly [number, number] | null;
}

/** The one of `ids` that a text is; null where it is none. */
function among<Id extends string>(ids: readonly Id[], text: string): Id | null {
  return ids.find((id) => id === text) ?? null;
}

function spreadOf(id: MeasureId, summary: EnsembleSummary): Found {
  const spread = summary.measures[id];
  switch (measures[id].unit) {
    case 'weeks':
      return { label: measureLabels[id].label, spread, say: (value) => words.weeks(Math.round(value)) };
    case 'count':
      return { label: measureLabels[id].label, spread, say: (value) => words.count(Math.round(value)) };
    case 'doublings':
      return { label: costs.forgone, spread, say: (value) => costs.forgoneTimes(multipleText(2 ** value)) };
  }
}

function ofLevel(place: number, key: string, { thresholds }: EnsembleSummary): Found | null {
  const level = thresholds[place];
  if (level === undefined) return null;
  const id = among(levelFlagIds, key);
  if (id !== null) return { label: words.ofLevel(level.name, levelLabels[id].label), share: level[id] };
  if (key !== 'leadWeeks') return null;
  return {
    label: words.ofLevel(level.name, words.warning),
    spread: level.leadWeeks,
    say: (value) => words.weeks(Math.round(value)),
  };
}

function found(path: string, summary: EnsembleSummary): Found | null {
  const level = /^thresholds\[(\d)\]\.(\w+)$/.exec(path);
  if (level !== null) return ofLevel(Number(level[1]), level[2] ?? '', summary);
  const [kind, id = ''] = path.split('.');
  const outcome = kind === 'outcomes' ? among(outcomes, id) : null;
  if (outcome !== null) {
    return { label: words.worst(outcomeLabels[outcome].label), share: summary.outcomes[outcome] };
  }
  const flag = kind === 'flags' ? among(flagIds, id) : null;
  if (flag !== null) return { label: flagLabels[flag].label, share: summary.flags[flag] };
  const measure = kind === 'measures' ? among(measureIds, id) : null;
  return measure === null ? null : spreadOf(measure, summary);
}

/** A number without its unit, which stands before it: "3 weeks (0 to 9)". */
function bare(text: string): string {
  return text.replace(/ (weeks?|as much)$/, '');
}

/** A figure of a result in words; throws at a path that the result does not have. */
export function figureText(path: string, summary: EnsembleSummary): FigureText {
  const figure = found(path, summary);
  if (figure === null) throw new Error(`A result has no figure ${path}`);
  const { label } = figure;
  if ('share' in figure) {
    const { share } = figure;
    return {
      path,
      label,
      text: words.share(perHundredShort(share.share), intervalText(share)),
      range: null,
    };
  }
  const { q05, q50, q95 } = figure.spread;
  if (q05 === null || q50 === null || q95 === null) return { path, label, text: words.never, range: null };
  const say = (value: number): string => figure.say(value).replace(/^-/, '−');
  return { path, label, text: words.spread(say(q50), bare(say(q05)), bare(say(q95))), range: [q05, q95] };
}
