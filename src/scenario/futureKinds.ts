/** Kinds of futures that are a place in an order of all futures. */
export const rankedKinds = ['typical', 'worst', 'luckiest'] as const;
/** Kinds that only some futures are of. */
export const flaggedKinds = ['missedWarning', 'falseAlarm', 'pauseAbandoned'] as const;
export type FutureKind = 'any' | (typeof rankedKinds)[number] | (typeof flaggedKinds)[number];
