/** One measurement. */
export interface Line {
  readonly what: string;
  readonly value: string;
  /** What is hoped for; nothing depends on it. */
  readonly goal?: string;
}

const WHAT_WIDTH = 48;
const VALUE_WIDTH = 24;

/** Prints measurements as a table. */
export function print(title: string, lines: readonly Line[]): void {
  console.log(title);
  for (const { what, value, goal } of lines) {
    console.log(`  ${what.padEnd(WHAT_WIDTH)}${value.padEnd(VALUE_WIDTH)}${goal ?? ''}`.trimEnd());
  }
}
