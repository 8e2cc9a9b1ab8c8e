import { en } from './en';

/** The sentences in use. */
export const messages = en;
