import { mount } from 'svelte';
import App from './App.svelte';
import { browserRunner } from './browserRunner';
import { Session } from './session/session.svelte';
import './styles/index.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with id "app"');
// The session asks its first question at once, which starts the workers and warms them up while the page is drawn.
mount(App, { target, props: { session: new Session(browserRunner()) } });
