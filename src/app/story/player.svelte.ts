/** Plays a future: a step after every so many milliseconds, until there is none. */
export const speeds = ['slow', 'middle', 'fast'] as const;
export type Speed = (typeof speeds)[number];

/** Milliseconds between two steps: of a week, and of an event or a phase, which has a sentence to be read. */
const pauses = {
  week: { slow: 250, middle: 100, fast: 40 },
  event: { slow: 3000, middle: 1500, fast: 600 },
} as const satisfies Record<string, Record<Speed, number>>;

export class Player {
  speed = $state<Speed>('middle');
  #isPlaying = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #step: () => boolean;
  readonly #isByWeek: () => boolean;

  /**
   * @param step makes a step; returns whether it led anywhere
   * @param isByWeek whether a step is a week
   */
  constructor(step: () => boolean, isByWeek: () => boolean) {
    this.#step = step;
    this.#isByWeek = isByWeek;
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  play(): void {
    this.#isPlaying = true;
    this.#next();
  }

  stop(): void {
    this.#isPlaying = false;
    clearTimeout(this.#timer);
  }

  #next(): void {
    this.#timer = setTimeout(
      () => {
        if (!this.#isPlaying) return;
        if (this.#step()) this.#next();
        else this.stop();
      },
      pauses[this.#isByWeek() ? 'week' : 'event'][this.speed],
    );
  }
}
