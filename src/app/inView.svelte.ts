import type { Attachment } from 'svelte/attachments';

/** Whether an element is in the window, or within a margin of it. */
export class InView {
  #isNow = $state(false);
  readonly #margin: string;

  /** @param margin as of an IntersectionObserver, such as `10% 0px` */
  constructor(margin = '0px') {
    this.#margin = margin;
  }

  /** False until it is known. */
  get isNow(): boolean {
    return this.#isNow;
  }

  /** For the element. */
  readonly watch: Attachment = (element) => {
    const observer = new IntersectionObserver(
      (entries) => (this.#isNow = entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: this.#margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}

/**
 * Of results that come one after the other, the one to show in an element: out of the window only whole ones, since
 * nobody sees the others and each costs time while a setting moves.
 */
export class WhileSeen<Shown extends { readonly settled: boolean }> {
  readonly #inView = new InView();
  readonly #result: () => Shown;
  #last: Shown | null = null;
  readonly #shown = $derived.by(() => {
    const result = this.#result();
    if (this.#last === null || result.settled || this.#inView.isNow) this.#last = result;
    return this.#last;
  });

  constructor(result: () => Shown) {
    this.#result = result;
  }

  get current(): Shown {
    return this.#shown;
  }

  /** For the element. */
  get watch(): Attachment {
    return this.#inView.watch;
  }
}
