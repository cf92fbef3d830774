// The table of runs: a block for each, a line for each policy of it.
import { el, show, scroll, choice, reportOf } from './dom.js';
import { holds } from './filter.js';

const LINES = 4;
const state = { filter: '', scenario: '', sort: 'startedAt', down: true, open: new Set() };

const ASIDE = new Set(['seed', 'replications', 'startedAt']); // left out where there is little room

const COLUMNS = [
  ['id', 'Run', (run) => run.id],
  ['seed', 'Seed', (run) => Number(run.seed)],
  ['replications', 'n', (run) => run.replications],
  ['startedAt', 'Started', (run) => run.startedAt],
  ['policies', 'Policies', (run) => run.policies.length],
];

const shownOf = (table) => table.metrics.filter((metric) => metric.isInTable);

/** The best of a run's policies decides where the run stands. */
function keyOf(table, name) {
  const column = COLUMNS.find(([id]) => id === name);
  if (column) return column[2];
  const place = table.metrics.findIndex((metric) => metric.name === name);
  const best = table.metrics[place].better === 'more' ? Math.max : Math.min;
  return (run) => {
    const values = run.policies.map((policy) => policy.values[place]).filter((value) => value !== null);
    return values.length ? best(...values) : null;
  };
}

/** What has no value comes last, whichever way. */
function compare(key, down) {
  return (one, other) => {
    const a = key(one);
    const b = key(other);
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (down ? -1 : 1);
  };
}

export function render(host, app) {
  const table = app.table;
  if (!table) return;
  if (!host.firstChild) build(host, app);
  notices(host.querySelector('.notices'), table);
  scenarios(host.querySelector('.scenarios'), app);
  rows(host, app);
}
export { render as show };

function build(host, app) {
  const search = el('input', { type: 'search', id: 'filter', placeholder: 'nearest ttft_p95<200', value: state.filter,
    oninput: () => { state.filter = search.value; rows(host, app); } });
  show(host, el('h2', {}, 'Runs'),
    el('p', { class: 'faint' }, 'Means over replications ± half-width of the 95 % interval, of all requests; a line for each policy. A heading sorts, by the best policy of each run.'),
    el('div', { class: 'controls' },
      el('label', { class: 'choice', for: 'filter' }, 'Filter'), search,
      el('span', { class: 'scenarios' }),
      el('span', { class: 'faint count', role: 'status' })),
    el('div', { class: 'controls chosen' }),
    el('div', { class: 'table' }),
    el('div', { class: 'notices' }));
}

function scenarios(host, app) {
  const names = [...new Set(app.table.runs.map((run) => run.scenario))].sort();
  show(host, names.length > 1
    ? choice('Scenario', [['', 'all'], ...names.map((name) => [name, name])], state.scenario,
      (name) => { state.scenario = name; rows(document.getElementById('runs'), app); })
    : []);
}

function notices(host, table) {
  const parts = [];
  if (table.leftOff) parts.push(el('p', { class: 'notice' }, table.leftOff + ' older runs are left off; `tafsim results list` lists all.'));
  if (table.flaws.length) {
    parts.push(el('details', { class: 'notice', 'data-level': 'warning', id: 'flaws', open: true },
      el('summary', {}, table.flaws.length === 1 ? 'One folder cannot be shown' : table.flaws.length + ' folders cannot be shown'),
      el('ul', {}, table.flaws.map((flaw) => el('li', {}, el('code', {}, flaw.folder), ' ', flaw.reason)))));
  }
  show(host, parts);
}

function rows(host, app) {
  const table = app.table;
  const runs = table.runs
    .filter((run) => (!state.scenario || run.scenario === state.scenario) && holds(state.filter, run, table.metrics))
    .sort(compare(keyOf(table, state.sort), state.down));
  host.querySelector('.count').textContent = runs.length + ' of ' + table.runs.length + (table.runs.length === 1 ? ' run' : ' runs');
  chosen(host.querySelector('.chosen'), app, host);
  const focus = document.activeElement && document.activeElement.dataset.focus;
  show(host.querySelector('.table'), table.runs.length === 0
    ? el('p', { class: 'notice' }, 'No runs yet. `tafsim run scenarios/hello.yaml` makes one; it appears here by itself.')
    : scroll('Runs', 'runs', el('table', { id: 'run-table' }, head(host, app), runs.map((run) => block(run, host, app)))));
  if (focus) host.querySelector('[data-focus="' + CSS.escape(focus) + '"]')?.focus();
}

