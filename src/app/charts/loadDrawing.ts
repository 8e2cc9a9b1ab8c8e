/** Chart.js is loaded after the first paint; what needs it at once asks whether it has come. */
type Drawing = typeof import('./drawing');

let loaded: Drawing | null = null;

/** Loads what draws charts, once. */
export async function loadDrawing(): Promise<Drawing> {
  return (loaded ??= await import('./drawing'));
}

/** What draws charts, or null where it has not been loaded yet. */
export function loadedDrawing(): Drawing | null {
  return loaded;
}
