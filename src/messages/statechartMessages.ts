import { liveStatechart } from './en/page/liveStatechart';
import { statechart } from './en/page/statechart';

/** The sentences of the statechart, apart because they are needed only where it is drawn or listed. */
export const statechartMessages = { ...statechart, live: liveStatechart } as const;
