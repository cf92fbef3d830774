// Chosen runs over each other: latencies, load over time, numbers with their intervals.
import { el, show, scroll, choice } from './dom.js';
import { ask } from './api.js';
import { figure, axis, color, dash, mark, ink, short, widest } from './charts.js';

const KEY = ['slo_attainment', 'ttft_p95', 'e2e_p95', 'violations', 'violating_requests', 'cost_eur_per_1k', 'energy_wh_per_request'];
const state = { scope: 'all', latency: 'ttft', line: '', metric: 'ttft_p95', all: false, filter: '', hidden: new Set() };
let data = null;
let loaded = '';

export async function render(host, app) {
  if (!app.chosen.length) {
    loaded = '';
    show(host, el('h2', {}, 'Overlay'), el('p', { class: 'notice' }, 'Nothing is chosen. Tick runs in ', el('a', { href: '#runs' }, 'the table'), ' first.'));
    return;
  }
  const wanted = JSON.stringify([app.chosen, state.scope, app.table && app.table.stamp]);
  if (wanted !== loaded) {
    data = await ask('overlay', [...app.chosen.map((key) => ['run', key]), ['scope', state.scope]]);
    loaded = wanted;
  }
  paint(host, app);
}
export { render as show };

const many = () => new Set(data.columns.map((column) => column.key)).size > 1;
const nameOf = (column) => column.policy + (many() ? ' · ' + column.id : '');
const visible = () => data.columns.map((column, place) => place).filter((place) => !state.hidden.has(idOf(place)));
const idOf = (place) => data.columns[place].key + '\n' + data.columns[place].policy;

function paint(host, app) {
  const again = (change) => (value) => { change(value); return render(host, app); };
  show(host, el('h2', {}, 'Overlay'),
    el('p', { class: 'faint' }, 'Every policy of the chosen runs. Runs of different seeds or scenarios did not see the same requests: read their intervals, not small differences.'),
    el('div', { class: 'controls' },
      choice('About', data.scopes.filter((scope) => scope === 'all' || scope.startsWith('app:')).map((scope) => [scope, scope === 'all' ? 'all requests' : scope]), state.scope,
        again((scope) => { state.scope = scope; }))),
    el('div', { class: 'legend', role: 'group', 'aria-label': 'Policies shown' }, data.columns.map((column, place) => chip(column, place, host, app))),
    el('div', { class: 'panels' },
      el('div', { class: 'panel' }, el('h3', {}, 'Latency'), latencyControls(again), latency()),
      el('div', { class: 'panel' }, el('h3', {}, 'Load over time'), ...load(again)),
      el('div', { class: 'panel whole' }, el('h3', {}, 'One metric'), ...metric(again)),
      el('div', { class: 'panel whole' }, el('h3', {}, 'Numbers'), ...numbers(again))));
}

function chip(column, place, host, app) {
  const id = idOf(place);
  return el('button', { class: 'chip', type: 'button', 'aria-pressed': String(!state.hidden.has(id)),
    onclick: () => { state.hidden.has(id) ? state.hidden.delete(id) : state.hidden.add(id); render(host, app); } },
  mark(place), el('span', {}, nameOf(column)));
}

function line(place, points, more = {}) {
  return { type: 'line', name: nameOf(data.columns[place]), data: points, showSymbol: false, lineStyle: { width: 2, type: dash(place).length ? dash(place) : 'solid', color: color(place) }, itemStyle: { color: color(place) }, ...more };
}

const grid = () => ({ left: 8, right: 28, top: 16, bottom: 28, containLabel: true });
const hover = (unit) => ({ trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: ink().card, borderColor: ink().edge, textStyle: { color: ink().ink, fontSize: 12 }, valueFormatter: (value) => (value === undefined || value === null ? '–' : short(value) + unit) });

function latencyControls(again) {
  return el('div', { class: 'controls' }, choice('Latency', [['ttft', 'time to first token'], ['e2e', 'end to end']], state.latency, again((name) => { state.latency = name; })));
}

function latency() {
  const shown = new Set(visible());
  const curves = data.curves.filter((curve) => curve.metric === state.latency && shown.has(curve.column));
  if (!curves.length) return el('p', { class: 'faint' }, 'The chosen runs have no such latencies.');
  const times = curves.flatMap((curve) => curve.points.map(([ms]) => ms)).filter((ms) => ms > 0);
  const isWide = Math.max(...times) > 12 * Math.min(...times);
  return figure('overlay-latency', 'Share of requests that got their answer within a time, a line for each policy', 'Completed requests at or below a latency; each quantile is a mean over replications.', () => ({
    grid: grid(),
    tooltip: { ...hover(' %'), axisPointer: { axis: 'x', label: { formatter: ({ value }) => short(value) + ' ms' } } },
    xAxis: axis(isWide ? 'latency (ms, logarithmic)' : 'latency (ms)', { type: isWide ? 'log' : 'value', scale: !isWide, nameGap: 26 }),
    yAxis: axis('', { type: 'value', min: 0, max: 100, axisLabel: { color: ink().faint, formatter: '{value} %' } }),
    series: curves.map((curve) => line(curve.column, curve.points.filter(([ms]) => ms > 0).map(([ms, share]) => [ms, 100 * share]))),
  }));
}

