/** What the first answer does not need: loaded once the page has been painted, and there when the network is gone. */
import '../styles/extras.css';

export { default as AlsoAndCosts } from './AlsoAndCosts.svelte';
export { default as Colophon } from './Colophon.svelte';
export { default as ComparePanel } from './ComparePanel.svelte';
export { default as FutureStory } from './FutureStory.svelte';
export { default as LevelTable } from './LevelTable.svelte';
export { default as PrintSheet } from './PrintSheet.svelte';
export { default as ShareDialog } from './ShareDialog.svelte';
export { default as ShortcutsDialog } from './ShortcutsDialog.svelte';
export { default as WorldSettings } from './WorldSettings.svelte';
export { readScenarioFile, scenarioFile } from '../share/scenarioFile';
