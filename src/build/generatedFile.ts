/** A file that a generator makes; `path` is relative to the repository's root, `text` its whole content. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * A generator: a module src/build/generateSomething.ts exports a function of its own name, `generateSomething`, that
 * returns what it makes from the source as it stands, the same text every time.
 */
export type Generator = () => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
