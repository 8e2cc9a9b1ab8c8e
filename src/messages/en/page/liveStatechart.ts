import { plural } from './plural';

const quoted = (state: string): string => `“${state}”`;

/** The statechart as it is drawn, and what is said of its states and transitions one by one. */
export const liveStatechart = {
  note: 'A filled box is the state that a part of the lab is in; a thick arrow, the transition just taken. Each box and arrow says what it is: point at it, or press Tab to come to a part of the lab and the arrow keys to go through it.',
  lab: 'The lab',
  level: 'Level',
  follow: 'the one just changed',
  explained: 'The state or transition pointed at',
  nothingExplained: 'Point at a state or an arrow to read what it is.',
  download: 'Download the statechart (JSON for XState)',
  fileName: (levels: number) => `rsp-statechart-${levels}-${plural(levels, 'level', 'levels')}.json`,
  playing: (week: string, horizon: string) => `XState plays this future: week ${week} of ${horizon}.`,
  agrees: (events: string) =>
    `XState has played this future event by event. Its ${events} logged events are those of the simulator’s own loops, number for number.`,
  differs:
    'XState and the simulator’s own loops part in this future. That is a fault of the simulator: please report it with the link to this page.',
  failed: (why: string) => `XState could not play this future: ${why}`,
  ofLevel: (level: string, what: string) => `${level}, ${what.toLowerCase()}`,
  taken: {
    label: 'The event just sent',
    event: 'Event ',
    start: 'Every part of the lab begins in its first state.',
    nothing: (sentence: string) => `: ${sentence} No state changes.`,
    unknown: 'Nothing that the lab could know happens.',
    /** After the event's name. */
    moves: (what: string, from: string, to: string) => `: ${what}, from ${quoted(from)} to ${quoted(to)}`,
    stays: (what: string, state: string) => `: ${what}, still ${quoted(state)}`,
    because: ', because ',
    orders: (actions: string) => `; and the lab ${actions}`,
  },
  state: {
    heading: (what: string, state: string) => `${what}: ${quoted(state)}`,
    now: 'It is so now.',
    first: 'It begins here.',
    leads: 'From here:',
    end: 'Nothing leads away from here.',
  },
  edge: {
    heading: (what: string, from: string, to: string) => `${what}: from ${quoted(from)} to ${quoted(to)}`,
    loop: (what: string, state: string) => `${what}: still ${quoted(state)}`,
    taken: 'Just taken.',
  },
  /** One row of the statechart: on an event, if a guard holds (in words), to a state; and the lab. */
  row: {
    on: 'On ',
    condition: ', if ',
    inWords: (words: string) => ` (${words})`,
    to: (state: string) => `: to ${quoted(state)}`,
    stays: ': it stays so',
  },
  end: '.',
  list: { comma: ', ', and: ' and ', colon: ': ' },
} as const;
