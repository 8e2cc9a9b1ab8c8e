import { cause } from './en/page/cause';
import { story } from './en/page/story';
import { timeline } from './en/page/timeline';
import { whatIf } from './en/page/whatIf';

export type { Told, ToldReport } from './en/page/story';

/** The sentences that tell one future, apart because they are needed only where one is told. */
export const storyMessages = { ...story, timeline, cause, whatIf } as const;
