import { parseArgs } from 'node:util';
import { commandLineMessages } from '../messages/commandLineMessages';
import { describeValue } from '../parameters/describeValue';
import { nearestNames } from '../parameters/nearestNames';
import { parsePublicId, type Issue } from '../parameters/parameters';

const { problems } = commandLineMessages;

/** A flag of a command. */
export interface Flag {
  /** Without its dashes. */
  readonly name: string;
  /** What help shows for its value; a flag without one is given by itself. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeats?: true;
  /** Its form of one dash and one letter. */
  readonly short?: string;
  readonly sentence: string;
}

/** Arguments taken apart. */
export interface CommandLine {
  /** What is neither a flag nor a flag's value. */
  readonly operands: readonly string[];
  /** By flag: its values, in order; an empty text for each time a flag without value was given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly issues: readonly Issue[];
}

/**
 * Joins every flag with its value (`--runs 10` → `--runs=10`), so that a value may start with a dash. A flag that a
 * known flag or nothing follows lacks its value: it is left out, with an issue.
 */
function joinValues(args: readonly string[], flags: readonly Flag[]): { joined: string[]; issues: Issue[] } {
  const joined: string[] = [];
  const issues: Issue[] = [];
  const startsFlag = (arg: string): boolean =>
    arg === '--' || flags.some(({ name }) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--') return { joined: [...joined, ...args.slice(at)], issues };
    const flag = flags.find(({ name, value }) => value !== undefined && arg === `--${name}`);
    const next = args[at + 1];
    if (flag === undefined) {
      joined.push(arg);
    } else if (next === undefined || startsFlag(next)) {
      const expected = problems.flagValue(flag.value ?? '');
      issues.push({ path: arg, expected, received: describeValue(next) });
    } else {
      joined.push(`${arg}=${next}`);
      at++;
    }
  }
  return { joined, issues };
}

function unknownFlag(rawName: string, flags: readonly Flag[]): Issue {
  const name = rawName.replace(/^-+/, '');
  const nearest = nearestNames(
    name,
    flags.map((flag) => flag.name),
  );
  const expected =
    parsePublicId(name) === null
      ? problems.noFlag(nearest.map((each) => `--${each}`))
      : problems.setInstead(name);
  return { path: rawName, expected, received: describeValue(rawName) };
}

/**
 * Takes the arguments of a command apart and finds every flag that is unknown, lacks its value, has one it does not
 * take, or is given too often.
 */
export function parseCommandLine(args: readonly string[], flags: readonly Flag[]): CommandLine {
  const { joined, issues } = joinValues(args, flags);
  const options = Object.fromEntries(
    flags.map(({ name, value, short }) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        ...(short === undefined ? {} : { short }),
      } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: joined,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find(({ name }) => name === token.name);
    if (flag === undefined) {
      issues.push(unknownFlag(token.rawName, flags));
    } else if (flag.value === undefined && token.value !== undefined) {
      const received = describeValue(token.value);
      issues.push({ path: token.rawName, expected: problems.noValue, received });
    } else {
      values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
    }
  }
  for (const { name, repeats } of flags) {
    const times = values.get(name)?.length ?? 0;
    if (times < 2 || repeats) continue;
    issues.push({ path: `--${name}`, expected: problems.once, received: problems.times(times) });
  }
  return { operands, values, issues };
}
