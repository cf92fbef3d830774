'use strict';
/* The points of a sweep: their axes and metrics. */
(function (t) {
  const sweep = t.data.sweep;
  if (!sweep) return;
  const metrics = t.data.summary.metrics.map((metric) => metric.name);
  const values = new Map();
  const key = (point, policy, scope, metric) => [point, policy, scope, metric].join('\n');
  const order = new Map(sweep.points.map((point, index) => [point.n, index]));
  (sweep.rows || []).forEach(([point, policy, scope, metric, mean, half, n]) =>
    values.set(key(order.get(point), policy, t.metrics.scopes[scope], metrics[metric]), { mean, half, n })
  );
  const known = new Set((sweep.rows || []).map((row) => metrics[row[3]]));
  const FAVORITES = [
    'slo_attainment',
    'ttft_p95',
    'e2e_p95',
    'violations',
    'cost_eur_per_1k',
    'energy_wh_per_request',
    'in_jurisdiction',
    'carbon_g_per_request',
  ];

  /** Axes that vary; where points have names only, the name is the axis. */
  const axes =
    sweep.axes.length && !sweep.points.every((point) => point.name)
      ? sweep.axes.map((axis, index) => ({
          ...axis,
          index,
          text: axis.label + (axis.unit ? ' (' + axis.unit + ')' : ''),
          of: (point) => (axis.numeric && point.numbers ? point.numbers[index] : point.values[index]),
        }))
      : [
          {
            path: 'name',
            label: 'point',
            unit: '',
            numeric: false,
            index: 0,
            text: 'point',
            of: (point) => point.name || point.values.join(', ') || String(point.n),
          },
          ...sweep.axes
            .filter((axis) => axis.numeric)
            .map((axis) => {
              const index = sweep.axes.indexOf(axis);
              return {
                ...axis,
                index: index + 1,
                text: axis.label + (axis.unit ? ' (' + axis.unit + ')' : ''),
                of: (point) => (point.numbers ? point.numbers[index] : null),
              };
            }),
        ];

  const sortedKeys = (axis) => {
    const all = [...new Set(sweep.points.map(axis.of))].filter((value) => value !== null && value !== undefined);
    return axis.numeric ? all.sort((a, b) => a - b) : all;
  };

  /** Choices of the values at which the other axes stand; the first of each to begin with. */
  function fixed(others, change) {
    const chosen = new Map(others.map((axis) => [axis, sortedKeys(axis)[0]]));
    const nodes = others.map((axis) =>
      t.choice(
        axis.label + ' =',
        sortedKeys(axis).map((value, index) => [
          String(index),
          typeof value === 'number' ? t.format.tick(value) + (axis.unit ? ' ' + axis.unit : '') : String(value),
        ]),
        '0',
        (index) => {
          chosen.set(axis, sortedKeys(axis)[Number(index)]);
          change();
        }
      )
    );
    return { nodes, holds: (point) => [...chosen].every(([axis, value]) => axis.of(point) === value) };
  }

  /** The metric that the charts of the sweep show. */
  t.sweepShared = { metric: null };
  t.sweepValues = {
    fixed,
    axes,
    sortedKeys,
    value: (point, policy, scope, metric) => values.get(key(point, policy, scope, metric)),
    has: (metric) => known.has(metric),
    metrics: () => [
      ...FAVORITES.filter((name) => known.has(name)),
      ...metrics.filter((name) => known.has(name) && !FAVORITES.includes(name)),
    ],
    pointName: (index) => {
      const point = sweep.points[index];
      return (
        point.name ||
        point.values.map((value, at) => (sweep.axes.length > 1 ? sweep.axes[at].label + ' ' : '') + value).join(', ') ||
        'point ' + point.n
      );
    },
    entries: (scope) =>
      sweep.points.flatMap((point, index) =>
        t.data.policies.map((name, policy) => ({
          policy,
          point: index,
          get: (metric) => values.get(key(index, policy, scope, metric)),
        }))
      ),
    order,
  };
})(window.tafsim);
