import { commandLineMessages } from '../messages/commandLineMessages';
import type { Flag } from './commandLine';

const { flags: sentences, help } = commandLineMessages;

/** The seed of a command line that names none. */
export const DEFAULT_SEED = '1';
/** Longest seed, in UTF-16 units. */
export const LONGEST_SEED = 200;

export const seedFlag: Flag = {
  name: 'seed',
  value: 'text',
  sentence: `${sentences.seed} ${help.defaultIs(DEFAULT_SEED)}`,
};

export const setFlag: Flag = { name: 'set', value: 'id=value', repeats: true, sentence: sentences.set };

export const helpFlag: Flag = { name: 'help', short: 'h', sentence: sentences.help };

export const versionFlag: Flag = { name: 'version', sentence: sentences.version };
