/** What people read about one parameter. Keys are the parameter's id; values are sentences of one language. */
export interface ParameterMessage {
  /** A short, plain name: a slider's label. */
  readonly label: string;
  /** One sentence that says what it is. */
  readonly sentence: string;
  /** Where the default and its range come from, or why it is an assumption. */
  readonly evidence: string;
  /** What 0 means, where it means more than none. */
  readonly zero?: string;
  /** What null means, where it is allowed. */
  readonly null?: string;
  /** What each choice means, by its id. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** What people read about one thing a simulation reports. */
export interface ResultMessage {
  /** A short, plain name. */
  readonly label: string;
  /** One sentence that says what it is. */
  readonly sentence: string;
}
