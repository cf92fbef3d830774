'use strict';
/* A metric of one policy over two axes of the sweep. */
(function (t) {
  if (!t.data.sweep) return;
  const V = t.sweepValues;
  const { points } = t.data.sweep;
  const metric = () => t.sweepShared.metric;

  t.sweepHeat = function () {
    const varying = V.axes.filter((axis) => axis.path !== 'name' && V.sortedKeys(axis).length > 1);
    if (varying.length < 2) return null;
    let [across, up] = varying;
    let others = { nodes: [], holds: () => true };
    const holder = t.el('div', { class: 'controls' });
    const text = (axis, value) => (typeof value === 'number' ? t.format.tick(value) : String(value));
    const cells = () =>
      points
        .map((point, index) => ({
          point: index,
          x: V.sortedKeys(across).indexOf(across.of(point)),
          y: V.sortedKeys(up).indexOf(up.of(point)),
          value: others.holds(point) ? V.value(index, t.current(), t.state.scope, metric()) : null,
        }))
        .filter((cell) => cell.value && cell.value.mean !== null);

    function option(width) {
      const all = cells();
      if (!all.length) return null;
      const factor = t.metrics.factor(metric());
      const means = all.map((cell) => cell.value.mean * factor);
      const isFew = V.sortedKeys(across).length * 54 < width;
      return {
        animation: false,
        grid: { left: 76, right: 20, top: 30, bottom: 92 },
        tooltip: t.charts.tooltip({
          formatter: (item) =>
            t.axes.tip(V.pointName(item.data.cell.point), [
              [null, t.metrics.label(metric()), t.metrics.text(metric(), item.data.cell.value.mean, item.data.cell.value.half)],
            ]),
        }),
        xAxis: t.axes.axis({
          type: 'category',
          data: V.sortedKeys(across).map((value) => text(across, value)),
          name: across.text,
          axisLabel: { formatter: null },
          splitLine: { show: false },
        }),
        yAxis: t.axes.axis({
          type: 'category',
          data: V.sortedKeys(up).map((value) => text(up, value)),
          name: up.text,
          nameLocation: 'end',
          nameGap: 10,
          nameTextStyle: { color: t.ink.faint, align: 'left', padding: [0, 0, 0, -60] },
          axisLabel: { formatter: null, width: 64, overflow: 'truncate' },
          splitLine: { show: false },
        }),
        visualMap: {
          min: Math.min(...means),
          max: Math.max(...means),
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 140,
          itemWidth: 10,
          text: [t.format.tick(Math.max(...means)), t.format.tick(Math.min(...means))],
          textStyle: { color: t.ink.faint },
          inRange: { color: t.ink.scale },
        },
        series: [
          {
            type: 'heatmap',
            itemStyle: { borderColor: t.ink.card, borderWidth: 1 },
            data: all.map((cell) => ({
              value: [cell.x, cell.y, cell.value.mean * factor],
              cell,
              label: {
                show: isFew,
                formatter: () => t.format.tick(cell.value.mean * factor),
                color: t.theme.inkOn(
                  t.mapLooks.tint(
                    (cell.value.mean * factor - Math.min(...means)) / (Math.max(...means) - Math.min(...means) || 1)
                  )
                ),
                fontSize: 11,
              },
            })),
          },
        ],
      };
    }

    function words() {
      const all = cells().sort((a, b) => a.value.mean - b.value.mean);
      if (!all.length) return '';
      const say = (cell) => t.metrics.text(metric(), cell.value.mean, cell.value.half) + ' at ' + V.pointName(cell.point);
      return (
        t.metrics.label(metric()) +
        ' under ' +
        t.data.policies[t.current()] +
        ': least ' +
        say(all[0]) +
        ', most ' +
        say(all[all.length - 1]) +
        '.'
      );
    }

    const csv = () => [
      [across.path, up.path, 'policy', 'metric', 'mean', 'half_width'],
      ...cells().map((cell) => [
        V.sortedKeys(across)[cell.x],
        V.sortedKeys(up)[cell.y],
        t.data.policies[t.current()],
        metric(),
        cell.value.mean,
        cell.value.half,
      ]),
    ];

    function arrange() {
      const options = varying.map((axis) => [String(axis.index), axis.label]);
      others = V.fixed(
        varying.filter((axis) => axis !== across && axis !== up),
        () => chart.refresh()
      );
      const choose = (label, value, set) =>
        t.choice(label, options, String(value.index), (index) => {
          set(V.axes[Number(index)]);
          arrange();
          chart.refresh();
        });
      t.refill(
        holder,
        t.policyChoice(),
        varying.length > 2
          ? choose('Across', across, (axis) => {
              if (axis === up) up = across;
              across = axis;
            })
          : null,
        varying.length > 2
          ? choose('Up', up, (axis) => {
              if (axis === across) across = up;
              up = axis;
            })
          : null,
        others.nodes
      );
    }

    const chart = t.chart({
      id: 'sweep-heat',
      title: 'Over two axes',
      hint: 'one policy',
      keys: ['hidden', 'scope', 'policy'],
      height: () => 130 + Math.max(3, V.sortedKeys(up).length) * 40,
      option,
      words,
      csv,
      controls: holder,
    });
    arrange();
    return chart;
  };
})(window.tafsim);
