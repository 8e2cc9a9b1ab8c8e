/** The checks of the model at the extremes: what is tried, and what came of it. Keys are the ids of the report. */
import { plural } from './plural';

const thousands = (n: number): string => n.toLocaleString('en-GB');
const scenarios = (n: number): string => `${thousands(n)} ${plural(n, 'scenario', 'scenarios')}`;
const futures = (n: number): string => `${thousands(n)} ${plural(n, 'future', 'futures')}`;

/** How many rules were broken, as the end of a sentence. */
function brokenRules(n: number): string {
  return n === 0 ? 'no rule was broken' : `${n} ${plural(n, 'rule was', 'rules were')} broken`;
}

export const modelCheck = {
  lead: (tried: number, runs: number, broken: number) =>
    `${scenarios(tried)} at the ends of every input, ${futures(runs)} each: ${brokenRules(broken)}.`,
  blocks: {
    caption: (version: string, seed: string) => `What was simulated: model ${version}, seed “${seed}”`,
    heads: { preset: 'Starting from, and what was set', scenarios: 'Scenarios', fingerprint: 'Fingerprint' },
  },
  kinds: {
    'one-end': 'One input at an end of its range',
    'many-ends': 'Many inputs at ends of their ranges at once',
  },
  invariants: {
    caption: 'Rules that must hold in every future',
    heads: { rule: 'Rule', scenarios: 'Scenarios', broken: 'Broken' },
  },
  rules: {
    'outcomes-sum':
      'The futures with each of the seven outcomes add up to all futures, so the shares add up to one.',
    'counts-within-runs':
      'Whatever is counted happens in no fewer than none and no more than all of the futures, and counting future by future gives the same.',
    'states-sum':
      'Each week every part of the lab is in exactly one state in every future. Weeks paused, suspended and withheld are the weeks spent in these states.',
    'bands-sum': 'Each week the capability of every future is counted exactly once.',
    'quantiles-ordered':
      'Quantiles never fall from 5% to 95%, and no mean lies below the least value or above the largest.',
    'chunks-agree':
      'Futures that are simulated in two portions, as several threads do it, give the same counts and the same fingerprint as all in one, to the last bit.',
    'weeks-within-horizon':
      'Every number of weeks and every date of a future lies within the time that is simulated.',
    'numbers-are-numbers': 'Everything a future reports is a finite number, or says that it does not apply.',
    'weeks-add-up':
      'No part is longer than its whole: needless weeks of pause than weeks of pause, unprotected weeks than unsafe ones.',
    'capability-holds-together':
      'A policy never adds capability, and takes none away without a pause or a suspension. A danger point is crossed exactly where capability reaches it.',
    'warnings-hold-together':
      'A warning is missed exactly where a level with a limit is crossed before any warning, and no limit is reached before its warning.',
    'settings-are-obeyed':
      'What a policy or a world rules out never happens: no pause without the rule to pause, no commitment abandoned without pressure.',
    'outcome-follows': 'The outcome of a future follows from its weeks and crossings.',
  },
  tried: {
    caption: 'Laws on the same luck',
    explained: (runs: number) =>
      `Next come laws about when things happen, tried on ${futures(runs)} of every few scenarios. Each pair is the same future twice, with the same luck: as it was, and with more of what the law speaks of. ` +
      'It counts as moved where anything the law speaks of came in another week, and as against the law where it moved the wrong way or should not have moved. Without feedback, what the lab reads and builds changes nothing about how it grows; there no pair may go against a law. As the lab responds, pauses change what follows, and a law may fail for the reason given below it.',
    heads: {
      law: 'Law',
      withoutFeedback: 'Without feedback',
      asTheLabResponds: 'As the lab responds',
      pairs: 'Pairs',
      moved: 'Moved',
      against: 'Against',
    },
  },
  laws: {
    'longer-security': 'With longer lead times of security, no protection is ready earlier.',
    'longer-safeguards': 'With longer lead times of use safeguards, no protection is ready earlier.',
    'wider-buffer': 'With a wider safety buffer, no warning comes later.',
    'lower-limits': 'With lower limits, no warning comes later and no limit is reached later.',
    'wider-preparation': 'With a wider margin of preparation, no protection is begun later.',
    'faster-building': 'With faster building, no protection is ready later.',
    'wider-gap': 'With evaluations that miss more of what a model can do, no warning comes earlier.',
    'more-bias': 'With assessors who are more inclined to see too little, no warning comes earlier.',
    'third-party': 'With a third party that evaluates too, no warning comes later.',
    'further-danger': 'With dangers further off, none is crossed earlier.',
    'higher-start':
      'With more capability at the start, no danger is crossed later and no warning comes later.',
  },
  held: {
    caption: 'Expectations about unsafe futures',
    explained: (runs: number) =>
      `A reader might expect each of the following. The table says in how many scenarios the change left fewer, as many or more of ${futures(runs)} unsafe, on the same luck, and where it did most harm.`,
    heads: {
      expectation: 'Expectation',
      scenarios: 'Scenarios',
      fewer: 'Fewer',
      equal: 'Equal',
      more: 'More',
      worst: 'Worst case',
    },
    worst: (scenario: string, before: number, after: number, runs: number) =>
      `${scenario}. Unsafe before: ${before} of ${runs}; after: ${after}.`,
    /** Where no scenario is a worst case. */
    none: 'none',
  },
  expectations: {
    'shorter-horizon': 'Half the time simulated leaves no more futures unsafe.',
    'more-tolerance':
      'Calling a future unsafe only after four more unsafe weeks leaves no more futures unsafe.',
    'wider-buffer': 'A safety buffer wider by one doubling leaves no more futures unsafe.',
    'early-preparation': 'Building all protections from the first week leaves no more futures unsafe.',
    'faster-building': 'Building protections twice as fast leaves no more futures unsafe.',
    'frequent-evaluation': 'Evaluating twice as often leaves no more futures unsafe.',
    'third-party': 'A third party that evaluates too leaves no more futures unsafe.',
    'quarterly-audits': 'Audits every quarter, where there were none, leave no more futures unsafe.',
    'sure-veto': 'A veto on every attempt to abandon a commitment leaves no more futures unsafe.',
    'no-pressure': 'A world without pressure from the rival leaves no more futures unsafe.',
    'no-gap': 'Evaluations that miss nothing leave no more futures unsafe.',
  },
  reasons: {
    'held-longer':
      'A lab that waits longer for one protection is paused longer. Meanwhile it grows less and builds its other protections at the speed of a pause, so these may be ready sooner, and levels further up are met later.',
    'warned-sooner':
      'A lab that is warned sooner pauses sooner. It then grows less, so levels further up are warned of, reached and crossed later.',
    'warned-later':
      'A lab that is warned later grows longer before it pauses, so levels further up may be warned of and met sooner.',
    'ready-sooner':
      'Protections that are ready sooner end a pause sooner, or spare it. The lab then grows more, so levels further up are met sooner, and it builds without the speed of a pause.',
    'ends-sooner':
      'Protections that are finished sooner end a pause sooner, and the lab gets further in the time given. Where a higher level has no limit, a limit beyond its danger or no known protection, more futures meet that danger unprotected.',
    'other-weeks':
      'Evaluating twice as often moves every evaluation to another week. A reading that came just in time may then come a little later; the difference is a few futures.',
    'repaired-sooner':
      'A protection that is found failing sooner is repaired sooner, and the pause for it ends sooner. In a few futures the lab then meets a danger that it would not have met in the time given.',
    'older-model':
      'A lab that cannot drop its commitment withholds its newer model, and the older one stays in service and goes on gaining ability in the hands of its users. A newer one would have started from what the lab itself has.',
  },
  /** A scenario of the check in words: a preset, and what was changed. */
  scenario: {
    set: (preset: string, setting: string, value: string) => `${preset}; ${setting}: ${value}`,
    levels: (preset: string, n: number) => `${preset} with ${n} ${plural(n, 'level', 'levels')}`,
    corner: (preset: string, number: number) => `${preset}, many inputs at ends, number ${number}`,
  },
  golden: {
    first: (version: string) =>
      `Model ${version} is the first version, so there are no earlier figures to hold its own against.`,
    since: (from: string, to: string, moved: number, presets: number, others: number) =>
      `From model ${from} to ${to}, ${moved === 0 ? 'no figure' : `${thousands(moved)} ${plural(moved, 'figure', 'figures')}`} moved in the ${presets} ${plural(presets, 'preset', 'presets')} that both simulated.${others === 0 ? '' : ` ${others} ${plural(others, 'preset is', 'presets are')} new or changed, and not compared.`}`,
    caption: 'Figures that moved since the last version',
    heads: { preset: 'Preset', moved: 'Figures moved', outcomes: 'Futures by outcome, before and after' },
    outcome: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  },
} as const;
