'use strict';
/* What varied and what came of it. */
(function (t) {
  const { sweep } = t.data;

  function bestTable() {
    const V = t.sweepValues;
    const rows = (sweep.best || []).map(([point, metric, policies]) => [point, t.metrics.names[metric], policies]);
    const metrics = [...new Set(rows.map((row) => row[1]))];
    if (!metrics.length) return null;
    const cell = new Map(rows.map(([point, metric, policies]) => [point + '\n' + metric, policies]));
    const name = (policy) => t.data.policies[policy];
    const lines = sweep.points.map((point, index) => [V.pointName(index), ...metrics.map((metric) => (cell.get(point.n + '\n' + metric) || []).map(name).join(', ') || '–')]);
    return t.el('div', { class: 'chart' }, t.el('h3', {}, 'Best at each point'), t.table('The best policy of each point, with all that are not told from it.', [{ text: V.axes.map((axis) => axis.text).join(', ') }, ...metrics.map((metric) => ({ text: t.metrics.label(metric) }))], lines, { class: 'wide' }));
  }

  function plain(id, title, caption, table) {
    if (!table || !table.rows || !table.rows.length) return null;
    const text = (value) => (typeof value === 'number' ? t.format.number(value) : value);
    return t.el('div', { class: 'chart', id }, t.el('div', { class: 'chart-bar' }, t.el('h3', {}, title), t.el('div', { class: 'chart-tools' }, t.button('CSV', () => t.saveCsv(id, [table.columns, ...table.rows]), { class: 'button quiet', 'data-csv': id, 'aria-label': title + ' as CSV' }))),
      t.table(caption, table.columns.map((column, index) => ({ text: column, isNumber: typeof table.rows[0][index] === 'number' })), table.rows.map((row) => row.map(text)), { class: 'wide' }));
  }

  function baseline() {
    if (!sweep.baseline || !sweep.baseline.length) return null;
    const V = t.sweepValues;
    const metrics = t.data.summary.metrics.map((metric) => metric.name);
    const rows = () => sweep.baseline.map(([point, policy, scope, metric, base, mean, half, n, p]) => ({ point: V.order.get(point), policy, scope: t.metrics.scopes[scope], metric: metrics[metric], base, mean, half, n, p }))
      .filter((row) => row.scope === t.state.scope && row.metric === t.sweepShared.metric && t.isShown(row.policy));
    const rest = () => [...new Set(rows().map((row) => row.point))];
    const told = (row) => row.p !== null && row.p !== undefined && row.p <= 0.05;

    function option(width) {
      const all = rows();
      if (!all.length) return null;
      const factor = t.metrics.factor(t.sweepShared.metric);
      const places = rest();
      const policies = [...new Set(all.map((row) => row.policy))];
      const at = (row) => places.indexOf(row.point) + (policies.length > 1 ? (policies.indexOf(row.policy) / (policies.length - 1) - 0.5) * 0.5 : 0);
      const left = Math.min(190, width * 0.34);
      return {
        grid: { left, right: 30, top: 10, bottom: 52 },
        tooltip: t.charts.tooltip({ trigger: 'item', formatter: (item) => { const row = item.data.row; return t.axes.tip(V.pointName(row.point) + ' · ' + t.data.policies[row.policy], [[null, 'baseline', t.metrics.text(row.metric, row.base, null)], [null, 'difference', t.metrics.text(row.metric, row.mean, row.half, { isSigned: true })], [null, 'pairs', String(row.n)]]); } }),
        xAxis: t.axes.axis({ type: 'value', name: 'Difference in ' + t.metrics.axis(t.sweepShared.metric) }),
        yAxis: t.axes.axis({ type: 'value', inverse: true, min: -0.5, max: places.length - 0.5, interval: 1, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { customValues: places.map((place, index) => index), formatter: (index) => (places[index] === undefined ? '' : V.pointName(places[index])), width: left - 14, overflow: 'truncate', hideOverlap: false } }),
        series: [t.axes.whiskers(all.map((row) => [at(row), (row.mean - (row.half || 0)) * factor, (row.mean + (row.half || 0)) * factor, t.theme.color(row.policy)]), true),
          { type: 'scatter', z: 4, symbolSize: 10, data: all.map((row) => ({ value: [row.mean * factor, at(row)], row, ...t.theme.point(row.policy, !told(row)) })), markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: t.ink.ink, type: 'solid' }, data: [{ xAxis: 0 }] } }],
      };
    }

    const words = () => { const all = rows(); return all.length ? t.format.number(all.filter(told).length) + ' of ' + t.format.plural(all.length, 'comparison') + ' with the baseline point find a difference in ' + t.metrics.label(t.sweepShared.metric) + ' (adjusted p ≤ 0.05; the others are hollow).' : 'The baseline is not compared in this metric.'; };
    const csv = () => [['point', 'policy', 'scope', 'metric', 'baseline_mean', 'mean_difference', 'half_width', 'n', 'p'], ...rows().map((row) => [V.pointName(row.point), t.data.policies[row.policy], row.scope, row.metric, row.base, row.mean, row.half, row.n, row.p])];
    return t.chart({ id: 'sweep-baseline', title: 'Points against the baseline point', hint: 'paired, 95 % intervals', key: t.policyKey, keys: ['hidden', 'scope'], height: () => 80 + Math.max(1, rest().length) * Math.max(34, t.shown().length * 12), option, words, csv });
  }

  t.panel({
    id: 'sweep', title: 'Sweep', short: 'Sweep',
    has: () => Boolean(sweep && sweep.points && sweep.points.length),
    lead: () => t.format.plural(sweep.points.length, 'point') + ' × ' + t.format.plural(t.data.policies.length, 'policy', 'policies') + '. ' + t.howSure() + (sweep.done && sweep.done[0] < sweep.done[1] ? ' Not complete: ' + t.format.number(sweep.done[0]) + ' of ' + t.format.number(sweep.done[1]) + ' tasks are done.' : ''),
    build(section) {
      const V = t.sweepValues;
      const metrics = V.metrics();
      if (metrics.length) {
        [t.sweepShared.metric] = metrics;
        const charts = [t.sweepLines(), t.sweepHeat(), baseline()].filter(Boolean);
        const choose = t.choice('Metric', metrics.map((name) => [name, t.metrics.label(name)]), t.sweepShared.metric, (name) => { t.sweepShared.metric = name; charts.forEach((chart) => chart.refresh()); }, { id: 'sweep-metric' });
        section.append(t.sweepParallel(), t.el('div', { class: 'controls' }, choose), ...charts);
      }
      section.append(...[bestTable(), plain('sweep-sensitivity', 'Sensitivity', 'How much each path moves each metric.', sweep.sensitivity), plain('sweep-search', 'Search', 'Every value tried and what it met.', sweep.search)].filter(Boolean));
    },
  });
})(window.tafsim);
