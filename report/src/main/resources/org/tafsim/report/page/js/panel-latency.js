'use strict';
/* Latency: the range of each policy, its distribution, and what the mean is made of. */
(function (t) {
  const latency = t.data.latency || { probabilities: [], curves: [] };
  const probabilities = latency.probabilities || [];
  const NAMES = { ttft: 'Time to first token', e2e: 'End-to-end time' };
  const KEYS = ['hidden', 'scope', 'metric'];
  const MARKED = [0.5, 0.95, 0.99];

  const metrics = () => [...new Set((latency.curves || []).map((curve) => curve.metric))];
  const metric = () => (metrics().includes(t.state.metric) ? t.state.metric : metrics()[0]);
  const curve = (policy) =>
    latency.curves.find((one) => one.policy === policy && one.scope === t.state.scope && one.metric === metric());
  const curves = () => t.shown().map(curve).filter(Boolean);

  /** The quantile of a curve: its value at the first probability not below p. */
  function quantile(one, p) {
    const index = probabilities.findIndex((probability) => probability >= p - 1e-9);
    return index < 0 ? null : one.millis[index];
  }

  const extent = (all) => {
    const positive = all.flatMap((one) => [quantile(one, 0.01), one.millis[one.millis.length - 1]]).filter((value) => value > 0);
    return positive.length ? [Math.min(...positive), Math.max(...positive)] : [1, 10];
  };

  const logarithmic = (all, more) => {
    const [low, high] = extent(all);
    const ends = t.axes.logarithmic(low, high);
    return t.axes.axis({
      ...ends,
      name: NAMES[metric()] + ' (ms, logarithmic)',
      axisLabel: { ...ends.axisLabel, formatter: (value) => t.format.number(value, value < 1 ? 1 : 0) },
      ...more,
    });
  };

  t.latency = { curves, quantile, logarithmic };

  function cdf() {
    const all = curves();
    if (!all.length) return null;
    return {
      grid: { left: 52, right: 48, top: 34, bottom: 52 },
      tooltip: t.charts.tooltip({
        trigger: 'axis',
        axisPointer: { type: 'line', axis: 'x', snap: false },
        formatter: (items) => cdfTip(items[0].axisValue, all),
      }),
      xAxis: logarithmic(all),
      yAxis: t.axes.vertical('Requests at or below (%)', { min: 0, max: 100 }),
      series: all.map((one, index) =>
        t.axes.line(one.policy, {
          data: one.millis.map((value, at) => [value, probabilities[at] * 100]),
          markLine: index
            ? undefined
            : {
                silent: true,
                symbol: 'none',
                lineStyle: { color: t.ink.edge, type: [2, 3], width: 1 },
                label: { color: t.ink.faint, position: 'end', formatter: '{b}', fontSize: 11 },
                data: MARKED.map((p) => ({ name: 'p' + p * 100, yAxis: p * 100 })),
              },
        })
      ),
    };
  }

  function cdfTip(value, all) {
    const share = (one) => {
      const index = one.millis.findIndex((other) => other > value);
      return index < 0 ? 1 : index ? probabilities[index - 1] : 0;
    };
    return t.axes.tip(
      'Within ' + t.format.millis(value),
      all.slice(0, 14).map((one) => [one.policy, t.data.policies[one.policy], t.format.number(share(one) * 100, 1) + ' %'])
    );
  }

  /** Who has the lowest p95, and by how much. */
  function words() {
    const all = curves()
      .map((one) => ({ policy: one.policy, mean: quantile(one, 0.95), median: quantile(one, 0.5) }))
      .sort((a, b) => a.mean - b.mean);
    if (!all.length) return 'No completed request of ' + t.scopeLabel(t.state.scope) + '.';
    const name = (one) =>
      t.data.policies[one.policy] + ' (' + t.format.millis(one.mean) + ', median ' + t.format.millis(one.median) + ')';
    const subject = NAMES[metric()].toLowerCase() + ' of ' + t.scopeLabel(t.state.scope);
    if (all.length === 1)
      return (
        '95 % of the requests have a ' +
        subject +
        ' of at most ' +
        t.format.millis(all[0].mean) +
        '; half of at most ' +
        t.format.millis(all[0].median) +
        '.'
      );
    return 'At p95, ' + subject + ' is lowest under ' + name(all[0]) + ' and highest under ' + name(all[all.length - 1]) + '.';
  }

  const csv = () => [
    ['policy', 'scope', 'metric', 'probability', 'value_ms'],
    ...curves().flatMap((one) =>
      one.millis.map((value, index) => [t.data.policies[one.policy], one.scope, one.metric, probabilities[index], value])
    ),
  ];

  t.panel({
    id: 'latency',
    title: 'Latency',
    short: 'Latency',
    has: () => (latency.curves || []).length > 0 || t.metrics.has('all', 'e2e_mean'),
    lead: () =>
      'Completed requests as users see them, networks included; quantiles are averaged over ' +
      t.format.plural(t.facts.replications || 1, 'replication') +
      '.',
    build(section) {
      const options = metrics().map((name) => [name, NAMES[name] || name]);
      if (options.length) {
        section.append(
          t.el(
            'div',
            { class: 'controls' },
            t.segments('Metric of the distributions', options, metric(), (value) => t.set({ metric: value }))
          ),
          t.chart({
            id: 'latency-fan',
            title: 'Range',
            hint: 'bar p5–p95, box p25–p75, gap p50, ◇ p99',
            keys: KEYS,
            height: () => 70 + Math.max(1, curves().length) * (curves().length > 12 ? 20 : 38),
            option: t.latencyFan,
            words,
            csv,
          }),
          t.chart({
            id: 'latency-cdf',
            title: 'Distribution',
            hint: 'share of requests at or below',
            keys: KEYS,
            height: 380,
            option: cdf,
            words: () => cdfWords(),
            csv,
            key: t.policyKey,
          })
        );
      }
      if (t.buildSplit) t.buildSplit(section);
    },
  });

  function cdfWords() {
    const all = curves().slice(0, 6);
    return all.length
      ? 'p50, p95 and p99: ' +
          all
            .map((one) => t.data.policies[one.policy] + ' ' + MARKED.map((p) => t.format.millis(quantile(one, p))).join(', '))
            .join('; ') +
          (curves().length > 6 ? '; and ' + (curves().length - 6) + ' more.' : '.')
      : '';
  }
})(window.tafsim);
