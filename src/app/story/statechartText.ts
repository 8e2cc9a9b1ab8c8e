/** States and transitions of the statechart in words, the machine's own names among them. */
import type { Step, Transition } from '../../engine/stepper';
import type { Content, Inline } from '../../messages/methodText';
import { statechartMessages } from '../../messages/statechartMessages';
import { levelOf, type Region, type RegionInstance } from '../../model/regions';
import { named } from '../statechartWords';
import { regionLabel, stateLabel } from './regionWords';
import { hiddenGuards } from './story';

const words = statechartMessages.live;
/** A row of the statechart as its drawing names it. */
export interface DrawnRow {
  readonly event: string;
  readonly guard: string | null;
  readonly actions: readonly string[];
}

/** What is said of a state or transition. */
export interface PartText {
  readonly heading: string;
  /** Names of the machine: "paused", "active → paused". */
  readonly name: string;
  readonly about: string;
  readonly lines: readonly Content[];
}

const text = (said: string): Inline => ({ kind: 'text', text: said });
const code = (name: string): Inline => ({ kind: 'code', text: name });

/** Content as plain text. */
export function plain(content: Content): string {
  return content.map((part) => part.text).join('');
}

/** A region among those of all levels: "Training", "CBRN-3, security". */
function fullLabel(instance: RegionInstance, levels: readonly string[]): string {
  const level = levelOf(instance);
  const label = regionLabel(instance);
  return level === null ? label : words.ofLevel(levels[level] ?? '', label);
}

/** A sentence as a part of another one. */
function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function ordersTo(actions: readonly string[]): readonly Inline[] {
  if (actions.length === 0) return [];
  const all = actions.map((action) => named('actions', action).inWords);
  const { comma, and } = words.list;
  const last = all.pop() ?? '';
  return [text(words.taken.orders(all.length === 0 ? last : `${all.join(comma)}${and}${last}`))];
}

function rowContent(region: Region, { event, guard, actions }: DrawnRow, to: string | null): Content {
  const { on, condition, inWords, to: leadsTo, stays } = words.row;
  const why = guard === null ? named('events', event) : named('guards', guard);
  return [
    text(on),
    code(event),
    ...(guard === null ? [] : [text(condition), code(guard)]),
    text(inWords(asClause(why.inWords))),
    text(to === null ? stays : leadsTo(stateLabel(region, to))),
    ...ordersTo(actions),
    text(words.end),
  ];
}

/** A transition between two states, or from one to itself, by all its rows. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly DrawnRow[];
}

/** What a state is, and what leads out of it. */
export function stateText(
  instance: RegionInstance,
  state: string,
  edges: readonly DrawnEdge[],
  { isNow, isFirst }: { readonly isNow: boolean; readonly isFirst: boolean },
): PartText {
  const { region } = instance;
  const said = words.state;
  const rows = edges
    .filter(({ from }) => from === state)
    .flatMap(({ to, rows: own }) => own.map((row) => rowContent(region, row, to === state ? null : to)));
  const about = [
    ...(isNow ? [said.now] : []),
    ...(isFirst ? [said.first] : []),
    rows.length === 0 ? said.end : said.leads,
  ];
  return {
    heading: said.heading(regionLabel(instance), stateLabel(region, state)),
    name: state,
    about: about.join(' '),
    lines: rows,
  };
}

/** What a transition is: what may bring it about, and what the lab then does. */
export function edgeText(
  instance: RegionInstance,
  { from, to, rows }: DrawnEdge,
  isTaken: boolean,
): PartText {
  const { region } = instance;
  const [what, before, after] = [regionLabel(instance), stateLabel(region, from), stateLabel(region, to)];
  return {
    heading: from === to ? words.edge.loop(what, before) : words.edge.heading(what, before, after),
    name: from === to ? from : `${from} → ${to}`,
    about: isTaken ? words.edge.taken : '',
    lines: rows.map((row) => rowContent(region, row, from === to ? null : to)),
  };
}

/** All that is said of a state or transition as one text. */
export function spoken({ heading, about, lines }: PartText): string {
  return [`${heading}.`, about, ...lines.map(plain)].filter((part) => part !== '').join(' ');
}

/** What is shown of what XState just did. */
export type TakenStep = Pick<Step, 'event' | 'transitions'>;

/** A step without what the lab could not know. */
export function asLabKnew({ event, transitions }: TakenStep): TakenStep {
  return { event, transitions: transitions.filter(({ guard }) => !hiddenGuards.includes(guard)) };
}

function transitionContent(event: string, transition: Transition, levels: readonly string[]): Content {
  const { region, from, to, guard, actions } = transition;
  const said = words.taken;
  const what = fullLabel(transition, levels);
  const [before, after] = [stateLabel(region, from), stateLabel(region, to)];
  const why = guard === null ? named('events', event) : named('guards', guard);
  return [
    text(said.event),
    code(event),
    text(from === to ? said.stays(what, before) : said.moves(what, before, after)),
    text(said.because),
    ...(guard === null ? [] : [code(guard), text(words.list.colon)]),
    text(asClause(why.inWords)),
    ...ordersTo(actions),
    text(words.end),
  ];
}

/** The event just sent, and every transition that it brought about: a line each. */
export function takenLines(step: TakenStep, levels: readonly string[], isWhole: boolean): readonly Content[] {
  const { event, transitions } = isWhole ? step : asLabKnew(step);
  if (event === null) return [[text(words.taken.start)]];
  // What only goes on is worth a line where there is nothing else.
  const telling = transitions.filter(({ guard, from, to }) => guard !== null || from !== to);
  const told = telling.length > 0 ? telling : transitions;
  if (told.length > 0) return told.map((each) => transitionContent(event, each, levels));
  if (step.transitions.length > 0) return [[text(words.taken.unknown)]];
  return [[text(words.taken.event), code(event), text(words.taken.nothing(named('events', event).inWords))]];
}
