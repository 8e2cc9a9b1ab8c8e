/** What the pages to read say: policies, replays, method and its checks. */
import { method } from './page/method';
import { modelCheck } from './page/modelCheck';
import { policies } from './page/policies';
import { replays } from './page/replays';
import { statechart } from './page/statechart';

export const documents = { policies, replays, method, modelCheck, statechart } as const;
