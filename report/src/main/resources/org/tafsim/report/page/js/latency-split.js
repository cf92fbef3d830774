'use strict';
/* What the mean end-to-end time is made of. */
(function (t) {
  const COARSE = [
    ['network_mean', 'network', '#56B4E9'],
    ['queue_mean', 'queue', '#E69F00'],
    ['compute_mean', 'compute', '#009E73'],
  ];
  const FINE = [
    ['connect_mean', 'connection', '#CC79A7'],
    ['radio_mean', 'radio', '#0072B2'],
    ['fiber_mean', 'fiber', '#56B4E9'],
    ['links_mean', 'links', '#9fd3f3'],
    ['held_mean', 'held', '#8a8f94'],
    ['queue_mean', 'queue', '#E69F00'],
    ['compute_mean', 'compute', '#009E73'],
  ];
  let isFine = false;

  const parts = () => (isFine ? FINE : COARSE).filter(([metric]) => t.metrics.has(t.state.scope, metric));
  const mean = (policy, metric) => (t.metrics.value(policy, t.state.scope, metric) || { mean: null }).mean;
  const policies = () => t.shown().filter((policy) => mean(policy, 'compute_mean') !== null);

  function option(width) {
    const shown = policies();
    if (!shown.length) return null;
    return {
      grid: { left: t.axes.room(shown, width), right: 24, top: 10, bottom: 50 },
      tooltip: t.charts.tooltip({
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (items) =>
          t.axes.tip(
            t.data.policies[shown[items[0].dataIndex]],
            items.map((item) => [item.color, item.seriesName, t.format.millis(item.value)])
          ),
      }),
      xAxis: t.axes.axis({ type: 'value', name: 'Mean end-to-end time (ms)' }),
      yAxis: t.axes.names(shown, width),
      series: parts().map(([metric, name, tint]) => ({
        type: 'bar',
        stack: 'all',
        name,
        barMaxWidth: 22,
        itemStyle: { color: tint, borderColor: t.ink.card, borderWidth: 0.5 },
        data: shown.map((policy) => mean(policy, metric)),
      })),
    };
  }

  function words() {
    const shown = policies();
    if (!shown.length) return 'No completed request of ' + t.scopeLabel(t.state.scope) + '.';
    return (
      shown
        .slice(0, 6)
        .map((policy) => {
          const total = COARSE.reduce((sum, [metric]) => sum + (mean(policy, metric) || 0), 0);
          return (
            t.data.policies[policy] +
            ': ' +
            COARSE.map(
              ([metric, name]) => name + ' ' + t.format.number(total ? ((mean(policy, metric) || 0) / total) * 100 : 0, 0) + ' %'
            ).join(', ') +
            ' of ' +
            t.format.millis(total)
          );
        })
        .join('; ') + '.'
    );
  }

  const csv = () => [
    ['policy', 'scope', ...FINE.map(([metric]) => metric)],
    ...policies().map((policy) => [t.data.policies[policy], t.state.scope, ...FINE.map(([metric]) => mean(policy, metric))]),
  ];

  t.buildSplit = function (section) {
    if (!t.metrics.has('all', 'compute_mean')) return;
    const spec = {
      id: 'latency-split',
      title: 'What the mean is made of',
      keys: ['hidden', 'scope'],
      height: () => 66 + policies().length * (policies().length > 12 ? 18 : 34),
      option,
      words,
      csv,
      key: () => parts().map(([, name, tint]) => [tint, name]),
    };
    if (t.metrics.has('all', 'radio_mean')) {
      spec.controls = t.el(
        'div',
        { class: 'controls' },
        t.segments(
          'Parts',
          [
            ['coarse', 'Network, queue, compute'],
            ['fine', 'Network in parts'],
          ],
          'coarse',
          (value) => {
            isFine = value === 'fine';
            chart.refresh();
          }
        )
      );
    }
    const chart = t.chart(spec);
    section.append(chart);
  };
})(window.tafsim);
