/** Resolves once the browser has painted what is on the page now; in a hidden tab, which paints nothing, soon. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 500);
  });
}
