/** The printed page: everything on it but its two charts. */
import { version } from '../../package.json';
import { messages } from '../messages/messages';
import { wholeNumber } from '../results/amounts';
import { rangeSetCount } from '../scenario/assumptionSets';
import type { EncodedLink } from '../scenario/link';
import { costRows, type CostRow } from './alsoAndCosts';
import { activityTitle, capabilityTitle } from './charts/inWords';
import { changesInWords, designTitle } from './compare/changesInWords';
import type { PinnedResult } from './compare/letters';
import { policyRows, type PolicyRow } from './compare/policyRows';
import { levelTable, type LevelRow } from './levelRows';
import { outcomeParts, type OutcomePart } from './outcomePicture';
import type { Result } from './result';
import type { AssumedShare } from './session/answers.svelte';
import type { Design } from './session/design';
import { policyInWords } from './settings/policyInWords';
import { policyComponents } from './settings/policySettings';
import { dateText } from './share/citation';
import { addressOf } from './share/linkOfSession';
import { chartHeights } from './sheetHeights';
import { unsafeRange } from './unsafeRange';

const words = messages.page.print;

/** A page for a meeting holds only so many lines. */
const MOST = { changes: 6, caveats: 4, costs: 3 } as const;
/** Where a table of policies is there too. */
const MOST_BESIDE_POLICIES = { ...MOST, changes: 4, caveats: 3 } as const;
/** Nobody types a longer one; the QR code has it. */
const LONGEST_ADDRESS = 260;
/** Letters of a policy's title and changes on a line of the table. */
const LETTERS_A_LINE = 62;

export interface SheetInput {
  readonly result: Result;
  readonly design: Design;
  readonly pinned: readonly Design[];
  /** Of the policies compared, the present one's included, as far as they are known. */
  readonly answers: readonly PinnedResult[];
  readonly assumed: readonly AssumedShare[];
  readonly link: EncodedLink;
  /** The address of the page. */
  readonly page: string;
  readonly printed: Date;
}

export interface PrintedSheet {
  readonly title: string;
  readonly finding: string;
  readonly detail: string;
  /** How far the finding's number can be trusted. */
  readonly range: string;
  /** Those that have a share of futures. */
  readonly outcomes: readonly OutcomePart[];
  /** Empty where nothing is compared. */
  readonly policies: readonly PolicyRow[];
  readonly components: readonly { readonly label: string; readonly inWords: string }[];
  readonly costs: readonly CostRow[];
  readonly changesTitle: string;
  readonly changes: readonly string[];
  readonly charts: {
    readonly capability: { readonly title: string; readonly height: number };
    readonly activity: { readonly title: string; readonly height: number };
  };
  readonly levels: readonly LevelRow[];
  readonly caveats: readonly string[];
  readonly colophon: string;
  /** Of the QR code; null where there is no link. */
  readonly address: string | null;
  /** The same in print, or why there is none; null where it is too long to be typed. */
  readonly addressText: string | null;
}

function comparedLines(policies: readonly PolicyRow[]): number {
  const lines = ({ title, changes }: PolicyRow): number =>
    Math.ceil((title.length + changes.length) / LETTERS_A_LINE);
  return policies.length === 0 ? 0 : policies.reduce((sum, policy) => sum + lines(policy), 2);
}

/** What one page of A4 says of a result. */
export function printSheet(input: SheetInput): PrintedSheet {
  const { result, design, pinned, answers, assumed, link, page, printed } = input;
  const { scenario, summary, headline } = result;
  const range = unsafeRange(summary, assumed, rangeSetCount);
  const all = changesInWords(design.base, scenario);
  const most = pinned.length === 0 ? MOST : MOST_BESIDE_POLICIES;
  const rest = all.length - most.changes;
  const changes = [...all.slice(0, most.changes), ...(rest > 0 ? [words.more(rest)] : [])];
  const levels = levelTable(result).rows;
  const caveats = [messages.page.answer.noForecast, ...scenario.caveats.slice(0, most.caveats)];
  const policies = pinned.length === 0 ? [] : policyRows([...pinned, design], answers);
  const heights = chartHeights({
    levels: levels.length,
    changes: changes.length,
    comparedLines: comparedLines(policies),
    drawn: pinned.length,
    caveats,
  });
  const address = link.ok ? addressOf(link.text, page) : null;
  const typed = address !== null && address.length <= LONGEST_ADDRESS ? address : null;
  return {
    title: `${messages.page.name}: ${designTitle(design)}`,
    finding: headline.title,
    detail: headline.detail,
    range: range.across === null ? range.sampling : `${range.sampling}; ${range.across}`,
    outcomes: outcomeParts(summary).filter(({ share }) => share > 0),
    policies,
    components: policyComponents.map((component) => ({
      label: messages.components[component].label,
      inWords: policyInWords(scenario, component),
    })),
    costs: costRows(result)
      .filter(({ isPart }) => !isPart)
      .slice(0, most.costs),
    changesTitle: (changes.length === 0 ? words.noChanges : words.changes)(design.base.title),
    changes,
    charts: {
      capability: { title: capabilityTitle(result), height: heights.capability },
      activity: { title: activityTitle(result), height: heights.activity },
    },
    levels,
    caveats,
    colophon: words.colophon({
      runs: wholeNumber(summary.runs),
      seed: summary.seed,
      fingerprint: summary.fingerprint,
      model: summary.modelVersion,
      version,
      date: dateText(printed),
    }),
    address,
    addressText: link.ok ? typed : words.noLink(messages.links.refusals[link.reason]),
  };
}
