import * as v from 'valibot';
import { messages } from '../messages/messages';
import { describeValue } from '../parameters/describeValue';
import type { Issue } from '../parameters/issue';
import { nearestNames } from '../parameters/nearestNames';
import { isRecord, pathText, valueAt, type Path } from './path';

/** The parts of a valibot schema that describe what may stand at a path. */
interface Described {
  readonly type: string;
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly value?: Described;
  readonly wrapped?: Described;
  readonly options?: readonly unknown[];
}

function unwrapped(schema: Described): Described {
  return schema.wrapped === undefined ? schema : unwrapped(schema.wrapped);
}

function isDescribed(option: unknown): option is Described {
  return typeof option === 'object' && option !== null && 'type' in option;
}

/** The schema of an object's keys: the schema itself, or the option of a union that is an object. */
function objectSchema(schema: Described): Described | undefined {
  const inner = unwrapped(schema);
  if (inner.type === 'strict_object') return inner;
  return inner.options
    ?.filter(isDescribed)
    .map(objectSchema)
    .find((option) => option !== undefined);
}

function schemaBelow(schema: Described, key: string | number): Described | undefined {
  const inner = unwrapped(schema);
  if (typeof key === 'number') return inner.item;
  if (inner.type === 'record') return inner.value;
  const entries = objectSchema(inner)?.entries;
  return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function expectedAt(root: Described, path: Path): string {
  let schema: Described | undefined = root;
  for (const key of path) schema = schema === undefined ? undefined : schemaBelow(schema, key);
  const message = schema === undefined ? undefined : unwrapped(schema).message;
  if (typeof message !== 'string') throw new Error(`no expectation is written for ${pathText(path)}`);
  return message;
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

/** Where an input is wrong. In an object that tries to be a distribution: at its parts, else as a whole. */
function wrongPaths(issue: v.BaseIssue<unknown>, input: unknown): Path[] {
  const own = pathOf(issue);
  const inner = (issue.issues ?? []).filter((each) => (each.path ?? []).length > 0);
  if (inner.length > 0 && isRecord(valueAt(input, own))) {
    return inner.flatMap((each) => wrongPaths(each, valueAt(input, own)).map((path) => [...own, ...path]));
  }
  // A list where an object belongs lacks every key: say so once.
  const parent = own.slice(0, -1);
  const isListForObject = typeof own.at(-1) === 'string' && Array.isArray(valueAt(input, parent));
  return [isListForObject ? parent : own];
}

// Beyond this, a list of keys says less than the nearest of them.
const readableKeyCount = 8;

function unknownKeyIssue(schema: Described, path: Path, key: string): Issue {
  const keys = Object.keys(schema.entries ?? {}).filter((known) => known !== '$schema');
  const nearest = keys.length <= readableKeyCount ? keys : nearestNames(key, keys);
  const { issues } = messages;
  return {
    path: pathText([...path, key]),
    expected: nearest.length === 0 ? issues.notAKey : issues.knownKey(nearest),
    received: issues.unknownKey(describeValue(key)),
  };
}

/** Every key that no schema knows, at any depth. */
function unknownKeys(schema: Described, input: unknown, path: Path): Issue[] {
  const inner = unwrapped(schema);
  if (Array.isArray(input)) {
    const { item } = inner;
    return item === undefined
      ? []
      : input.flatMap((each, index) => unknownKeys(item, each, [...path, index]));
  }
  if (!isRecord(input)) return [];
  const known = objectSchema(inner);
  return Object.keys(input).flatMap((key) => {
    const below = schemaBelow(inner, key);
    if (below !== undefined) return unknownKeys(below, input[key], [...path, key]);
    return known === undefined ? [] : [unknownKeyIssue(known, path, key)];
  });
}

/**
 * Every place where an input is not of a schema's shape, once each, with what the schema's messages expect
 * there. Valibot itself stops at an object's first unknown key; here all of them are named.
 */
export function shapeIssues(schema: v.GenericSchema, input: unknown): Issue[] {
  const described = schema as unknown as Described;
  const found = new Map<string, Issue>();
  for (const issue of v.safeParse(schema, input).issues ?? []) {
    const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
    if (isUnknownKey) continue;
    for (const path of wrongPaths(issue, input)) {
      const text = pathText(path);
      const received = describeValue(valueAt(input, path));
      if (!found.has(text)) found.set(text, { path: text, expected: expectedAt(described, path), received });
    }
  }
  return [...found.values(), ...unknownKeys(described, input, [])];
}
