'use strict';
/* A metric along an axis of the sweep, with bands; and as a heat map over two. */
(function (t) {
  if (!t.data.sweep) return;
  const V = t.sweepValues;
  const { points } = t.data.sweep;

  /** Choices of the values at which the other axes stand; the first of each to begin with. */
  function fixed(others, change) {
    const chosen = new Map(others.map((axis) => [axis, V.sortedKeys(axis)[0]]));
    const nodes = others.map((axis) => t.choice(axis.label + ' =', V.sortedKeys(axis).map((value, index) => [String(index), typeof value === 'number' ? t.format.tick(value) + (axis.unit ? ' ' + axis.unit : '') : String(value)]), '0', (index) => { chosen.set(axis, V.sortedKeys(axis)[Number(index)]); change(); }));
    return { nodes, holds: (point) => [...chosen].every(([axis, value]) => axis.of(point) === value) };
  }

  t.sweepShared = { metric: null, policy: () => t.current() };
  const metric = () => t.sweepShared.metric;

  t.sweepLines = function () {
    let axis = V.axes.find((one) => one.numeric && V.sortedKeys(one).length > 1) || V.axes[0];
    let others = { nodes: [], holds: () => true };
    const holder = t.el('div', { class: 'controls' });
    const rows = (policy) => points.map((point, index) => ({ at: axis.of(point), value: others.holds(point) ? V.value(index, policy, t.state.scope, metric()) : null }))
      .filter((row) => row.value && row.value.mean !== null && row.at !== null).sort((a, b) => (axis.numeric ? a.at - b.at : V.sortedKeys(axis).indexOf(a.at) - V.sortedKeys(axis).indexOf(b.at)));

    /** Loads that double are even steps on a logarithmic axis. */
    const isLogarithmic = () => { const all = V.sortedKeys(axis); return axis.numeric && all[0] > 0 && all.length > 3 && all[all.length - 1] / all[0] >= 16; };

    function option(width) {
      const policies = t.shown().filter((policy) => rows(policy).length);
      if (!policies.length) return null;
      const factor = t.metrics.factor(metric());
      const at = (row) => (axis.numeric ? row.at : String(row.at));
      const isBanded = t.facts.replications > 1 && policies.length <= 8;
      const ticks = isLogarithmic() ? { axisTick: { customValues: V.sortedKeys(axis), lineStyle: { color: t.ink.edge } } } : {};
      const labels = isLogarithmic() ? { customValues: V.sortedKeys(axis), hideOverlap: true } : {};
      return {
        grid: { left: 62, right: 24, top: 40, bottom: 54 },
        tooltip: t.charts.tooltip({ trigger: 'axis', formatter: (items) => tip(items[0].axisValue, policies) }),
        xAxis: axis.numeric ? t.axes.axis({ type: isLogarithmic() ? 'log' : 'value', logBase: 2, scale: true, min: 'dataMin', max: 'dataMax', name: axis.text, splitLine: { show: false }, ...ticks, axisLabel: { formatter: (value) => t.format.tick(value), ...labels } })
          : t.axes.axis({ type: 'category', data: V.sortedKeys(axis).map(String), name: axis.text, axisLabel: { formatter: null, interval: 0, width: Math.max(40, (width - 90) / V.sortedKeys(axis).length - 8), overflow: 'break' } }),
        yAxis: t.axes.vertical(t.metrics.axis(metric()), t.axes.range(policies.flatMap((policy) => rows(policy).flatMap((row) => [row.value.mean * factor, (row.value.mean - (isBanded && row.value.mean <= 0 ? row.value.half || 0 : 0)) * factor, (row.value.mean + (isBanded ? row.value.half || 0 : 0)) * factor])), t.metrics.unit(metric()))),
        series: policies.flatMap((policy) => {
          const all = rows(policy);
          const half = (row) => (row.value.half || 0) * factor;
          const band = isBanded && axis.numeric ? t.axes.band(policy, all.map(at), all.map((row) => row.value.mean * factor - half(row)), all.map((row) => row.value.mean * factor + half(row))) : [];
          return [...band, t.axes.line(policy, { data: all.map((row) => [at(row), row.value.mean * factor]), ...t.theme.point(policy), symbolSize: 8, showSymbol: true }),
            ...(isBanded && !axis.numeric ? [t.axes.whiskers(all.map((row) => [String(row.at), row.value.mean * factor - half(row), row.value.mean * factor + half(row), t.theme.color(policy)]), false)] : [])];
        }),
      };
    }

    const tip = (at, policies) => t.axes.tip(axis.label + ' ' + (typeof at === 'number' ? t.format.tick(at) + (axis.unit ? ' ' + axis.unit : '') : at), policies.slice(0, 14).map((policy) => {
      const row = rows(policy).find((one) => (axis.numeric ? Math.abs(one.at - at) <= 1e-9 * Math.max(1, Math.abs(at)) : String(one.at) === String(at)));
      return [policy, t.data.policies[policy], row ? t.metrics.text(metric(), row.value.mean, row.value.half) : '–'];
    }));

    function words() {
      const told = t.shown().map((policy) => [policy, rows(policy)]).filter(([, all]) => all.length).slice(0, 6).map(([policy, all]) => {
        const say = (row) => t.metrics.text(metric(), row.value.mean, null) + ' at ' + (typeof row.at === 'number' ? t.format.tick(row.at) : row.at);
        return t.data.policies[policy] + ' ' + (all.length > 1 ? 'from ' + say(all[0]) + ' to ' + say(all[all.length - 1]) : say(all[0]));
      });
      return t.metrics.label(metric()) + ' of ' + t.scopeLabel(t.state.scope) + ' by ' + axis.text + ': ' + told.join('; ') + '.';
    }

    const csv = () => [['policy', axis.path, 'scope', 'metric', 'mean', 'half_width', 'n'], ...t.shown().flatMap((policy) => rows(policy).map((row) => [t.data.policies[policy], row.at, t.state.scope, metric(), row.value.mean, row.value.half, row.value.n]))];

    function arrange() {
      others = fixed(V.axes.filter((one) => one !== axis && V.sortedKeys(one).length > 1 && one.path !== 'name' && axis.path !== 'name'), () => chart.refresh());
      const choose = V.axes.length > 1 ? t.choice('Along', V.axes.map((one) => [String(one.index), one.label]), String(axis.index), (index) => { axis = V.axes[Number(index)]; arrange(); chart.refresh(); }, { id: 'sweep-axis' }) : null;
      t.refill(holder, choose, others.nodes);
    }

    const chart = t.chart({ id: 'sweep-lines', title: 'Along an axis', hint: t.facts.replications > 1 ? 'bands: 95 % intervals' : null, keys: ['hidden', 'scope'], height: 400, key: t.policyKey, option, words, csv, controls: holder });
    arrange();
    return chart;
  };

  t.sweepHeat = function () {
    const varying = V.axes.filter((axis) => axis.path !== 'name' && V.sortedKeys(axis).length > 1);
    if (varying.length < 2) return null;
    let [across, up] = varying;
    let others = { nodes: [], holds: () => true };
    const holder = t.el('div', { class: 'controls' });
    const text = (axis, value) => (typeof value === 'number' ? t.format.tick(value) : String(value));
    const cells = () => points.map((point, index) => ({ point: index, x: V.sortedKeys(across).indexOf(across.of(point)), y: V.sortedKeys(up).indexOf(up.of(point)), value: others.holds(point) ? V.value(index, t.current(), t.state.scope, metric()) : null })).filter((cell) => cell.value && cell.value.mean !== null);

    function option(width) {
      const all = cells();
      if (!all.length) return null;
      const factor = t.metrics.factor(metric());
      const means = all.map((cell) => cell.value.mean * factor);
      const isFew = V.sortedKeys(across).length * 54 < width;
      return {
        animation: false, grid: { left: 76, right: 20, top: 30, bottom: 92 },
        tooltip: t.charts.tooltip({ formatter: (item) => t.axes.tip(V.pointName(item.data.cell.point), [[null, t.metrics.label(metric()), t.metrics.text(metric(), item.data.cell.value.mean, item.data.cell.value.half)]]) }),
        xAxis: t.axes.axis({ type: 'category', data: V.sortedKeys(across).map((value) => text(across, value)), name: across.text, axisLabel: { formatter: null }, splitLine: { show: false } }),
        yAxis: t.axes.axis({ type: 'category', data: V.sortedKeys(up).map((value) => text(up, value)), name: up.text, nameLocation: 'end', nameGap: 10, nameTextStyle: { color: t.ink.faint, align: 'left', padding: [0, 0, 0, -60] }, axisLabel: { formatter: null, width: 64, overflow: 'truncate' }, splitLine: { show: false } }),
        visualMap: { min: Math.min(...means), max: Math.max(...means), orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 140, itemWidth: 10, text: [t.format.tick(Math.max(...means)), t.format.tick(Math.min(...means))], textStyle: { color: t.ink.faint }, inRange: { color: t.ink.scale } },
        series: [{ type: 'heatmap', itemStyle: { borderColor: t.ink.card, borderWidth: 1 }, data: all.map((cell) => ({ value: [cell.x, cell.y, cell.value.mean * factor], cell, label: { show: isFew, formatter: () => t.format.tick(cell.value.mean * factor), color: t.theme.inkOn(t.mapLooks.tint((cell.value.mean * factor - Math.min(...means)) / ((Math.max(...means) - Math.min(...means)) || 1))), fontSize: 11 } })) }],
      };
    }

    function words() {
      const all = cells().sort((a, b) => a.value.mean - b.value.mean);
      if (!all.length) return '';
      const say = (cell) => t.metrics.text(metric(), cell.value.mean, cell.value.half) + ' at ' + V.pointName(cell.point);
      return t.metrics.label(metric()) + ' under ' + t.data.policies[t.current()] + ': least ' + say(all[0]) + ', most ' + say(all[all.length - 1]) + '.';
    }

    const csv = () => [[across.path, up.path, 'policy', 'metric', 'mean', 'half_width'], ...cells().map((cell) => [V.sortedKeys(across)[cell.x], V.sortedKeys(up)[cell.y], t.data.policies[t.current()], metric(), cell.value.mean, cell.value.half])];

    function arrange() {
      const options = varying.map((axis) => [String(axis.index), axis.label]);
      others = fixed(varying.filter((axis) => axis !== across && axis !== up), () => chart.refresh());
      const choose = (label, value, set) => t.choice(label, options, String(value.index), (index) => { set(V.axes[Number(index)]); arrange(); chart.refresh(); });
      t.refill(holder, t.policyChoice(), varying.length > 2 ? choose('Across', across, (axis) => { if (axis === up) up = across; across = axis; }) : null, varying.length > 2 ? choose('Up', up, (axis) => { if (axis === across) across = up; up = axis; }) : null, others.nodes);
    }

    const chart = t.chart({ id: 'sweep-heat', title: 'Over two axes', hint: 'one policy', keys: ['hidden', 'scope', 'policy'], height: () => 130 + Math.max(3, V.sortedKeys(up).length) * 40, option, words, csv, controls: holder });
    arrange();
    return chart;
  };
})(window.tafsim);
