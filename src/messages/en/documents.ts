/** What the pages to read say: policies, replays, method. */
import { method } from './page/method';
import { policies } from './page/policies';
import { replays } from './page/replays';

export const documents = { policies, replays, method } as const;