function chosen(host, app, view) {
  const count = app.chosen.length;
  const go = (name) => () => { location.hash = '#' + name + '?' + app.chosen.map((key) => 'run=' + encodeURIComponent(key)).join('&'); };
  show(host,
    el('span', { class: 'faint' }, count === 0 ? 'Choose up to 8 runs to lay them over each other.' : count + (count === 1 ? ' run chosen' : ' runs chosen')),
    el('button', { class: 'button', type: 'button', disabled: count < 1, onclick: go('overlay') }, 'Overlay'),
    el('button', { class: 'button', type: 'button', disabled: count < 2, onclick: go('settings') }, 'Compare settings'),
    count ? el('button', { class: 'button quiet', type: 'button', onclick: () => { app.choose([]); rows(view, app); } }, 'Choose none') : null);
}

function head(host, app) {
  const heading = (name, label, unit, isNumber) => el('th', {
    scope: 'col', class: (isNumber ? 'number' : '') + (ASIDE.has(name) ? ' aside' : ''), 'data-sort': name,
    'aria-sort': state.sort === name ? (state.down ? 'descending' : 'ascending') : null },
  el('button', { type: 'button', 'data-focus': 'sort-' + name, onclick: () => {
    state.down = state.sort === name ? !state.down : false;
    state.sort = name;
    rows(host, app);
  } }, label), el('span', { class: 'unit' }, unit));
  return el('thead', {}, el('tr', {},
    el('th', { scope: 'col' }, el('span', { class: 'hidden' }, 'Chosen')),
    COLUMNS.map(([name, label]) => heading(name, label, name === 'startedAt' ? 'UTC' : '', name === 'seed' || name === 'replications')),
    shownOf(app.table).map((metric) => heading(metric.name, metric.label, metric.unit, true))));
}

function block(run, host, app) {
  const all = run.policies.length <= LINES + 1 || state.open.has(run.key);
  const shown = all ? run.policies : run.policies.slice(0, LINES);
  const span = shown.length + (all ? 0 : 1);
  const isChosen = app.chosen.includes(run.key);
  const box = el('input', { type: 'checkbox', 'aria-label': 'Choose ' + run.id, 'data-focus': 'run-' + run.key, checked: isChosen,
    disabled: !isChosen && app.chosen.length >= 8,
    onchange: () => { app.choose(isChosen ? app.chosen.filter((key) => key !== run.key) : [...app.chosen, run.key]); rows(host, app); } });
  const about = [
    el('td', { rowspan: span }, box),
    el('th', { rowspan: span, scope: 'rowgroup', class: 'name' }, el('a', { href: reportOf(run.key), title: run.key }, run.id), el('span', { class: 'scenario' }, run.scenario)),
    el('td', { rowspan: span, class: 'number aside' }, run.seed),
    el('td', { rowspan: span, class: 'number aside' }, run.replications),
    el('td', { rowspan: span, class: 'aside' }, el('span', { class: 'nowrap' }, run.startedAt.slice(0, 10)), ' ', run.startedAt.slice(11, 16))];
  const lines = shown.map((policy, place) => el('tr', {}, place === 0 ? about : [],
    el('td', { class: 'policy' }, policy.label), shownOf(app.table).map((metric) => el('td', { class: 'number' }, policy.texts[app.table.metrics.indexOf(metric)]))));
  if (!all) {
    lines.push(el('tr', {}, el('td', { class: 'policy', colspan: 1 + shownOf(app.table).length },
      el('button', { class: 'more', type: 'button', onclick: () => { state.open.add(run.key); rows(host, app); } },
        (run.policies.length - LINES) + ' more policies'))));
  }
  return el('tbody', { 'data-key': run.key, 'data-chosen': isChosen }, lines);
}
