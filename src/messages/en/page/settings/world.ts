/** The world's assumptions: their groups, and each in a few words. */
import { plural } from '../plural';

export const world = {
  heading: 'The world',
  notChosen: 'Assumptions, not chosen by anyone',
  name: 'Assumptions',
  sets: {
    label: 'Kind of world',
    own: 'Values of your own',
    ownNote: 'Some assumptions have values that no named set has. Choosing one puts its own in their place.',
    changes: (count: number) => plural(count, '1 assumption changes', `${count} assumptions change`),
  },
  groups: {
    growth: 'Growth',
    releases: 'Releases',
    evaluation: 'Error and danger',
    protections: 'Protections',
    rival: 'The rival',
    counting: 'Span and counting',
  },
  list: (parts: readonly string[]) => parts.join(', '),
  recordedUntil: (span: string) => `on record for ${span}`,
  inJumps: (share: string) => `${share} in jumps`,
  rival: (place: string) => `rival ${place}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  behind: (multiple: string) => `${multiple} behind`,
  ahead: (multiple: string) => `${multiple} ahead`,
  level: 'level',
  everyRelease: (span: string) => `every ${span}`,
  releaseAge: (span: string) => `${span} old`,
  danger: (multiple: string) => `danger within ${multiple}`,
  failAtOnce: (share: string) => `${share} fail at once`,
  dangerAt: (value: string) => `danger at ${value}`,
  built: (security: string, deployment: string) => `security ${security}, safeguards ${deployment}`,
  notBuilt: 'no way known',
  protected: 'protected from the start',
  path: (points: number, span: string) =>
    `Recorded path: ${points} points over ${span} take the place of simulated growth; after the last one it goes on.`,
  noPath: 'No recorded path: growth is simulated from the start.',
} as const;
