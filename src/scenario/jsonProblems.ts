import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';

const { issues } = messages;

// Far deeper than any scenario, far shallower than the call stack.
const deepest = 64;

const spaces = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids raw control characters in strings
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordToken = /true|false|null/y;

class SyntaxProblem extends Error {
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

/** Reads JSON as its grammar says; keeps nothing but the keys given twice. */
class JsonReader {
  readonly twice: { offset: number; key: string }[] = [];
  private offset = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  readWhole(): void {
    this.skipSpaces();
    this.readValue(0);
    if (this.offset < this.text.length) throw new SyntaxProblem(this.offset, issues.endOfText);
  }

  private take(token: RegExp): string | null {
    token.lastIndex = this.offset;
    const match = token.exec(this.text);
    if (match === null) return null;
    this.offset = token.lastIndex;
    return match[0];
  }

  private skipSpaces(): void {
    this.take(spaces);
  }

  private takeMark(mark: string): boolean {
    if (this.text[this.offset] !== mark) return false;
    this.offset++;
    this.skipSpaces();
    return true;
  }

  private readValue(depth: number): void {
    if (depth > deepest) throw new SyntaxProblem(this.offset, issues.depth(deepest));
    if (this.takeMark('{')) this.readMembers(depth);
    else if (this.takeMark('[')) this.readItems(depth);
    else if (this.take(stringToken) ?? this.take(numberToken) ?? this.take(wordToken)) this.skipSpaces();
    else throw new SyntaxProblem(this.offset, issues.jsonValue);
  }

  private readItems(depth: number): void {
    if (this.takeMark(']')) return;
    do this.readValue(depth + 1);
    while (this.takeMark(','));
    if (!this.takeMark(']')) throw new SyntaxProblem(this.offset, issues.marks(',', ']'));
  }

  private readMembers(depth: number): void {
    if (this.takeMark('}')) return;
    const keys = new Set<string>();
    do {
      const keyOffset = this.offset;
      const token = this.take(stringToken);
      if (token === null) throw new SyntaxProblem(keyOffset, issues.jsonKey);
      const key = JSON.parse(token) as string;
      if (keys.has(key)) this.twice.push({ offset: keyOffset, key });
      keys.add(key);
      this.skipSpaces();
      if (!this.takeMark(':')) throw new SyntaxProblem(this.offset, issues.mark(':'));
      this.readValue(depth + 1);
    } while (this.takeMark(','));
    if (!this.takeMark('}')) throw new SyntaxProblem(this.offset, issues.marks(',', '}'));
  }
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return issues.place(before.length, (before.at(-1) as string).length + 1);
}

/**
 * What keeps a text from being read as JSON: its first syntax error, or every key that an object gives twice
 * (of which JSON.parse would drop one without a word). The path of an issue is its line and column from 1.
 */
export function findJsonProblems(text: string): Issue[] {
  const reader = new JsonReader(text);
  try {
    reader.readWhole();
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem;
    const rest = text.slice(problem.offset, problem.offset + 20).split('\n')[0] as string;
    const isAtEnd = problem.offset >= text.length;
    const received = isAtEnd ? issues.endOfText : rest === '' ? issues.endOfLine : describeValue(rest);
    return [{ path: placeOf(text, problem.offset), expected: problem.expected, received }];
  }
  return reader.twice.map(({ offset, key }) => ({
    path: placeOf(text, offset),
    expected: issues.keyOnce,
    received: issues.twice(describeValue(key)),
  }));
}
