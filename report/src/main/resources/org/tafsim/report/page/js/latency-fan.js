'use strict';
/* The range of latencies of each policy. */
(function (t) {
  /** One row for each policy: p5 to p95 thin, p25 to p75 thick, the median a gap, p99 a diamond. */
  function fan(width) {
    const all = t.latency.curves();
    if (!all.length) return null;
    const policies = all.map((one) => one.policy);
    const left = t.axes.room(policies, width);
    const points = all.map((one, row) => [row, ...[0.05, 0.25, 0.5, 0.75, 0.95, 0.99].map((p) => t.latency.quantile(one, p))]);
    return {
      grid: { left, right: 24, top: 8, bottom: 52 },
      tooltip: t.charts.tooltip({ trigger: 'item', formatter: (item) => fanTip(all[item.dataIndex]) }),
      xAxis: t.latency.logarithmic(all),
      yAxis: t.axes.names(policies, width),
      series: [
        {
          type: 'custom',
          data: points,
          encode: { x: [1, 2, 3, 4, 5, 6], y: 0 },
          renderItem: (parameters, api) => fanRow(api, all[parameters.dataIndex].policy),
        },
      ],
    };
  }

  function fanRow(api, policy) {
    const at = (dimension) => api.coord([Math.max(api.value(dimension), 1e-9), api.value(0)]);
    const y = at(1)[1];
    const tint = t.theme.color(policy);
    const thick = Math.max(4, Math.min(16, api.size([0, 1])[1] * 0.45));
    const bar = (from, to, height, opacity) => ({
      type: 'rect',
      shape: { x: at(from)[0], y: y - height / 2, width: Math.max(1, at(to)[0] - at(from)[0]), height, r: 2 },
      style: { fill: tint, opacity },
    });
    const p99 = at(6)[0];
    return {
      type: 'group',
      children: [
        bar(1, 5, Math.max(3, thick * 0.4), 0.4),
        bar(2, 4, thick, 0.9),
        {
          type: 'line',
          shape: { x1: at(3)[0], x2: at(3)[0], y1: y - thick / 2 - 1, y2: y + thick / 2 + 1 },
          style: { stroke: t.ink.card, lineWidth: 2.5 },
        },
        {
          type: 'polygon',
          shape: {
            points: [
              [p99, y - 5],
              [p99 + 5, y],
              [p99, y + 5],
              [p99 - 5, y],
            ],
          },
          style: { fill: t.ink.card, stroke: tint, lineWidth: 2 },
        },
      ],
    };
  }

  const fanTip = (one) =>
    t.axes.tip(
      t.data.policies[one.policy],
      [0.05, 0.25, 0.5, 0.75, 0.95, 0.99].map((p) => [
        null,
        'p' + Math.round(p * 100),
        t.format.millis(t.latency.quantile(one, p)),
      ])
    );

  t.latencyFan = fan;
})(window.tafsim);
