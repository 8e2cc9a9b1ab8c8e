/** What the pages to read say: policies, replays, method. */
import { method } from './page/method';
import { policies } from './page/policies';
import { replays } from './page/replays';
import { statechart } from './page/statechart';

export const documents = { policies, replays, method, statechart } as const;
