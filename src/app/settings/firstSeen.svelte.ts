import type { Attachment } from 'svelte/attachments';

/** Whether an element has come into view yet. Where there is room for all of the page, it is at once. */
export class FirstSeen {
  #isSeen = $state(matchMedia('(width >= 60rem)').matches);

  get isSeen(): boolean {
    return this.#isSeen;
  }

  /** For the element. */
  readonly watch: Attachment = (element) => {
    if (this.#isSeen) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#isSeen = true;
      observer.disconnect();
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
