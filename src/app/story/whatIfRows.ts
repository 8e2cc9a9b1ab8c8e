/** What would have changed a future, in words. */
import type { TakenOver } from '../../analysis/components';
import { MOST_LIKE_FAILURES, type Effect, type SettingChange } from '../../analysis/counterfactuals';
import { messages } from '../../messages/messages';
import { storyMessages } from '../../messages/storyMessages';
import type { Outcome } from '../../model/score';
import { textOfValue } from '../../parameters/parseValue';
import { wholeNumber } from '../../results/amounts';
import { outcomeLabels } from '../../results/labels';
import type { Share } from '../../results/share';
import type { Setting } from '../../scenario/applySettings';
import { presetTitle } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { intervalText } from '../people/shareText';
import { settingName, valueText } from '../people/valueText';
import type { ComponentsAnswer, SettingsAnswer } from './whatIf.svelte';

const words = storyMessages.whatIf;

/** What helps in fewer like failures than this share is luck more than policy. */
const MOST = 0.5;

/** A change that helps, as a row. */
export interface RemedyRow {
  readonly id: string;
  readonly name: string;
  /** "6x → 12x"; of a component how many settings change. */
  readonly change: string;
  /** Setting by setting, where there are several. */
  readonly details: readonly string[];
  readonly averts: boolean;
  /** How the future then ends. */
  readonly end: string;
  readonly help: string;
  /** The 95% interval of that; empty where there is none. */
  readonly interval: string;
  /** In how many like failures it helps, from 0 to 1; null where there are none. */
  readonly share: number | null;
  /** Whether it helps in fewer than half of them. */
  readonly isLuck: boolean;
  readonly button: string;
  /** What makes the change. */
  readonly settings: readonly Setting[];
  /** What is said once it is made. */
  readonly changed: string;
}

export interface SettingRows {
  /** The finding in a sentence. */
  readonly finding: string;
  /** What helps in most like failures, and what cannot be tried on any; the most helpful first. */
  readonly main: readonly RemedyRow[];
  /** What helps in fewer than half. */
  readonly luck: readonly RemedyRow[];
  /** The settings that cannot change it, where there are any: what they are called together, and each. */
  readonly unable: { readonly title: string; readonly names: string } | null;
  readonly note: string;
}

export interface ComponentRows {
  readonly rows: readonly RemedyRow[];
  /** On the components that do not help, and on those in which both policies are the same. */
  readonly notes: readonly string[];
}

function label(outcome: Outcome): string {
  return outcomeLabels[outcome].label;
}

/** What is known of a change that helps, whatever it is. */
function helpOf(
  effect: Effect,
  outcome: Outcome,
  share: Share | null,
  like: number,
): Pick<RemedyRow, 'averts' | 'end' | 'help' | 'interval' | 'share' | 'isLuck'> {
  const averts = effect === 'averts';
  return {
    averts,
    end: averts ? words.averts(label(outcome)) : words.lessens(label(outcome)),
    help: share === null ? words.noneAlike : words.helps(wholeNumber(share.count), wholeNumber(like)),
    interval: share === null ? '' : words.interval(intervalText(share)),
    share: share?.share ?? null,
    isLuck: share !== null && share.share < MOST,
  };
}

/** "6x → 12x". */
function fromTo({ publicId, before, after }: SettingChange, scenario: Scenario): string {
  return words.fromTo(valueText(publicId, before, scenario), valueText(publicId, after, scenario));
}

function settingsOf(changes: readonly SettingChange[]): readonly Setting[] {
  return changes.map(({ publicId, after }) => ({ id: publicId, text: textOfValue(after) }));
}

/** What averts first, then what only lessens; in each the most helpful first. */
function byHelp(one: RemedyRow, other: RemedyRow): number {
  return Number(other.averts) - Number(one.averts) || (other.share ?? 0) - (one.share ?? 0);
}

