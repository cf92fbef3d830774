// Questions in SQL about all results.
import { el, show, scroll } from './dom.js';
import { ask, reply } from './api.js';

const EXAMPLES = [
  ['All runs', 'SELECT id, scenario, policies, replications, started_at, wall_s\nFROM runs\nORDER BY started_at DESC'],
  ['Best p95 by scenario', "SELECT r.scenario, s.policy, round(min(s.mean), 1) AS ttft_p95_ms\nFROM summary s JOIN runs r USING (id)\nWHERE s.metric = 'ttft_p95' AND s.scope = 'all'\nGROUP BY ALL\nORDER BY r.scenario, ttft_p95_ms"],
  ['Violations by rule', "SELECT id, policy, scope AS rule, mean AS violations\nFROM summary\nWHERE scope LIKE 'rule:%' AND metric = 'violations' AND mean > 0\nORDER BY mean DESC"],
  ['Energy against SLO', "SELECT id, policy,\n  max(mean) FILTER (metric = 'slo_attainment') AS slo,\n  max(mean) FILTER (metric = 'energy_wh_per_request') AS wh_per_request\nFROM summary\nWHERE scope = 'all'\nGROUP BY ALL\nORDER BY slo DESC"],
  ['Busiest minute', "SELECT id, policy, entity, t_s, round(avg(value), 3) AS utilization\nFROM series\nWHERE metric = 'utilization_fraction'\nGROUP BY ALL\nORDER BY utilization DESC\nLIMIT 20"],
];

const VIEWS = [['runs', 'one row for each run'], ['points', 'of sweeps: what varies'], ['summary', 'means and intervals: id, policy, scope, metric, unit, mean, half_width, n'],
  ['replications', 'exact values: id, policy, scope, metric, replication, value'], ['differences', 'policies against the first, in pairs'], ['series', 'over time: id, policy, replication, t_s, entity, metric, value'],
  ['cdf', 'latencies: id, policy, scope, metric, probability, value_ms'], ['requests', 'every request, where kept']];

export function render(host) {
  if (host.firstChild) return;
  const question = el('textarea', { id: 'question', spellcheck: 'false', autocapitalize: 'off', onkeydown: (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(); } });
  question.value = EXAMPLES[0][1];
  const answer = el('div', { id: 'answer', 'aria-live': 'polite' });
  const run = () => fill(answer, question.value);
  show(host, el('h2', {}, 'SQL'),
    el('p', { class: 'faint' }, 'One SELECT of DuckDB’s SQL over the files of all results. It reads these views and nothing else; it changes nothing.'),
    el('div', { class: 'examples', role: 'group', 'aria-label': 'Examples' }, EXAMPLES.map(([name, text]) => el('button', { class: 'button quiet', type: 'button', onclick: () => { question.value = text; run(); } }, name))),
    el('label', { for: 'question', class: 'hidden' }, 'Question in SQL'), question,
    el('div', { class: 'controls' },
      el('button', { class: 'button', type: 'button', id: 'ask', onclick: run }, 'Ask'),
      el('button', { class: 'button', type: 'button', id: 'keep', onclick: () => keep(answer, question.value) }, 'Download CSV'),
      el('span', { class: 'faint' }, 'Ctrl+Enter asks')),
    answer,
    el('details', { class: 'notice' }, el('summary', {}, 'Views'), el('ul', {}, VIEWS.map(([name, text]) => el('li', {}, el('code', {}, name), ' ', text)))));
}
export { render as show };

async function fill(host, sql) {
  show(host, el('p', { class: 'faint' }, 'Asking …'));
  try {
    const answer = await ask('query', [['sql', sql]]);
    show(host, el('p', { class: 'faint', id: 'rows' }, answer.isWhole ? answer.rows.length + (answer.rows.length === 1 ? ' row' : ' rows') : 'The first ' + answer.rows.length + ' rows; the CSV has up to 100,000.'), grid(answer));
  } catch (error) {
    refuse(host, error);
  }
}

const refuse = (host, error) => show(host, el('p', { class: 'notice', 'data-level': 'warning', id: 'refused' }, error.message));

function grid(answer) {
  return scroll('Answer', 'answer', el('table', { id: 'answer-table' },
    el('thead', {}, el('tr', {}, answer.columns.map((column) => el('th', { scope: 'col', class: column.isNumber ? 'number' : null, title: column.type }, column.name)))),
    el('tbody', {}, answer.rows.map((row) => el('tr', {}, row.map((cell, place) => el('td', { class: answer.columns[place].isNumber ? 'number' : null },
      cell === null ? el('span', { class: 'null' }, 'null') : cell)))))));
}

async function keep(host, sql) {
  try {
    const blob = await (await reply('query', [['sql', sql], ['format', 'csv']])).blob();
    const link = el('a', { href: URL.createObjectURL(blob), download: 'answer.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  } catch (error) {
    refuse(host, error);
  }
}
