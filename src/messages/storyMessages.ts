import { story } from './en/page/story';

export type { Told } from './en/page/story';

/** The sentences that tell one future, apart because they are needed only where one is told. */
export const storyMessages = story;
