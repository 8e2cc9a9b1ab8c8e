/** Where data parts from other data. */
export interface Difference {
  /** Keys and positions joined by dots; '' for the whole. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * Every leaf in which two values of plain data differ (by Object.is), in the order of the first, and every key that only
 * one of them has. Columns of numbers are compared element by element.
 */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isContainer(before) || !isContainer(after)) return [{ path, before, after }];
  const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (ArrayBuffer.isView(before) && ArrayBuffer.isView(after)) {
    const [left, right] = [before, after] as unknown as [Float64Array, Float64Array];
    const found: Difference[] = [];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      if (!Object.is(left[i], right[i]))
        found.push({ path: inner(`${i}`), before: left[i], after: right[i] });
    }
    return found;
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], inner(key)));
}
