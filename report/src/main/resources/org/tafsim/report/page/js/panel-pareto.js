'use strict';
/* One metric against another; those that no other beats in both. Points are policies, in a sweep policies at points. */
(function (t) {
  const X = ['ttft_p95', 'e2e_p95', 'e2e_mean', 'slo_attainment'];
  const Y = [
    'cost_eur_per_1k',
    'cost_busy_eur_per_1k',
    'energy_wh_per_request',
    'violations',
    'in_jurisdiction',
    'carbon_g_per_request',
    'slo_attainment',
    'tpot_mean',
    'utilization',
  ];

  const rows = () =>
    t.data.sweep
      ? t.sweepValues.entries(t.state.scope)
      : t.data.policies.map((name, policy) => ({
          policy,
          point: null,
          get: (metric) => t.metrics.value(policy, t.state.scope, metric),
        }));
  const names = () =>
    t.metrics.names.filter(
      (metric) => t.metrics.better(metric) !== 'none' && (t.data.sweep ? t.sweepValues.has(metric) : t.metrics.has('all', metric))
    );
  const pick = (chosen, wanted, not) =>
    chosen && names().includes(chosen)
      ? chosen
      : [...wanted, ...names()].find((metric) => names().includes(metric) && metric !== not);
  const x = () => pick(t.state.x, X);
  const y = () => pick(t.state.y, Y, x());

  const points = () =>
    rows()
      .filter((row) => t.isShown(row.policy))
      .map((row) => ({ ...row, x: row.get(x()), y: row.get(y()) }))
      .filter((row) => row.x && row.y && row.x.mean !== null && row.y.mean !== null);
  const sign = (metric) => (t.metrics.better(metric) === 'more' ? -1 : 1);

  const name = (point) =>
    t.data.policies[point.policy] + (point.point === null ? '' : ' at ' + t.sweepValues.pointName(point.point));

  function option(width) {
    const all = points();
    if (!all.length || !x() || !y()) return null;
    const best = t.front.of(all, sign(x()), sign(y()));
    const [fx, fy] = [t.metrics.factor(x()), t.metrics.factor(y())];
    const isFew = all.length <= 8;
    const at = (point) => [point.x.mean * fx, point.y.mean * fy];
    const frame = { x: ends('x', fx, all), y: ends('y', fy, all) };
    const whisker = (value, factor, axis) => {
      const [low, high] = [-1, 1].map((side) => (value.mean + side * (value.half || 0)) * factor);
      return [axis.type === 'log' ? Math.max(low, axis.min) : low, high]; // what reaches zero reaches the edge
    };
    const sides = isFew ? t.front.sides(all, best, frame, [fx, fy], width) : new Map();
    const shown = isFew || all.length <= 60 ? all : [];
    return {
      grid: { left: 62, right: 30, top: 40, bottom: 52 },
      tooltip: t.charts.tooltip({ trigger: 'item', formatter: (item) => (item.data.point ? tip(item.data.point, best) : '') }),
      xAxis: t.axes.axis({ ...frame.x, name: t.metrics.axis(x()) + arrow(x(), '←', '→') }),
      yAxis: t.axes.vertical(t.metrics.axis(y()) + arrow(y(), '↓', '↑'), frame.y),
      series: [
        {
          type: 'line',
          step: sign(x()) > 0 ? 'end' : 'start',
          symbol: 'none',
          silent: true,
          z: 1,
          lineStyle: { color: t.ink.faint, width: 1.5, type: [5, 4] },
          data: best.map(at),
        },
        t.axes.whiskers(
          shown.map((point) => [point.y.mean * fy, ...whisker(point.x, fx, frame.x), t.theme.color(point.policy)]),
          true,
          { encode: { x: [1, 2], y: 0 } }
        ),
        t.axes.whiskers(
          shown.map((point) => [point.x.mean * fx, ...whisker(point.y, fy, frame.y), t.theme.color(point.policy)]),
          false,
          { encode: { x: 0, y: [1, 2] } }
        ),
        {
          type: 'scatter',
          z: 4,
          cursor: 'pointer',
          labelLayout: { hideOverlap: true }, // of points that all but coincide one is named; the sentence below names all on the front
          data: all.map((point) => ({
            value: at(point),
            point,
            symbolSize: best.includes(point) ? 15 : 11,
            ...t.theme.point(point.policy, !best.includes(point)),
            label: {
              show: isFew,
              formatter: () => t.data.policies[point.policy],
              position: sides.get(point),
              distance: 12,
              color: t.ink.ink,
              fontSize: 12,
              textBorderColor: t.ink.card,
              textBorderWidth: 3,
              width: Math.min(160, width * 0.3),
              overflow: 'truncate',
            },
          })),
        },
      ],
    };
  }

  /** Of the values and their intervals; logarithmic also where only an interval reaches zero. */
  function ends(side, factor, all) {
    const unit = t.metrics.unit(side === 'x' ? x() : y());
    const means = all.map((point) => point[side].mean * factor);
    const halves = all.map((point) => (point[side].half || 0) * factor);
    const high = means.map((mean, at) => mean + halves[at]);
    const low = means.map((mean, at) => mean - halves[at]);
    const above = t.axes.range([...low.map((value, at) => (value > 0 ? value : means[at])), ...high], unit);
    return above.type === 'log' ? above : t.axes.range([...low, ...high], unit);
  }

  const arrow = (metric, less, more) => ', better ' + (t.metrics.better(metric) === 'more' ? more : less);

  const tip = (point, best) =>
    t.axes.tip(name(point), [
      [null, t.metrics.label(x()), t.metrics.text(x(), point.x.mean, point.x.half)],
      [null, t.metrics.label(y()), t.metrics.text(y(), point.y.mean, point.y.half)],
      [null, best.includes(point) ? 'on the front' : 'beaten in both by another', ''],
    ]);

  function words() {
    const all = points();
    if (!all.length) return 'Nothing has both metrics for ' + t.scopeLabel(t.state.scope) + '.';
    const best = t.front.of(all, sign(x()), sign(y()));
    const told = best
      .slice(0, 6)
      .map(
        (point) =>
          name(point) + ' (' + t.metrics.text(x(), point.x.mean, null) + ', ' + t.metrics.text(y(), point.y.mean, null) + ')'
      );
    return (
      'On the front, by mean: ' +
      told.join('; ') +
      (best.length > 6 ? ' and ' + (best.length - 6) + ' more' : '') +
      '. ' +
      (all.length - best.length
        ? t.format.plural(all.length - best.length, 'other') +
          (all.length - best.length === 1 ? ' is' : ' are') +
          ' beaten in both (hollow).'
        : 'None is beaten in both.') +
      ' Crosses: intervals.'
    );
  }

  function csv() {
    const all = points();
    const best = t.front.of(all, sign(x()), sign(y()));
    const at = (point) => (point.point === null ? '' : t.sweepValues.pointName(point.point));
    return [
      ['policy', 'point', x(), x() + '_half_width', y(), y() + '_half_width', 'front'],
      ...all.map((point) => [
        t.data.policies[point.policy],
        at(point),
        point.x.mean,
        point.x.half,
        point.y.mean,
        point.y.half,
        best.includes(point),
      ]),
    ];
  }

  /** What a click opens: the policy in all panels, or the point with the command that runs it. */
  function open(point, holder) {
    t.set({ policy: point.policy });
    const run = point.point === null ? null : t.data.sweep.points[point.point].run;
    t.refill(
      holder,
      t.el('h3', {}, name(point)),
      t.el(
        'p',
        { class: 'words' },
        t.metrics.label(x()) +
          ' ' +
          t.metrics.text(x(), point.x.mean, point.x.half) +
          '; ' +
          t.metrics.label(y()) +
          ' ' +
          t.metrics.text(y(), point.y.mean, point.y.half) +
          '. Panels of one policy show it now.'
      ),
      run ? t.commandLine(run) : null
    );
  }

  t.panel({
    id: 'pareto',
    title: 'Trade-offs',
    short: 'Trade-offs',
    has: () => names().length > 1 && rows().length > 1,
    lead: () => (t.data.sweep ? 'A point is a policy at a point of the sweep' : 'A point is a policy') + '. ' + t.howSure(),
    build(section) {
      const holder = t.el('div', { id: 'pareto-selected', 'aria-live': 'polite' });
      const options = names().map((metric) => [metric, t.metrics.label(metric)]);
      const controls = t.el(
        'div',
        { class: 'controls' },
        t.choice('Across', options, x(), (value) => t.set({ x: value }), { id: 'pareto-x' }),
        t.choice('Up', options, y(), (value) => t.set({ y: value }), { id: 'pareto-y' })
      );
      section.append(
        t.chart({
          id: 'pareto',
          title: 'Front',
          hint: 'dashed: nothing is better in both; click a point to open it',
          keys: ['hidden', 'scope', 'x', 'y'],
          height: 420,
          key: t.policyKey,
          option,
          words,
          csv,
          controls,
          ready: (chart) =>
            chart.on('click', (item) => {
              if (item.data && item.data.point) open(item.data.point, holder);
            }),
        }),
        holder
      );
    },
  });
})(window.tafsim);
