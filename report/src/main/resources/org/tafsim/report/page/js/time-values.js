'use strict';
/* Series over time by entity and metric; what time panels have in common: zoom, cursor, the warm-up, the moment of the map. */
(function (t) {
  const time = t.data.time || { t: [], byPolicy: [] };
  const LABELS = {
    utilization_fraction: ['Accelerators busy', '%', 100],
    in_flight: ['Requests at replicas', '', 1],
    power_kw: ['Power', 'kW', 1],
    ran_share_fraction: ['Share that RAN has', '%', 100],
    ai_share_fraction: ['Share that AI has', '%', 100],
    replicas_on: ['Replicas on', '', 1],
    prefix_hit_fraction: ['Prefix hits', '%', 100],
    resident_fraction: ['Memory in use', '%', 100],
    sites_open: ['Sites open', '', 1],
    contract_use: ['Under way by contract', '', 1],
  };
  // Viridis, so that tiers are not taken for policies.
  const TIER_TINTS = { 'far-edge': '#c8e020', 'near-edge': '#3dbc74', regional: '#2a788e', cloud: '#5b53a6' };
  const RAN_TINT = '#8a8f94';

  const of = (policy) => time.byPolicy[policy] || { entities: {}, half: null };
  const series = (policy, entity, metric) => (of(policy).entities[entity] || {})[metric] || null;
  const half = (policy, entity, metric) => ((of(policy).half || {})[entity] || {})[metric] || null;
  const label = (metric) =>
    LABELS[metric] ||
    (/_fraction$/.test(metric)
      ? [t.metrics.label(metric.replace(/_fraction$/, '')), '%', 100]
      : [t.metrics.label(metric), t.metrics.unit(metric) === 'count' ? '' : t.metrics.unit(metric), 1]);
  const axisName = (metric) => label(metric)[0] + (label(metric)[1] ? ' (' + label(metric)[1] + ')' : '');

  /** Metrics with the entities that have them, over all policies. */
  function catalog() {
    const found = new Map();
    time.byPolicy.forEach(({ entities }) =>
      Object.entries(entities || {}).forEach(([entity, metrics]) =>
        Object.keys(metrics).forEach((metric) => {
          if (!found.has(metric)) found.set(metric, new Set());
          found.get(metric).add(entity);
        })
      )
    );
    return found;
  }

  const ORDER = ['cloud', 'regional', 'near-edge', 'far-edge'];
  const tiers = () =>
    [...new Set(time.byPolicy.flatMap(({ entities }) => Object.keys(entities || {})))]
      .filter((entity) => entity.startsWith('tier:'))
      .map((entity) => entity.slice(5))
      .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

  /** Accelerators of a tier, from the texts of its sites: "4 × L40S, 2 × L4" is 6; null where a text says none. */
  function accelerators(tier) {
    const sites = t.data.sites.filter((site) => site.tier === tier);
    const counts = sites.map((site) =>
      [...String(site.accelerators || '').matchAll(/(\d+)\s*×/g)].reduce((sum, match) => sum + Number(match[1]), 0)
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total || null;
  }

  /** Greyed warm-up and the moment of the map, as marks of the first series. */
  function marks() {
    const now = t.time.seconds();
    const warmup = t.time.warmup;
    return {
      markArea:
        warmup > 0
          ? {
              silent: true,
              itemStyle: { color: t.ink.faint, opacity: 0.1 },
              label: { show: false },
              data: [[{ xAxis: 0 }, { xAxis: warmup }]],
            }
          : undefined,
      markLine:
        now === null
          ? undefined
          : {
              silent: true,
              symbol: 'none',
              animation: false,
              label: { show: false },
              lineStyle: { color: '#D55E00', width: 2, type: 'solid' },
              data: [{ xAxis: now }],
            },
    };
  }

  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];
  /** Round steps of time, about as many as fit a width (px). */
  const interval = (width) => {
    const span = time.t[time.t.length - 1];
    return STEPS.find((step) => span / step <= Math.max(2, width / 70)) || span;
  };

  const timeAxis = (width, more) =>
    t.axes.axis({
      type: 'value',
      min: 0,
      max: time.t[time.t.length - 1],
      interval: interval(width),
      splitLine: { show: false },
      axisLabel: { formatter: t.format.clock },
      axisPointer: { label: { formatter: ({ value }) => t.format.clock(value) } },
      ...more,
    });

  /** Zoom by brushing the strip below, or with Ctrl and the wheel; charts of the group follow. */
  const zoom = (indexes) => [
    {
      type: 'slider',
      xAxisIndex: indexes,
      height: 20,
      bottom: 6,
      left: 48,
      right: 20,
      moveHandleSize: 0,
      borderColor: t.ink.line,
      fillerColor: t.theme.isDark() ? 'rgb(124 196 240/18%)' : 'rgb(0 95 150/12%)',
      handleStyle: { color: t.ink.card, borderColor: t.ink.edge },
      textStyle: { color: t.ink.faint, fontSize: 11 },
      labelFormatter: t.format.clock,
      showDataShadow: false,
      brushSelect: true,
      filterMode: 'none',
    },
    {
      type: 'inside',
      xAxisIndex: indexes,
      zoomOnMouseWheel: 'ctrl',
      moveOnMouseMove: true,
      moveOnMouseWheel: false,
      filterMode: 'none',
    },
  ];

  /** A click sets the moment of the map. */
  function linked(chart) {
    chart.getZr().on('click', (event) => {
      const pixel = [event.offsetX, event.offsetY];
      const grid = chart.getOption().grid.findIndex((one, gridIndex) => chart.containPixel({ gridIndex }, pixel));
      if (grid >= 0) t.set({ time: t.time.nearest(chart.convertFromPixel({ gridIndex: grid }, pixel)[0]) });
    });
    window.echarts.connect('time');
  }

  t.timeValues = {
    time,
    series,
    half,
    label,
    axisName,
    catalog,
    tiers,
    accelerators,
    marks,
    timeAxis,
    zoom,
    linked,
    TIER_TINTS,
    RAN_TINT,
  };
})(window.tafsim);
