export type Path = readonly (string | number)[];

/** A path as people write it: `thresholds[1].limit`, `provenance["t1.limit"].source`; '' is the whole. */
export function pathText(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text;
}

/** A plain object, not a list and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path of an input of any shape; undefined where the path leads nowhere. */
export function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    const holds =
      typeof key === 'number' ? Array.isArray(value) : isRecord(value) && Object.hasOwn(value, key);
    if (!holds) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** A copy in which the value at a path is another one. The path must exist up to its last key. */
export function withValueAt<T>(input: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const inner = withValueAt((input as Record<string | number, unknown>)[key], rest, value);
  if (Array.isArray(input)) return input.map((each: unknown, index) => (index === key ? inner : each)) as T;
  return { ...input, [key]: inner };
}
