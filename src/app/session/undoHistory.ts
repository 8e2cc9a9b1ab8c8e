/** States that can be gone back to and forward again. Immutable: every step returns another history. */
export interface UndoHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The control that made the last step and when, in milliseconds; null where the next step can't be part of it. */
  readonly last: { readonly control: string; readonly when: number } | null;
}

/** Steps kept. */
const MOST_STEPS = 200;
/** Changes by the same control within so many milliseconds of each other are one step. */
const ONE_STEP = 1000;

export function newHistory<State>(present: State): UndoHistory<State> {
  return { past: [], present, future: [], last: null };
}

/**
 * The history after a change by `control` at `when`; a slider's moves in quick succession are one step. Null for what
 * is a step of its own however quickly it follows.
 */
export function withStep<State>(
  history: UndoHistory<State>,
  present: State,
  control: string | null,
  when: number,
): UndoHistory<State> {
  const { past, last } = history;
  const isSameStep =
    last !== null && last.control === control && when - last.when < ONE_STEP && past.length > 0;
  return {
    past: isSameStep ? past : [...past, history.present].slice(-MOST_STEPS),
    present,
    future: [],
    last: control === null ? null : { control, when },
  };
}

/** One step back; the same history where there is none. */
export function undone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, last: null };
}

/** One step forward again; the same history where there is none. */
export function redone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, last: null };
}
