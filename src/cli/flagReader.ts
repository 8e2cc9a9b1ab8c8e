import { commandLineMessages } from '../messages/commandLineMessages';
import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/parameters';
import { wholeNumber } from '../results/amounts';
import type { CommandLine } from './commandLine';

const { problems } = commandLineMessages;

// Decimal or scientific: 10000, 1e4.
const numberPattern = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Reads the flags of a command line, gathering what is wrong with them; a wrong one reads as its default. */
export class FlagReader {
  readonly issues: Issue[];
  readonly #line: CommandLine;

  constructor(line: CommandLine) {
    this.#line = line;
    this.issues = [...line.issues];
  }

  reject(path: string, expected: string, received: string): void {
    this.issues.push({ path, expected, received });
  }

  has(flag: string): boolean {
    return this.#line.values.has(flag);
  }

  /** All values of a flag that may be given many times. */
  texts(flag: string): readonly string[] {
    return this.#line.values.get(flag) ?? [];
  }

  /** The value of a flag, if given. */
  text(flag: string): string | undefined {
    return this.#line.values.get(flag)?.at(-1);
  }

  /** A text on one line, of 1 to `maxLength` characters. */
  lineOfText(flag: string, maxLength: number, byDefault: string): string {
    const text = this.text(flag);
    if (text === undefined) return byDefault;
    if (text !== '' && text.length <= maxLength && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return text;
    this.reject(`--${flag}`, messages.issues.text(maxLength), describeValue(text));
    return byDefault;
  }

  /** A whole number from `min` to `max`. */
  wholeNumber(flag: string, min: number, max: number, byDefault: number): number {
    const text = this.text(flag);
    if (text === undefined) return byDefault;
    const value = numberPattern.test(text) ? Number(text) : NaN;
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    const expected = problems.wholeNumber(wholeNumber(min), wholeNumber(max));
    this.reject(`--${flag}`, expected, describeValue(text));
    return byDefault;
  }

  /** One of a few words; the first is the default. */
  choice<const Choices extends readonly [string, ...string[]]>(
    flag: string,
    choices: Choices,
  ): Choices[number] {
    const text = this.text(flag);
    if (text === undefined) return choices[0];
    const choice = choices.find((each) => each === text);
    if (choice === undefined) this.reject(`--${flag}`, messages.issues.oneOf(choices), describeValue(text));
    return choice ?? choices[0];
  }

  /** The only argument that is no flag. */
  operand(expected: string): string | undefined {
    const [operand, ...more] = this.#line.operands;
    if (operand === undefined) this.reject('', expected, messages.issues.nothing);
    else this.noMoreThan(1, more);
    return operand;
  }

  /** Rejects arguments beyond the first few. After an unknown flag they may be its values, so nothing is said. */
  noMoreThan(count: number, more: readonly string[] = this.#line.operands.slice(count)): void {
    if (more.length === 0 || this.#line.issues.length > 0) return;
    this.reject('', problems.noMoreArguments, more.map(describeValue).join(' '));
  }
}
