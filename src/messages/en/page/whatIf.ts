import { plural } from './plural';

/** What would have changed one future that fails. Outcomes come as their labels, numbers with their thousands apart. */

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const inSentence = (names: readonly string[]): string => listed.format(names).toLowerCase();
const changes = (n: number): string => `${n} ${plural(n, 'change', 'changes')}`;
const settings = (n: number): string => `${n} ${plural(n, 'setting', 'settings')}`;

export const whatIf = {
  title: 'What would have changed it',
  notFailed: (outcome: string) =>
    `This future does not fail: ${outcome.toLowerCase()}. There is nothing to avert.`,
  waiting: 'As soon as all futures are simulated, every setting of the policy is tried on this one.',
  trying: 'Every setting of the policy is tried on this future.',
  checking: (runs: string) => `What helps is tried on ${runs} like failures.`,
  broken: (reason: string) => `This could not be tried: ${reason}`,
  changed: (what: string) => `Changed. ${what}. Undo brings it back.`,
  finding: {
    none: 'No single setting of this policy, whatever its value, would have made this future end any better.',
    lesser: (n: number) =>
      `No single setting would have averted this failure; ${settings(n)}, changed alone, would have made it a lesser one.`,
    averted: (n: number) => `${changes(n)} of a single setting would have averted this failure`,
    byLuck: (n: number) =>
      n === 1
        ? 'but by luck: it does not help in most like failures.'
        : 'but each by luck: none of them helps in most like failures.',
    byPolicy: (n: number, of: number) =>
      n === of
        ? `and ${plural(n, 'it helps', n === 2 ? 'both help' : 'all of them help')} in most like failures too.`
        : `and ${n} of them ${plural(n, 'helps', 'help')} in most like failures too.`,
    untold: 'but no other future fails like this one, so nothing tells policy from luck.',
    joined: (first: string, second: string) => `${first}, ${second}`,
  },
  list: 'Changes that help',
  fromTo: (before: string, after: string) => `${before} → ${after}`,
  averts: (outcome: string) => `Then: ${outcome.toLowerCase()}`,
  lessens: (outcome: string) => `Only turns it into: ${outcome.toLowerCase()}`,
  helps: (count: string, runs: string) => `helps in ${count} of ${runs} like failures`,
  interval: (interval: string) => `(${interval} of 100)`,
  noneAlike: 'no like failure to try it on',
  apply: 'Make this change',
  applyNamed: (name: string, change: string) => `Make this change. ${name}: ${change}`,
  luck: (n: number) =>
    `Luck more than policy: ${changes(n)} that ${plural(n, 'helps', 'help')} in fewer than half of like failures`,
  unable: (n: number) =>
    `${settings(n)} cannot change this, whatever ${plural(n, 'its value', 'their values')}`,
  /** Where none helps. */
  tried: (n: number) => `The ${settings(n)} that ${plural(n, 'was', 'were')} tried`,
  listed: (names: readonly string[]) => `${names.join('; ')}.`,
  note: (like: string) =>
    `Each setting is tried at every stop of its slider, outward from where it stands; all else stays as it is, luck included. Shown is the nearest value that helps. ${like}`,
  like: {
    first: (runs: string, outcome: string) =>
      `Like failures: the first ${runs} other futures that end in the same way, ${outcome.toLowerCase()}. In brackets the 95% interval from sampling.`,
    all: (runs: string, outcome: string) =>
      `Like failures: all ${runs} other futures of these that end in the same way, ${outcome.toLowerCase()}. In brackets the 95% interval from sampling.`,
    one: (outcome: string) =>
      `Like failures: the only other future of these that ends in the same way, ${outcome.toLowerCase()}.`,
    none: (outcome: string) => `No other of these futures ends in the same way, ${outcome.toLowerCase()}.`,
  },
  components: {
    title: 'One component of another policy',
    reference: 'Policy to take it from',
    all: 'All five components',
    settings: (n: number) => `${settings(n)} ${plural(n, 'changes', 'change')}`,
    unable: (names: readonly string[]) =>
      `Taken over alone, ${inSentence(names)} would not have made this future end any better.`,
    /** Where all five together do not help either. */
    noneHelps: 'Not even the whole of that policy would have made this future end any better.',
    same: (names: readonly string[]) => `The same in both: ${inSentence(names)}.`,
    apply: 'Take over',
    applyNamed: (component: string, policy: string) => `Take over ${component.toLowerCase()} from ${policy}`,
    changed: (component: string, policy: string) => `${component} as in ${policy}`,
    byLuck: 'luck more than policy',
    noReference: 'No policy that comes with the simulator has the same levels on the same scale.',
  },
} as const;
