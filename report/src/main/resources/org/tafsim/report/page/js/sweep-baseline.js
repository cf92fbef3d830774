'use strict';
/* Every point of a sweep against its baseline point, in pairs of replications. */
(function (t) {
  if (!t.data.sweep) return;
  const { sweep } = t.data;

  t.sweepBaseline = function () {
    if (!sweep.baseline || !sweep.baseline.length) return null;
    const V = t.sweepValues;
    const metrics = t.data.summary.metrics.map((metric) => metric.name);
    const rows = () =>
      sweep.baseline
        .map(([point, policy, scope, metric, base, mean, half, n, p]) => ({
          point: V.order.get(point),
          policy,
          scope: t.metrics.scopes[scope],
          metric: metrics[metric],
          base,
          mean,
          half,
          n,
          p,
        }))
        .filter((row) => row.scope === t.state.scope && row.metric === t.sweepShared.metric && t.isShown(row.policy));
    const rest = () => [...new Set(rows().map((row) => row.point))];
    const told = (row) => row.p !== null && row.p !== undefined && row.p <= 0.05;

    function option(width) {
      const all = rows();
      if (!all.length) return null;
      const factor = t.metrics.factor(t.sweepShared.metric);
      const places = rest();
      const policies = [...new Set(all.map((row) => row.policy))];
      const at = (row) =>
        places.indexOf(row.point) +
        (policies.length > 1 ? (policies.indexOf(row.policy) / (policies.length - 1) - 0.5) * 0.5 : 0);
      const left = Math.min(190, width * 0.34);
      return {
        grid: { left, right: 30, top: 10, bottom: 52 },
        tooltip: t.charts.tooltip({
          trigger: 'item',
          formatter: (item) => {
            const row = item.data.row;
            return t.axes.tip(V.pointName(row.point) + ' · ' + t.data.policies[row.policy], [
              [null, 'baseline', t.metrics.text(row.metric, row.base, null)],
              [null, 'difference', t.metrics.text(row.metric, row.mean, row.half, { isSigned: true })],
              [null, 'pairs', String(row.n)],
            ]);
          },
        }),
        xAxis: t.axes.axis({ type: 'value', name: 'Difference in ' + t.metrics.axis(t.sweepShared.metric) }),
        yAxis: t.axes.axis({
          type: 'value',
          inverse: true,
          min: -0.5,
          max: places.length - 0.5,
          interval: 1,
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: {
            customValues: places.map((place, index) => index),
            formatter: (index) => (places[index] === undefined ? '' : V.pointName(places[index])),
            width: left - 14,
            overflow: 'truncate',
            hideOverlap: false,
          },
        }),
        series: [
          t.axes.whiskers(
            all.map((row) => [
              at(row),
              (row.mean - (row.half || 0)) * factor,
              (row.mean + (row.half || 0)) * factor,
              t.theme.color(row.policy),
            ]),
            true
          ),
          {
            type: 'scatter',
            z: 4,
            symbolSize: 10,
            data: all.map((row) => ({ value: [row.mean * factor, at(row)], row, ...t.theme.point(row.policy, !told(row)) })),
            markLine: {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: t.ink.ink, type: 'solid' },
              data: [{ xAxis: 0 }],
            },
          },
        ],
      };
    }

    const words = () => {
      const all = rows();
      return all.length
        ? t.format.number(all.filter(told).length) +
            ' of ' +
            t.format.plural(all.length, 'comparison') +
            ' with the baseline point find a difference in ' +
            t.metrics.label(t.sweepShared.metric) +
            ' (adjusted p ≤ 0.05; the others are hollow).'
        : 'The baseline is not compared in this metric.';
    };
    const csv = () => [
      ['point', 'policy', 'scope', 'metric', 'baseline_mean', 'mean_difference', 'half_width', 'n', 'p'],
      ...rows().map((row) => [
        V.pointName(row.point),
        t.data.policies[row.policy],
        row.scope,
        row.metric,
        row.base,
        row.mean,
        row.half,
        row.n,
        row.p,
      ]),
    ];
    return t.chart({
      id: 'sweep-baseline',
      title: 'Points against the baseline point',
      hint: 'paired, 95 % intervals',
      key: t.policyKey,
      keys: ['hidden', 'scope'],
      height: () => 80 + Math.max(1, rest().length) * Math.max(34, t.shown().length * 12),
      option,
      words,
      csv,
    });
  };
})(window.tafsim);
