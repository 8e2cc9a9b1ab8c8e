/** A text that is typed into a box, until it is its setting's value. */

/** How a box reads and sets its value. */
interface Boxed<Value> {
  /** Null: there is none, and the box is empty. */
  readonly value: () => Value | null;
  /** The value that a text stands for, or what to enter instead. */
  readonly read: (text: string) => { readonly value: Value } | { readonly expected: string };
  /** Takes a value up; returns what is wrong with it, if anything. */
  readonly take: (value: Value) => string | null;
}

/** Milliseconds without a key after which a text is taken as meant: "2" is the beginning of "26". */
const PAUSE = 500;

/** What is typed counts after Enter, after leaving the box or after a pause; Escape brings back what was before. */
export class Draft<Value extends number | string> {
  readonly #boxed: Boxed<Value>;
  /** With the value before typing, and the one that stands while this is typed. */
  #typed = $state.raw<{ text: string; before: Value | null; value: Value | null } | null>(null);
  #issue = $state.raw<string | null>(null);
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(boxed: Boxed<Value>) {
    this.#boxed = boxed;
  }

  /** Gone as soon as the value is set elsewhere. */
  get #current() {
    return this.#typed !== null && this.#typed.value === this.#boxed.value() ? this.#typed : null;
  }

  /** Null: nothing is typed, and the box shows its value. */
  get text(): string | null {
    return this.#current?.text ?? null;
  }

  /** What is wrong with the text, as last read. */
  get issue(): string | null {
    return this.#current === null ? null : this.#issue;
  }

  /** Hears each key. */
  type(text: string): void {
    const value = this.#boxed.value();
    // What was wrong stays in words until the text is read again.
    if (this.#current === null) this.#issue = null;
    this.#typed = { text, before: this.#current === null ? value : this.#current.before, value };
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#takeUp(), PAUSE);
  }

  /** Takes the text up. One that is wrong stays, with its issue; one that is right is written the usual way. */
  finish(): void {
    this.#takeUp();
    if (this.issue === null) this.leave();
  }

  /** Brings the value before typing back. Returns whether anything was typed. */
  cancel(): boolean {
    const typed = this.#current;
    this.leave();
    if (typed === null) return false;
    if (typed.before !== null && typed.before !== typed.value) this.#boxed.take(typed.before);
    return true;
  }

  /** Lets the text go as it is. */
  leave(): void {
    clearTimeout(this.#pause);
    this.#typed = null;
    this.#issue = null;
  }

  #takeUp(): void {
    clearTimeout(this.#pause);
    const typed = this.#current;
    if (typed === null) return;
    const read = this.#boxed.read(typed.text);
    if ('expected' in read) this.#issue = read.expected;
    else this.#issue = read.value === typed.value ? null : this.#boxed.take(read.value);
    this.#typed = { ...typed, value: this.#boxed.value() };
  }
}
