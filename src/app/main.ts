import { mount } from 'svelte';
import { inTurn } from './afterPaint';
import Pages from './Pages.svelte';
import { browserRunner } from './browserRunner';
import { openAddress } from './session/openAddress';
import { Session } from './session/session.svelte';
import './styles/index.css';
import EmbedView from './views/EmbedView.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with id "app"');
const opened = openAddress(location);
// The session asks its first question at once, which starts the workers and warms them up while the page is drawn.
const runner = browserRunner();
const session = new Session(runner, opened, inTurn);
if (opened.content?.view.embed === true) mount(EmbedView, { target, props: { session } });
else mount(Pages, { target, props: { session, runner } });
