// What the chosen runs were told otherwise.
import { el, show, scroll } from './dom.js';
import { ask } from './api.js';

export async function render(host, app) {
  if (app.chosen.length < 2) {
    show(host, el('h2', {}, 'Settings'), el('p', { class: 'notice' }, 'Tick two runs or more in ', el('a', { href: '#runs' }, 'the table'), ' to see what they were told otherwise.'));
    return;
  }
  const table = await ask('diff', app.chosen.map((key) => ['run', key]));
  show(host, el('h2', {}, 'Settings'),
    el('p', { class: 'faint' }, 'Values of the resolved scenarios that differ between any two of the runs; what is the same everywhere is left out. Bold: not as in the first.'),
    table.settings.length ? grid(table) : el('p', { class: 'notice', id: 'same' }, 'All were told the same.'));
}
export { render as show };

function grid(table) {
  return scroll('Settings that differ', '', el('table', { class: 'wide', id: 'setting-table' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, table.settings.length + (table.settings.length === 1 ? ' setting' : ' settings')), table.runs.map((run) => el('th', { scope: 'col', class: 'wrap-anywhere' }, run.id)))),
    el('tbody', {}, table.settings.map((setting) => el('tr', {}, el('th', { scope: 'row', class: 'wrap-anywhere' }, el('code', {}, setting.path)),
      setting.values.map((value) => el('td', { class: 'wrap-anywhere' + (value !== setting.values[0] ? ' differs' : '') }, value === null ? el('span', { class: 'null' }, 'not stated') : value)))))));
}
