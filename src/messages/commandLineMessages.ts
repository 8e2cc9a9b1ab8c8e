import { commandLine } from './en/commandLine';

/** The sentences of the command line, which no page needs. */
export const commandLineMessages = commandLine;