function findingOf(rows: readonly RemedyRow[], like: number): string {
  const { finding } = words;
  const averting = rows.filter(({ averts }) => averts);
  if (rows.length === 0) return finding.none;
  if (averting.length === 0) return finding.lesser(rows.length);
  const byPolicy = averting.filter(({ isLuck }) => !isLuck).length;
  const how =
    like === 0
      ? finding.untold
      : byPolicy === 0
        ? finding.byLuck(averting.length)
        : finding.byPolicy(byPolicy, averting.length);
  return finding.joined(finding.averted(averting.length), how);
}

function likeText({ future, like }: SettingsAnswer): string {
  const outcome = label(future.failure);
  if (like === 0) return words.like.none(outcome);
  if (like === 1) return words.like.one(outcome);
  return (like < MOST_LIKE_FAILURES ? words.like.all : words.like.first)(wholeNumber(like), outcome);
}

/** What single settings can do for a failed future, in words. */
export function settingRows(answer: SettingsAnswer): SettingRows {
  const { future, like, changes, unable } = answer;
  const { scenario } = future;
  const rows = changes.map((each): RemedyRow => {
    const { publicId, effect, outcome, share } = each;
    const name = settingName(publicId, scenario);
    const change = fromTo(each, scenario);
    return {
      id: publicId,
      name,
      change,
      details: [],
      ...helpOf(effect, outcome, share, like),
      button: words.applyNamed(name, change),
      settings: settingsOf([each]),
      changed: messages.page.compare.fromTo(
        name,
        valueText(publicId, each.before, scenario),
        valueText(publicId, each.after, scenario),
      ),
    };
  });
  return {
    finding: findingOf(rows, like),
    main: rows.filter(({ isLuck }) => !isLuck).sort(byHelp),
    luck: rows.filter(({ isLuck }) => isLuck).sort(byHelp),
    unable:
      unable.length === 0
        ? null
        : {
            title: rows.length === 0 ? words.tried(unable.length) : words.unable(unable.length),
            names: words.listed(unable.map((publicId) => settingName(publicId, scenario))),
          },
    note: words.note(likeText(answer)),
  };
}

function componentName(component: TakenOver): string {
  return component === 'all' ? words.components.all : messages.components[component].label;
}

/** What single components of another policy, and all together, can do for a failed future, in words. */
export function componentRows({ future, reference, like, findings }: ComponentsAnswer): ComponentRows {
  const { scenario } = future;
  const title = presetTitle(reference);
  const rows = findings.flatMap(({ component, changes, effect, outcome, share }): RemedyRow[] => {
    if (effect === null) return [];
    const name = componentName(component);
    return [
      {
        id: component,
        name,
        change: words.components.settings(changes.length),
        details: changes.map((change) =>
          messages.page.compare.fromTo(
            settingName(change.publicId, scenario),
            valueText(change.publicId, change.before, scenario),
            valueText(change.publicId, change.after, scenario),
          ),
        ),
        ...helpOf(effect, outcome, share, like),
        button: words.components.applyNamed(name, title),
        settings: settingsOf(changes),
        changed: words.components.changed(name, title),
      },
    ];
  });
  const single = findings.filter(({ component }) => component !== 'all');
  const unable = single
    .filter(({ effect }) => effect === null)
    .map(({ component }) => componentName(component));
  const whole = findings.find(({ component }) => component === 'all');
  const same = Object.keys(scenario.policy).filter(
    (component) => !findings.some((finding) => finding.component === component),
  ) as Exclude<TakenOver, 'all'>[];
  return {
    // The whole policy is no single component, so it stands last.
    rows: rows.sort(
      (one, other) => Number(one.id === 'all') - Number(other.id === 'all') || byHelp(one, other),
    ),
    notes: [
      ...(unable.length > 0 ? [words.components.unable(unable)] : []),
      ...(whole?.effect === null ? [words.components.noneHelps] : []),
      ...(same.length > 0 ? [words.components.same(same.map(componentName))] : []),
    ],
  };
}
