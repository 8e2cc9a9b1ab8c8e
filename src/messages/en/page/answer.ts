import { plural } from './plural';

export const answer = {
  skip: 'Skip to the answer',
  /** For someone who has never heard of any of it. */
  standfirst: {
    question: 'What is this?',
    text:
      "A responsible scaling policy is an AI lab's promise to pause until the protections that a model's abilities " +
      'call for are in place. A danger point is where they truly become necessary. This page plays a policy through ' +
      'ten thousand possible futures. It predicts nothing about any company.',
  },
  waiting: 'Ten thousand futures of this lab are being simulated.',
  futures: (runs: string) => `${runs} futures`,
  /** What the finding's number is, and how far it can be trusted: two kinds of doubt, kept apart. */
  sampling: (margin: string) => `±${margin} from sampling`,
  across: (low: string, high: string) => `${low} to ${high} across assumptions`,
  everywhere: (number: string) => `${number} under every set of assumptions`,
  /** The finding's number on the other side of the last change. */
  was: (number: string) => `was ${number} of 100`,
  becomes: (number: string) => `then ${number} of 100`,
  acrossWaiting: 'other assumptions are being tried',
  rangeLabel: (parts: {
    readonly number: string;
    readonly interval: string;
    readonly sets: readonly string[];
  }) =>
    `Past a danger point unprotected in ${parts.number} of 100 futures, ${parts.interval} from sampling. ` +
    (parts.sets.length === 0 ? '' : `If the world is otherwise: ${parts.sets.join(', ')}.`),
  rangeSet: (number: string, title: string) => `${number} (${title.toLowerCase()})`,
  asSet: 'as set',
  refining: (runs: string, all: string) => `${runs} futures, refining to ${all}`,
  failed: 'The simulation stopped with an error; these are its words:',
  outcomesTitle: 'How the futures end',
  outcomesMeaning: 'What these mean',
  outcomesNote: 'Of 100, with 95% interval from sampling; rounded, so they may not add up',
  outcomesLabel: (parts: readonly string[]) => `How futures end, of 100: ${parts.join(', ')}.`,
  outcome: (label: string, number: string) => `${label.toLowerCase()} ${number}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  intervalUnderOne: 'under 1',
  intervalOverNinetyNine: 'over 99',
  underOne: '<1',
  overNinetyNine: '>99',
  noForecast: 'It compares policies under stated assumptions. It predicts nothing about any company.',
} as const;

/** What else happens in the futures, and what it costs. */
export const alsoAndCosts = {
  also: {
    title: 'Warnings and commitments',
    columns: { what: 'In how many futures', number: 'of 100', interval: '95% sampling' },
  },
  costs: {
    title: 'What it costs the lab',
    columns: { what: 'Over futures', middle: 'median', range: '90 of 100 futures' },
    weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
    range: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    firstPause: (number: string) => `First pause begins after (${number} of 100 pause)`,
    firstPauseNote:
      'From the start to the end of the first week in which training is paused, where it ever is.',
    never: 'never',
    needless: 'of this, while no danger was unsecured',
    forgone: 'Without holds it would end at',
    forgoneTimes: (times: string) => `${times} as much`,
  },
} as const;
