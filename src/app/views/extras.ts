/** What the first answer does not need: loaded once the page has been painted, and there when the network is gone. */
export { default as ComparePanel } from './ComparePanel.svelte';
export { default as PrintSheet } from './PrintSheet.svelte';
export { default as ShareDialog } from './ShareDialog.svelte';
export { default as ShortcutsDialog } from './ShortcutsDialog.svelte';
