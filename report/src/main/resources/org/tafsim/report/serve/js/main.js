// Views by the address's hash, what is chosen in it too, so that a link shows the same.
import { ask } from './api.js';
import { repaint } from './charts.js';
import * as runs from './runs.js';
import * as sweeps from './sweeps.js';
import * as overlay from './overlay.js';
import * as settings from './settings.js';
import * as pareto from './pareto.js';
import * as sql from './sql.js';

const VIEWS = { runs, sweeps, overlay, settings, pareto, sql };
const POLL_MS = 1500;

window.dashboard = { errors: [], charts: {}, ready: false };
window.addEventListener('error', (event) => window.dashboard.errors.push(String(event.message)));
window.addEventListener('unhandledrejection', (event) => window.dashboard.errors.push(String(event.reason)));

const app = { table: null, progress: null, chosen: [], view: 'runs', choose, refresh };

function read() {
  const [view, query] = location.hash.slice(1).split('?');
  app.view = VIEWS[view] ? view : 'runs';
  app.chosen = new URLSearchParams(query || '').getAll('run');
}

function hash(view, keys) {
  return '#' + view + (keys.length ? '?' + keys.map((key) => 'run=' + encodeURIComponent(key)).join('&') : '');
}

/** Changes what is chosen, and stays where it is. */
function choose(keys) {
  app.chosen = keys;
  history.replaceState(null, '', hash(app.view, keys));
  links();
}

function links() {
  for (const link of document.querySelectorAll('.tabs a')) {
    const view = link.hash.slice(1).split('?')[0];
    link.href = hash(view, app.chosen);
    if (view === app.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

async function refresh() {
  links();
  for (const name of Object.keys(VIEWS)) document.getElementById(name).hidden = name !== app.view;
  await attempt(() => VIEWS[app.view].show(document.getElementById(app.view), app));
}

async function attempt(work) {
  const trouble = document.getElementById('trouble');
  try {
    await work();
    trouble.hidden = true;
  } catch (error) {
    trouble.textContent = error.message;
    trouble.hidden = false;
  }
}

async function load() {
  app.table = await ask('results');
  document.getElementById('root').textContent = app.table.root;
}

/** How sweeps go; the table anew where something came or went. */
async function poll() {
  if (document.visibilityState === 'visible') {
    await attempt(async () => {
      app.progress = await ask('progress');
      const running = app.progress.sweeps.filter((sweep) => sweep.state === 'running').length;
      document.getElementById('running').textContent = running ? '(' + running + ' running)' : '';
      if (app.table && app.progress.stamp !== app.table.stamp) {
        await load();
        if (app.view === 'runs' || app.view === 'pareto') await refresh();
      }
      if (app.view === 'sweeps') await refresh();
    });
  }
  setTimeout(poll, POLL_MS);
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  document.getElementById('theme').textContent = name === 'dark' ? 'Light' : 'Dark';
  document.getElementById('theme').setAttribute('aria-label', name === 'dark' ? 'Light theme' : 'Dark theme');
  repaint();
}

function kept(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
theme(kept('tafsim-theme') || (dark.matches ? 'dark' : 'light'));
document.getElementById('theme').addEventListener('click', () => {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  try { localStorage.setItem('tafsim-theme', next); } catch { /* not kept */ }
  theme(next);
  refresh();
});
window.addEventListener('hashchange', () => { read(); refresh(); });

read();
await attempt(load);
await refresh();
poll();
window.dashboard.ready = true;
