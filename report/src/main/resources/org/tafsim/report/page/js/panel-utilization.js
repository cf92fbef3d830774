'use strict';
/* Load over time: stacked by tier for each policy, and one series of all policies with its interval. */
(function (t) {
  const V = t.timeValues;
  const MOST = 6;
  const STACKS = {
    busy: ['Accelerators busy', 'accelerators'],
    in_flight: ['Requests at replicas', 'requests'],
    power_kw: ['Power', 'kW'],
  };
  let stack = 'busy';

  /** One stacked layer: values of a tier, in accelerators, requests or kW; of RAN what it has of them. */
  function layers(policy) {
    const found = [];
    V.tiers().forEach((tier) => {
      const count = V.accelerators(tier);
      const ran = V.series(policy, 'tier:' + tier, 'ran_share_fraction');
      const values = V.series(policy, 'tier:' + tier, stack === 'busy' ? 'utilization_fraction' : stack);
      if (stack === 'busy' && ran && count)
        found.push({
          name: 'RAN at the ' + tier.replace('-', ' '),
          tint: V.RAN_TINT,
          values: ran.map((value) => (value === null ? null : value * count)),
        });
      if (values)
        found.push({
          name: tier.replace('-', ' '),
          tint: V.TIER_TINTS[tier] || '#009E73',
          values: stack === 'busy' ? values.map((value) => (value === null ? null : value * (count || 1))) : values,
        });
    });
    // A total is known only where all its layers are: RAN is told from the warm-up on.
    const isWhole = (at) => found.every((layer) => layer.values[at] !== null);
    return found.map((layer) => ({ ...layer, values: layer.values.map((value, at) => (isWhole(at) ? value : null)) }));
  }

  const shown = () =>
    t
      .shown()
      .filter((policy) => layers(policy).length)
      .slice(0, MOST);
  const isCounted = () => V.tiers().every((tier) => V.accelerators(tier));

  function option(width) {
    const policies = shown();
    if (!policies.length) return null;
    const columns = width > 800 && policies.length > 1 ? 2 : 1;
    const cell = { width: (width - 24 - (columns - 1) * 24) / columns, height: 150 };
    const all = policies.map(layers);
    const most = Math.max(
      ...all.map((one) => Math.max(...V.time.t.map((tick, at) => one.reduce((sum, layer) => sum + (layer.values[at] || 0), 0))))
    );
    return {
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: t.ink.faint } },
      tooltip: t.charts.tooltip({ trigger: 'axis', formatter: (items) => tip(items, policies) }),
      title: policies.map((policy, at) => ({
        text: t.data.policies[policy],
        left: 44 + (at % columns) * (cell.width + 24),
        top: 4 + Math.floor(at / columns) * (cell.height + 62),
        textStyle: { color: t.ink.ink, fontSize: 13, fontWeight: 600, width: cell.width - 50, overflow: 'truncate' },
      })),
      grid: policies.map((policy, at) => ({
        left: 44 + (at % columns) * (cell.width + 24),
        top: 32 + Math.floor(at / columns) * (cell.height + 62),
        width: cell.width - 44,
        height: cell.height,
      })),
      xAxis: policies.map((policy, at) => V.timeAxis(cell.width - 44, { gridIndex: at })),
      yAxis: policies.map((policy, at) =>
        t.axes.axis({
          type: 'value',
          gridIndex: at,
          min: 0,
          max: most || 1,
          splitNumber: 3,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { showMaxLabel: false },
        })
      ),
      dataZoom: V.zoom(policies.map((policy, at) => at)),
      series: policies.flatMap((policy, at) =>
        all[at].map((layer, index) => ({
          type: 'line',
          name: layer.name,
          stack: 'policy' + at,
          xAxisIndex: at,
          yAxisIndex: at,
          symbol: 'none',
          lineStyle: { width: 0.8, color: t.ink.card },
          itemStyle: { color: layer.tint },
          areaStyle: { color: layer.tint, opacity: 0.9 },
          emphasis: { disabled: true },
          data: V.time.t.map((tick, point) => [tick, layer.values[point]]),
          ...(index ? {} : V.marks()),
        }))
      ),
    };
  }

  function tip(items, policies) {
    const seconds = items[0].axisValue;
    return t.el(
      'div',
      {},
      policies.map((policy, at) => {
        const own = items.filter((item) => item.axisIndex === at && item.value[1] > 0);
        return own.length
          ? t.axes.tip(
              t.data.policies[policy] + ', until ' + t.format.clock(seconds),
              own.map((item) => [
                item.color,
                item.seriesName,
                t.format.number(item.value[1]) + ' ' + (stack === 'power_kw' ? 'kW' : ''),
              ])
            )
          : null;
      })
    );
  }

  const mean = (values) => {
    const measured = values.filter((value, at) => V.time.t[at] > t.time.warmup && value !== null);
    return measured.length ? measured.reduce((sum, value) => sum + value, 0) / measured.length : null;
  };

  function words() {
    const policies = shown();
    const [title, unit] = STACKS[stack];
    const text = policies
      .map((policy) => {
        const parts = layers(policy).map((layer) => [layer.name, mean(layer.values)]);
        return (
          t.data.policies[policy] +
          ' ' +
          t.format.number(parts.reduce((sum, part) => sum + (part[1] || 0), 0)) +
          ' (' +
          parts
            .filter((part) => part[1] > 0)
            .map(([name, value]) => name + ' ' + t.format.number(value))
            .join(', ') +
          ')'
        );
      })
      .join('; ');
    return (
      title +
      ', mean over the measured time in ' +
      unit +
      ': ' +
      text +
      '.' +
      (t.shown().length > policies.length && policies.length === MOST
        ? ' The first ' + MOST + ' policies shown are drawn; filter to see others.'
        : '')
    );
  }

  const csv = () => [
    ['policy', 't_s', 'layer', STACKS[stack][1]],
    ...shown().flatMap((policy) =>
      layers(policy).flatMap((layer) =>
        layer.values.map((value, at) => [t.data.policies[policy], V.time.t[at], layer.name, value])
      )
    ),
  ];

  function stacked() {
    const metrics = V.catalog();
    const choices = [];
    if (metrics.has('utilization_fraction')) choices.push(['busy', isCounted() ? 'Accelerators busy' : 'Busy, sum of shares']);
    if (metrics.has('power_kw')) choices.push(['power_kw', 'Power (kW)']);
    if (metrics.has('in_flight')) choices.push(['in_flight', 'Requests at replicas']);
    if (!choices.length || !V.tiers().length) return null;
    [[stack]] = choices;
    const chart = t.chart({
      id: 'utilization-stack',
      title: 'By tier',
      hint: 'brush the strip to zoom, click to set the time of the map',
      keys: ['hidden', 'time'],
      group: 'time',
      ready: V.linked,
      option,
      words,
      csv,
      key: () =>
        [
          ...new Map(
            shown()
              .flatMap(layers)
              .map((layer) => [layer.name, layer.tint])
          ),
        ].map(([name, tint]) => [tint, name]),
      height: (width) => 34 + Math.ceil(Math.max(1, shown().length) / (width > 800 && shown().length > 1 ? 2 : 1)) * 212 + 26,
      controls: t.el(
        'div',
        { class: 'controls' },
        t.segments('What is stacked', choices, stack, (value) => {
          stack = value;
          chart.refresh();
        })
      ),
    });
    return chart;
  }

  t.panel({
    id: 'utilization',
    title: 'Load over time',
    short: 'Load over time',
    has: () => V.time.t.length > 1 && V.catalog().size > 0,
    lead: () =>
      'Means over ' +
      t.format.plural(t.facts.replications || 1, 'replication') +
      ' and ' +
      t.format.plural(V.time.t.length, 'interval') +
      '; the warm-up is grey.',
    build(section) {
      section.append(...[stacked(), t.timeLines && t.timeLines()].filter(Boolean));
    },
  });
})(window.tafsim);
