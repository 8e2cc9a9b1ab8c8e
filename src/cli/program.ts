import { name, version } from '../../package.json';

/** The command's name, as its users type it. */
export const PROGRAM = name;
export const PROGRAM_VERSION = version;
