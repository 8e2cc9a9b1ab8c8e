import { plural } from './plural';

/** The pages on policies: the list, one policy, and two side by side. */
export const policies = {
  nav: 'Policies',
  all: 'All policies',
  allLevels: 'All levels',
  nothingLeftOut: 'Nothing is left out: there is no text to leave anything out of.',
  jump: 'On this page:',
  jumps: {
    outcomes: 'Outcomes',
    changes: 'Changes',
    text: 'The text and its values',
    'lab-watch': 'AI Lab Watch',
    'left-out': 'Left out',
  },
  simulating: 'Ten thousand futures are being simulated.',
  failed: 'The simulation stopped with an error; these are its words:',
  tryIt: 'Try it in the simulator',
  tryNamed: (title: string) => `Try it in the simulator: ${title}`,
  unknown: {
    title: 'There is no such page',
    policy: (id: string) => `There is no page on a policy called “${id}”. There are pages on these:`,
    replay: (id: string) => `There is no replay called “${id}”. There are these:`,
    address: (address: string) => `No page has the address “${address}”. There are pages on these policies:`,
  },
  list: {
    title: 'Policies',
    intro:
      "A responsible scaling policy is an AI lab's promise: once its models can do a certain harm, it goes no further " +
      'until the protections against that harm are ready. These are the published ones, each read in the words of its date.',
    shared:
      'All are tried in the same futures, and where a text is silent the same value fills the gap, so that two policies ' +
      'differ only by what their texts differ in. The points at which danger begins and the time protections take to ' +
      'build are illustrative: nobody has measured them.',
    forComparison: 'For comparison',
    founding: 'The founding idea',
    asOf: (date: string, status: string) => (status === '' ? date : `${date}. ${status}`),
    withPrevious: 'Side by side with the version before',
    anyTwo: 'Put any two side by side',
  },
  /** What a level of risk is about, for someone new to it. */
  levels: {
    'CBRN-3': 'It helps people with little training to make biological, chemical or nuclear weapons.',
    'CBRN-4': 'It helps states to make such weapons far better than they could without it.',
    'AI R&D-4': 'It does the work of a junior researcher on AI by itself.',
  } as Readonly<Record<string, string>>,
  facts: {
    label: 'About the text',
    lab: 'Lab',
    version: 'Version',
    date: 'Date',
    status: 'Status',
    sources: 'Source',
    none: 'Made up for comparison; it follows no published text.',
    counts: (stated: number, inferred: number, illustrative: number) =>
      `Of ${stated + inferred + illustrative} values the text states ${stated}, ${inferred} ${plural(inferred, 'is', 'are')} inferred from its ` +
      `wording, and on ${illustrative} it is silent.`,
  },
  sections: {
    outcomes: 'What happens under it',
    changes: (version: string) => `What changed since ${version}`,
    text: 'What it says, and how it is modelled',
    labWatch: "AI Lab Watch's view",
    leftOut: 'What the model leaves out of this policy',
    caveats: 'What to keep in mind',
  },
  marks: {
    intro: 'How sure each value is',
    says: (mark: string) => `${mark}:`,
    stated: 'the text says so.',
    inferred: 'read from its wording.',
    illustrative: 'the text is silent; the value is ours, and the same for every policy.',
  },
  rows: {
    heads: { name: 'Setting', value: 'Value', says: 'What the text says' },
    caption: (component: string) => `${component}: the values`,
    levelCaption: (level: string) => `${level}: limit, and what may be held back`,
    level: (level: string) => `Level ${level}`,
    notModelled: 'Not modelled:',
    from: (title: string, place: string) => (place === '' ? title : `${title}, ${place}`),
    mainSource: (title: string) => `Where no other source is named, a value rests on: ${title}.`,
    scale:
      "Limits are multiples of today's best model: 32x is a model worth 32 times its effective computing power.",
    inModel: (text: string) => `In the model: ${text}.`,
  },
  outcomes: {
    unsafe: (share: string) =>
      `In ${share} of 100 futures the lab goes past a danger point before the protections it needs are built.`,
    legend: 'How futures end, of 100, with 95% interval from sampling',
    byLevel: 'Level by level',
    levelsNote: (margin: string) =>
      `Of 100 futures, sampling ±${margin} or less; from warning to crossing the middle future, and the range of 90 of 100.`,
    illustrative:
      'Danger points and lead times are illustrative. Read these numbers as a comparison of policies, not as a forecast.',
  },
  unnamed: {
    title: 'What the text does not name',
    says: (levels: string, count: number) =>
      `This text names no level like ${levels}. The model takes that literally: the ${plural(count, 'danger is', 'dangers are')} there all ` +
      `the same, and nothing in the policy answers to ${plural(count, 'it', 'them')}.`,
    and: ' or ',
    level: (name: string, crossed: string, protectedAt: string) =>
      `${name}: its danger point is crossed in ${crossed} of 100 futures, with its protections working in ${protectedAt}.`,
    share: (number: string, interval: string) => `${number} (${interval})`,
    named: (parts: {
      readonly count: number;
      readonly without: string;
      readonly with: string;
      readonly difference: string;
    }) =>
      `If it named ${plural(parts.count, 'that level', 'those levels')} at the danger ${plural(parts.count, 'point', 'points')}, with all else as it is, the ` +
      `lab would go past a danger point unprotected in ${parts.with} of 100 futures instead of ${parts.without}: ${parts.difference}, future by future.`,
    decides: 'So the silence decides most of this result.',
    decidesPart: 'So the silence decides part of this result.',
    decidesNothing: 'So the silence decides little here: naming more would hardly change how futures end.',
  },
  effect: {
    title: 'What it does to the outcomes',
    caption: 'Under the same luck',
    under: (name: string, share: string) => `${share} of 100 futures under ${name}`,
    finding: (before: string, after: string) =>
      `The lab goes past a danger point unprotected in ${before}, in ${after}.`,
    difference: (difference: string) => `The difference, future by future, of 100: ${difference}.`,
    betterAndWorse: (one: string, other: string, better: string, worse: string) =>
      `${one} ends more safely than ${other} in ${better} of 100 futures, less safely in ${worse}.`,
    always: (one: string, other: string) => `${one} and ${other} end equally safely in every future.`,
    identical: 'The two are set alike in every value: each difference is exactly zero.',
    heads: { what: 'Of 100 futures, or weeks on average', difference: 'Difference' },
    more: 'How futures end under each, and what else differs',
    weeks: (mean: string, low: string, high: string) => `${mean} weeks (${low} to ${high})`,
    note: (runs: string) =>
      `${runs} futures, each with the same luck under both. Brackets are 95% intervals from sampling; those of differences ` +
      'compare future by future. Danger points and lead times are the same for both, and illustrative; the two differ ' +
      'only in what the texts differ in. Where one is silent, the shared choice stands in for it.',
  },
  pair: {
    title: 'Two policies side by side',
    first: 'First policy',
    second: 'Second policy',
    differs: 'differs',
    same: (n: number) => `${n} ${plural(n, 'value', 'values')} the same in both`,
    allSame: 'Every value is the same in both.',
    differing: (n: number, of: number) => `${n} of ${of} values differ.`,
    caption: (component: string) => `${component}: what differs`,
    sameCaption: (component: string) => `${component}: the same in both`,
    page: (title: string) => `The page on ${title}`,
  },
  labWatch: {
    intro:
      'AI Lab Watch rated labs under four heads among others. Here is the same policy and the same result under each. ' +
      'Which belongs where is our reading of its criteria.',
    source: 'Its criteria',
    settings: 'What the policy sets',
    outcomes: 'What happens in the futures',
    categories: {
      risk: 'Risk assessment',
      deployment: 'Deployment',
      security: 'Security',
      training: 'Training',
    },
    outside: 'Under none of the four:',
    reasons: {
      several: 'bears on several heads at once',
      governance: 'a matter of internal governance, which it rates apart',
    },
    outsideItem: (labels: string, reason: string) => `${labels} (${reason})`,
    allLevels: (value: string) => `${value} (all levels)`,
    ofLevel: (level: string, value: string) => `${level}: ${value}`,
  },
  figures: {
    share: (number: string, interval: string) => `${number} of 100 (${interval})`,
    weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
    count: (n: number) => String(n),
    spread: (median: string, low: string, high: string) => `${median} (${low} to ${high})`,
    never: 'never',
    /** Of an outcome, which is the worst thing in a future. */
    worst: (label: string) => `${label}, as the worst`,
    ofLevel: (level: string, label: string) => `${level}: ${label.toLowerCase()}`,
    warning: 'from warning to crossing',
    note: 'Shares of 100 futures with 95% interval from sampling; weeks and counts of the middle future, with the range of 90 of 100 futures.',
  },
} as const;
