'use strict';
/* A metric along an axis of the sweep, with bands. */
(function (t) {
  if (!t.data.sweep) return;
  const V = t.sweepValues;
  const { points } = t.data.sweep;

  const metric = () => t.sweepShared.metric;

  t.sweepLines = function () {
    let axis = V.axes.find((one) => one.numeric && V.sortedKeys(one).length > 1) || V.axes[0];
    let others = { nodes: [], holds: () => true };
    const holder = t.el('div', { class: 'controls' });
    const rows = (policy) =>
      points
        .map((point, index) => ({
          at: axis.of(point),
          value: others.holds(point) ? V.value(index, policy, t.state.scope, metric()) : null,
        }))
        .filter((row) => row.value && row.value.mean !== null && row.at !== null)
        .sort((a, b) => (axis.numeric ? a.at - b.at : V.sortedKeys(axis).indexOf(a.at) - V.sortedKeys(axis).indexOf(b.at)));

    /** Loads that double are even steps on a logarithmic axis. */
    const isLogarithmic = () => {
      const all = V.sortedKeys(axis);
      return axis.numeric && all[0] > 0 && all.length > 3 && all[all.length - 1] / all[0] >= 16;
    };

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
        xAxis: axis.numeric
          ? t.axes.axis({
              type: isLogarithmic() ? 'log' : 'value',
              logBase: 2,
              scale: true,
              min: 'dataMin',
              max: 'dataMax',
              name: axis.text,
              splitLine: { show: false },
              ...ticks,
              axisLabel: { formatter: (value) => t.format.tick(value), ...labels },
            })
          : t.axes.axis({
              type: 'category',
              data: V.sortedKeys(axis).map(String),
              name: axis.text,
              axisLabel: {
                formatter: null,
                interval: 0,
                width: Math.max(40, (width - 90) / V.sortedKeys(axis).length - 8),
                overflow: 'break',
              },
            }),
        yAxis: t.axes.vertical(
          t.metrics.axis(metric()),
          t.axes.range(
            policies.flatMap((policy) =>
              rows(policy).flatMap((row) => [
                row.value.mean * factor,
                (row.value.mean - (isBanded && row.value.mean <= 0 ? row.value.half || 0 : 0)) * factor,
                (row.value.mean + (isBanded ? row.value.half || 0 : 0)) * factor,
              ])
            ),
            t.metrics.unit(metric())
          )
        ),
        series: policies.flatMap((policy) => {
          const all = rows(policy);
          const half = (row) => (row.value.half || 0) * factor;
          const band =
            isBanded && axis.numeric
              ? t.axes.band(
                  policy,
                  all.map(at),
                  all.map((row) => row.value.mean * factor - half(row)),
                  all.map((row) => row.value.mean * factor + half(row))
                )
              : [];
          return [
            ...band,
            t.axes.line(policy, {
              data: all.map((row) => [at(row), row.value.mean * factor]),
              ...t.theme.point(policy),
              symbolSize: 8,
              showSymbol: true,
            }),
            ...(isBanded && !axis.numeric
              ? [
                  t.axes.whiskers(
                    all.map((row) => [
                      String(row.at),
                      row.value.mean * factor - half(row),
                      row.value.mean * factor + half(row),
                      t.theme.color(policy),
                    ]),
                    false
                  ),
                ]
              : []),
          ];
        }),
      };
    }

    const tip = (at, policies) =>
      t.axes.tip(
        axis.label + ' ' + (typeof at === 'number' ? t.format.tick(at) + (axis.unit ? ' ' + axis.unit : '') : at),
        policies.slice(0, 14).map((policy) => {
          const row = rows(policy).find((one) =>
            axis.numeric ? Math.abs(one.at - at) <= 1e-9 * Math.max(1, Math.abs(at)) : String(one.at) === String(at)
          );
          return [policy, t.data.policies[policy], row ? t.metrics.text(metric(), row.value.mean, row.value.half) : '–'];
        })
      );

    function words() {
      const told = t
        .shown()
        .map((policy) => [policy, rows(policy)])
        .filter(([, all]) => all.length)
        .slice(0, 6)
        .map(([policy, all]) => {
          const say = (row) =>
            t.metrics.text(metric(), row.value.mean, null) +
            ' at ' +
            (typeof row.at === 'number' ? t.format.tick(row.at) : row.at);
          return (
            t.data.policies[policy] +
            ' ' +
            (all.length > 1 ? 'from ' + say(all[0]) + ' to ' + say(all[all.length - 1]) : say(all[0]))
          );
        });
      return t.metrics.label(metric()) + ' of ' + t.scopeLabel(t.state.scope) + ' by ' + axis.text + ': ' + told.join('; ') + '.';
    }

    const csv = () => [
      ['policy', axis.path, 'scope', 'metric', 'mean', 'half_width', 'n'],
      ...t
        .shown()
        .flatMap((policy) =>
          rows(policy).map((row) => [
            t.data.policies[policy],
            row.at,
            t.state.scope,
            metric(),
            row.value.mean,
            row.value.half,
            row.value.n,
          ])
        ),
    ];

    function arrange() {
      others = V.fixed(
        V.axes.filter((one) => one !== axis && V.sortedKeys(one).length > 1 && one.path !== 'name' && axis.path !== 'name'),
        () => chart.refresh()
      );
      const choose =
        V.axes.length > 1
          ? t.choice(
              'Along',
              V.axes.map((one) => [String(one.index), one.label]),
              String(axis.index),
              (index) => {
                axis = V.axes[Number(index)];
                arrange();
                chart.refresh();
              },
              { id: 'sweep-axis' }
            )
          : null;
      t.refill(holder, choose, others.nodes);
    }

    const chart = t.chart({
      id: 'sweep-lines',
      title: 'Along an axis',
      hint: t.facts.replications > 1 ? 'bands: 95 % intervals' : null,
      keys: ['hidden', 'scope'],
      height: 400,
      key: t.policyKey,
      option,
      words,
      csv,
      controls: holder,
    });
    arrange();
    return chart;
  };
})(window.tafsim);
