import { createContext } from 'svelte';
import type { Oddity } from './oddities';

/** The oddities on show, for every control below the settings. */
export const [oddities, provideOddities] = createContext<() => readonly Oddity[]>();
