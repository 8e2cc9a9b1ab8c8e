import { flushSync } from 'svelte';
import { readChartTheme, type ChartTheme } from './charts/theme';

/** What changes the page's colours. */
const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** The chart theme in force, kept up with the system's settings; on paper it is the light one. */
export class ChartThemeInForce {
  #current = $state.raw<ChartTheme>(readChartTheme());

  constructor() {
    for (const query of media) {
      matchMedia(query).addEventListener('change', () => this.#read());
    }
    window.addEventListener('beforeprint', () => this.#print(true));
    window.addEventListener('afterprint', () => this.#print(false));
  }

  get current(): ChartTheme {
    return this.#current;
  }

  #read(): void {
    this.#current = readChartTheme();
  }

  /** Canvases keep what was drawn on them, so they are drawn in light colours before the page is printed. */
  #print(printing: boolean): void {
    document.documentElement.toggleAttribute('data-printing', printing);
    flushSync(() => this.#read());
  }
}
