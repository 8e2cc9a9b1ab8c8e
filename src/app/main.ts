import { mount } from 'svelte';
import { inTurn } from './afterPaint';
import Pages from './Pages.svelte';
import { browserRunner, runnerFrom } from './browserRunner';
import { pageOf } from './pages';
import { openAddress } from './session/openAddress';
import { Session } from './session/session.svelte';
import './styles/index.css';
import EmbedView from './views/EmbedView.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with id "app"');
const opened = openAddress(location);
const runner = browserRunner();
let onSimulator = (): void => undefined;
const shown = new Promise<void>((resolve) => (onSimulator = resolve));
// The first question is asked at once, which warms the workers up while the page is drawn; beside a page that is read,
// only when the simulator is gone to.
const isAtSimulator = pageOf(location.hash).kind === 'simulator';
const session = new Session(isAtSimulator ? runner : runnerFrom(shown, runner), opened, inTurn);
if (opened.content?.view.embed === true) mount(EmbedView, { target, props: { session } });
else mount(Pages, { target, props: { session, runner, onSimulator } });
