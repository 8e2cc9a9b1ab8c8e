/** What is said about links: on opening one, and where none can be made. */
export const links = {
  /** Shown beside what a link has opened. */
  notices: {
    edited: 'This link was edited or cut since it was shared. What you see is what it says now.',
    migrated: 'This link was made by an earlier version of the simulator and was brought up to date.',
    'preset-changed':
      'A scenario that this link starts from has changed since it was shared, so results may differ.',
    'model-changed':
      'This link was made with another version of the model, so results may differ from those shared.',
  },
  /** Why a link cannot be made, and what to do instead. */
  refusals: {
    seed: 'A link needs a seed of 1 to 200 characters.',
    history: 'A recorded path of capability does not fit into a link. Save the scenario as a file instead.',
    texts: 'The texts of this scenario do not fit into a link. Save it as a file instead.',
    length: 'So many changes do not fit into a link. Save the scenario as a file instead.',
  },
  /** What was expected of a link: fragments that follow "expected". */
  issues: {
    link: (version: number) => `a link of this simulator, which begins with v${version}/`,
    knownVersion: (newest: number) =>
      newest === 1 ? 'a link of version 1' : `a link of version 1 to ${newest}`,
    length: (longest: number) => `at most ${longest} characters`,
    lengthOf: (length: number) => `${length} characters`,
    entry: 'a key and a value with "=" between',
    key: (nearest: readonly string[]) =>
      nearest.length === 0 ? 'a key of links' : `a key of links (nearest: ${nearest.join(', ')})`,
    keyOnce: 'each key once',
    alphabet:
      'only letters, digits and . _ - / in a value, and for anything else ~ with two digits of its UTF-8 each (0-9, A-F)',
    utf8: 'UTF-8 after ~',
    preset: (nearest: readonly string[], all: readonly string[]) =>
      `the id of a preset (${nearest.length === 0 ? '' : `nearest: ${nearest.join(', ')}; `}all: ${all.join(', ')})`,
    levelNumbers: (highest: number) =>
      highest === 1
        ? '1, the number of the only level'
        : `numbers of levels from 1 to ${highest}, ascending, with dots between, such as 1.2`,
    seed: (longest: number) => `a text of 1 to ${longest} characters`,
    run: (highest: string) => `a whole number from 0 to ${highest}`,
    yes: 'yes, or no such key',
    fingerprint: '16 hexadecimal digits (0-9, a-f)',
    origin: (presets: number) =>
      `the versions of model and schema and the start of the content hash of ${
        presets === 1 ? 'the preset' : `each of the ${presets} presets`
      }, such as m1.0.0-s1${'-0123abcd'.repeat(presets)}`,
  },
} as const;
