// Two metrics against each other; who is best in none of both stands behind the line.
import { el, show, choice, scroll, reportOf } from './dom.js';
import { figure, axis, color, ink } from './charts.js';

const state = { x: 'e2e_p95', y: 'cost_eur_per_1k', scenario: null };
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];

export function render(host, app) {
  const table = app.table;
  if (!table) return;
  const scenarios = [...new Set(table.runs.map((run) => run.scenario))].sort();
  if (!scenarios.length) {
    show(host, el('h2', {}, 'Trade-offs'), el('p', { class: 'notice' }, 'No runs yet.'));
    return;
  }
  if (state.scenario === null || (state.scenario && !scenarios.includes(state.scenario))) state.scenario = busiest(table);
  const again = (name) => (value) => { state[name] = value; render(host, app); };
  const metrics = table.metrics.map((metric) => [metric.name, metric.label + (metric.unit ? ' (' + metric.unit + ')' : '')]);
  const points = pointsOf(table);
  const front = frontOf(points, table);
  show(host, el('h2', {}, 'Trade-offs'),
    el('p', { class: 'faint' }, 'A point for each policy of each run. The line joins those that no other beats in both (means alone; intervals are in the report). A click opens the run.'),
    el('div', { class: 'controls' },
      choice('Scenario', [...scenarios.map((name) => [name, name]), ['', 'all']], state.scenario, again('scenario')),
      choice('Across', metrics, state.x, again('x')), choice('Up', metrics, state.y, again('y'))),
    points.length ? el('div', { class: 'panel' }, chart(points, front, table)) : el('p', { class: 'notice' }, 'No run of this scenario has both metrics.'),
    front.length ? members(front, table) : null);
}
export { render as show };

/** The scenario with most points. */
function busiest(table) {
  const counts = new Map();
  for (const run of table.runs) counts.set(run.scenario, (counts.get(run.scenario) || 0) + run.policies.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

const metricOf = (table, name) => table.metrics.find((metric) => metric.name === name);

function pointsOf(table) {
  const [x, y] = [state.x, state.y].map((name) => table.metrics.findIndex((metric) => metric.name === name));
  const scale = (place) => (table.metrics[place].unit === '%' ? 100 : 1);
  return table.runs.filter((run) => !state.scenario || run.scenario === state.scenario)
    .flatMap((run) => run.policies.map((policy) => ({ run, policy, x: policy.values[x], y: policy.values[y], texts: [policy.texts[x], policy.texts[y]] })))
    .filter((point) => point.x !== null && point.y !== null)
    .map((point) => ({ ...point, x: point.x * scale(x), y: point.y * scale(y) }));
}

function frontOf(points, table) {
  const sign = (name) => (metricOf(table, name).better === 'more' ? -1 : 1);
  const [sx, sy] = [sign(state.x), sign(state.y)];
  const sorted = [...points].sort((a, b) => sx * (a.x - b.x) || sy * (a.y - b.y));
  const front = [];
  for (const point of sorted) {
    if (!front.length || sy * point.y < sy * front[front.length - 1].y) front.push(point);
  }
  return front;
}

function chart(points, front, table) {
  const [mx, my] = [metricOf(table, state.x), metricOf(table, state.y)];
  const names = [...new Set(points.map((point) => point.policy.label))];
  const title = (metric) => metric.label + (metric.unit ? ' (' + metric.unit + ')' : '') + (metric.better === 'none' ? '' : ', ' + metric.better + ' is better');
  const say = (point) => point.policy.label + '\n' + point.run.id + '\n' + mx.label + ' ' + point.texts[0] + ' ' + mx.unit + '\n' + my.label + ' ' + point.texts[1] + ' ' + my.unit;
  return figure('pareto-chart', my.label + ' against ' + mx.label + ', a point for each policy of each run', points.length + (points.length === 1 ? ' point' : ' points') + '; ' + front.length + ' on the line.', (width) => ({
    grid: { left: 16, right: 24, top: 40 + 24 * Math.ceil(names.length / Math.max(1, Math.floor(width / 150))), bottom: 30, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 14, textStyle: { color: ink().ink, width: 140, overflow: 'truncate' }, data: names.slice(0, 24) },
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: ink().card, borderColor: ink().edge, textStyle: { color: ink().ink, fontSize: 12 }, formatter: ({ data }) => (data.point ? say(data.point) : '') },
    xAxis: axis(title(mx), { type: 'value', scale: true, nameGap: 28 }),
    yAxis: axis(title(my), { type: 'value', scale: true, nameLocation: 'end', nameGap: 14, nameTextStyle: { color: ink().ink, fontSize: 12, align: 'left', padding: [0, 0, 0, -40] } }),
    series: [
      { type: 'line', silent: true, symbol: 'none', step: 'end', data: front.map((point) => [point.x, point.y]), lineStyle: { color: ink().edge, width: 1.5, type: 'dashed' }, z: 1 },
      ...names.map((name, place) => ({ type: 'scatter', name, symbol: SYMBOLS[Math.floor(place / 7) % SYMBOLS.length], symbolSize: 13, itemStyle: { opacity: 1, color: color(place), borderColor: ink().card, borderWidth: 1 },
        data: points.filter((point) => point.policy.label === name).map((point) => ({ value: [point.x, point.y], point })) })),
    ],
  }), { onclick: (event) => { if (event.data && event.data.point) location.href = reportOf(event.data.point.run.key); } });
}

function members(front, table) {
  const heading = (name) => { const metric = metricOf(table, name); return metric.label + (metric.unit ? ' (' + metric.unit + ')' : ''); };
  return scroll('Policies on the line', '', el('table', { id: 'front' },
    el('caption', {}, 'On the line, from left to right'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Policy'), el('th', { scope: 'col' }, 'Run'), el('th', { scope: 'col', class: 'number' }, heading(state.x)), el('th', { scope: 'col', class: 'number' }, heading(state.y)))),
    el('tbody', {}, front.map((point) => el('tr', {}, el('th', { scope: 'row' }, point.policy.label), el('td', {}, el('a', { href: reportOf(point.run.key) }, point.run.id)),
      point.texts.map((text) => el('td', { class: 'number' }, text)))))));
}
