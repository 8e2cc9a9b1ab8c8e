/** Resolves once the browser has painted what is on the page now; in a hidden tab, which paints nothing, soon. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 500);
  });
}

let last = Promise.resolve();

/** Resolves in a frame of its own: heavy pieces of work that wait for their turn never add up to one long task. */
export function inTurn(): Promise<void> {
  last = last.then(afterPaint);
  return last;
}