function load(again) {
  const lines = [...new Set(data.series.map((one) => one.entity + ' ' + one.metric))].sort();
  if (!lines.length) return [el('p', { class: 'faint' }, 'The chosen runs have no series as CSV; the SQL box reads those in Parquet.')];
  const utilization = lines.filter((name) => name.endsWith(' utilization_fraction'));
  if (!lines.includes(state.line)) state.line = utilization[0] || lines[0];
  const [entity, name] = state.line.split(' ');
  const isShare = name.endsWith('_fraction');
  const shown = new Set(visible());
  return [
    el('div', { class: 'controls' }, choice('Of', lines.map((one) => [one, one.replace('tier:', '').replace(' ', ': ').replaceAll('_', ' ')]), state.line, again((one) => { state.line = one; }))),
    figure('overlay-load', 'Load over time, a line for each policy', 'Mean over replications; time since the start of the run, warm-up included.', () => ({
      grid: grid(),
      tooltip: hover(isShare ? ' %' : ''),
      xAxis: axis('time (s)', { type: 'value', nameGap: 26, min: 0, max: 'dataMax' }),
      yAxis: axis('', { type: 'value', min: 0, axisLabel: { color: ink().faint, formatter: (value) => short(value) + (isShare ? ' %' : '') } }),
      series: data.series.filter((one) => one.entity === entity && one.metric === name && shown.has(one.column))
        .map((one) => line(one.column, one.points.map(([time, value]) => [time, isShare ? 100 * value : value]))),
    }))];
}

/** A dot and its interval for each policy. */
function metric(again) {
  const row = data.metrics.find((one) => one.metric === state.metric) || data.metrics[0];
  if (!row) return [el('p', { class: 'faint' }, 'The chosen runs have no numbers of this scope.')];
  const factor = row.unit === '%' ? 100 : 1;
  const places = visible().filter((place) => row.values[place] !== null).reverse();
  const interval = (params, api) => {
    const y = api.coord([0, api.value(0)])[1];
    const [from, to] = [api.coord([api.value(1), 0])[0], api.coord([api.value(2), 0])[0]];
    const stroke = color(places[api.value(0)]);
    return { type: 'line', shape: { x1: from, x2: to, y1: y, y2: y }, style: { stroke, lineWidth: 2 } };
  };
  const cut = (text) => (text.length > 26 ? text.slice(0, 25) + '…' : text);
  const labels = places.map((place) => [data.columns[place].policy, ...(many() ? [data.columns[place].id] : [])].map(cut));
  return [
    el('div', { class: 'controls' }, choice('Metric', data.metrics.map((one) => [one.metric, one.metric]), row.metric, again((name) => { state.metric = name; }))),
    figure('overlay-metric', row.metric + ' of each policy with its interval', 'Mean over replications and its 95 % interval' + (row.better === 'none' ? '.' : '; ' + row.better + ' is better.'), () => ({
      grid: { left: 16 + widest(labels.flat(), 11), right: 28, top: 8, bottom: 44 },
      tooltip: { ...hover(''), trigger: 'item', formatter: ({ data: [, place] }) => nameOf(data.columns[places[place]]) + '\n' + row.texts[places[place]] + ' ' + row.unit },
      xAxis: axis(row.unit ? row.metric + ' (' + row.unit + ')' : row.metric, { type: 'value', scale: true, nameGap: 26 }),
      yAxis: { type: 'category', data: labels.map((label) => label.join('\n')), axisLabel: { color: ink().ink, fontSize: 11, lineHeight: 14, interval: 0 }, axisTick: { show: false }, axisLine: { lineStyle: { color: ink().edge } } },
      series: [
        { type: 'custom', renderItem: interval, silent: true, encode: { x: [1, 2], y: 0 },
          data: places.map((place, at) => [at, (row.values[place] - (row.halfWidths[place] || 0)) * factor, (row.values[place] + (row.halfWidths[place] || 0)) * factor]) },
        { type: 'scatter', symbolSize: 10, data: places.map((place, at) => ({ value: [row.values[place] * factor, at], itemStyle: { color: color(place) } })) },
      ],
    }), { height: 4 + (many() ? 2.5 : 2) * places.length + 'rem' })];
}

function numbers(again) {
  const words = state.filter.toLowerCase().split(/\s+/).filter((word) => word);
  const rows = data.metrics.filter((row) => (state.all || state.filter || KEY.includes(row.metric)) && words.every((word) => row.metric.includes(word)));
  const search = el('input', { type: 'search', 'aria-label': 'Filter metrics', placeholder: 'filter metrics', value: state.filter, onchange: () => again((text) => { state.filter = text; })(search.value) });
  const shown = visible();
  return [
    el('div', { class: 'controls' }, search,
      el('button', { class: 'button', type: 'button', 'aria-pressed': String(state.all), onclick: () => again(() => { state.all = !state.all; })() }, 'All ' + data.metrics.length + ' metrics')),
    scroll('Numbers of the chosen runs', '', el('table', { class: 'wide', id: 'overlay-table' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Metric'), shown.map((place) => el('th', { scope: 'col', class: 'number' }, mark(place), data.columns[place].policy, many() ? el('span', { class: 'unit' }, data.columns[place].id) : null)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, el('th', { scope: 'row' }, row.metric + (row.unit ? ' (' + row.unit + ')' : '')),
        shown.map((place) => el('td', { class: 'number' + (isBest(row, place, shown) ? ' best' : ' rest') }, row.texts[place]))))))),
    el('p', { class: 'faint' }, '★ best mean of the row; where intervals meet, it is not sure.')];
}

function isBest(row, place, shown) {
  const values = shown.map((one) => row.values[one]).filter((value) => value !== null);
  if (row.better === 'none' || values.length < 2 || row.values[place] === null || values.every((value) => value === values[0])) return false;
  return row.values[place] === (row.better === 'more' ? Math.max(...values) : Math.min(...values));
}
