'use strict';
/* One series over time under every policy, with the band of its interval. */
(function (t) {
  const V = t.timeValues;

  const entityLabel = (entity) =>
    entity === 'all' ? 'all' : entity.startsWith('tier:') ? entity.slice(5).replace('-', ' ') : entity.replace(/^(\w+):/, '$1 ');

  t.timeLines = function () {
    const catalog = V.catalog();
    if (!catalog.size) return null;
    let metric = ['utilization_fraction', 'in_flight'].find((name) => catalog.has(name)) || [...catalog.keys()][0];
    const entities = () => [...catalog.get(metric)];
    const total = (one) =>
      t.data.policies.reduce(
        (sum, name, policy) => sum + (V.series(policy, one, metric) || []).reduce((own, value) => own + (value || 0), 0),
        0
      );
    const busiest = () =>
      entities()
        .map((one) => [one, total(one)])
        .sort((a, b) => b[1] - a[1])[0][0];
    let entity = busiest();
    const shown = () => t.shown().filter((policy) => V.series(policy, entity, metric));

    function option(width) {
      const policies = shown();
      if (!policies.length) return null;
      const factor = V.label(metric)[2];
      const scaled = (values) => values.map((value) => (value === null ? null : value * factor));
      const isBanded = policies.length <= 8;
      return {
        grid: { left: 48, right: 20, top: 34, bottom: 62 },
        tooltip: t.charts.tooltip({ trigger: 'axis', formatter: (items) => tip(items, policies, factor) }),
        xAxis: V.timeAxis(width - 70),
        yAxis: t.axes.vertical(V.axisName(metric), { min: 0 }),
        dataZoom: V.zoom([0]),
        series: policies.flatMap((policy, index) => {
          const values = scaled(V.series(policy, entity, metric));
          const half = isBanded && V.half(policy, entity, metric);
          const band = half
            ? t.axes.band(
                policy,
                V.time.t,
                values.map((value, at) => (value === null ? null : Math.max(0, value - half[at] * factor))),
                values.map((value, at) => (value === null ? null : value + half[at] * factor))
              )
            : [];
          return [
            ...band,
            t.axes.line(policy, { data: V.time.t.map((tick, at) => [tick, values[at]]), ...(index ? {} : V.marks()) }),
          ];
        }),
      };
    }

    function tip(items, policies, factor) {
      const at = V.time.t.findIndex((tick) => tick >= items[0].axisValue - 1e-9);
      const text = (policy) => {
        const half = V.half(policy, entity, metric);
        return (
          t.format.number(V.series(policy, entity, metric)[at] * factor) +
          (half && half[at] ? ' ±' + t.format.number(half[at] * factor) : '') +
          ' ' +
          V.label(metric)[1]
        );
      };
      return t.axes.tip(
        entityLabel(entity) + ', until ' + t.format.clock(items[0].axisValue),
        policies.slice(0, 14).map((policy) => [policy, t.data.policies[policy], text(policy)])
      );
    }

    function words() {
      const means = shown()
        .map((policy) => {
          const measured = V.series(policy, entity, metric).filter((value, at) => V.time.t[at] > t.time.warmup && value !== null);
          return {
            policy,
            mean: measured.reduce((sum, value) => sum + value, 0) / (measured.length || 1),
            peak: Math.max(...measured),
          };
        })
        .sort((a, b) => b.mean - a.mean);
      if (!means.length) return '';
      const [name, unit, factor] = V.label(metric);
      const text = (one) =>
        t.data.policies[one.policy] +
        ' (mean ' +
        t.format.number(one.mean * factor) +
        ', peak ' +
        t.format.number(one.peak * factor) +
        (unit ? ' ' + unit : '') +
        ')';
      if (means.length === 1) return name + ' of ' + entityLabel(entity) + ': ' + text(means[0]) + '.';
      return (
        name +
        ' of ' +
        entityLabel(entity) +
        ' is highest under ' +
        text(means[0]) +
        ' and lowest under ' +
        text(means[means.length - 1]) +
        '.'
      );
    }

    const csv = () => [
      ['policy', 'entity', 'metric', 't_s', 'mean', 'half_width'],
      ...shown().flatMap((policy) =>
        V.series(policy, entity, metric).map((value, at) => [
          t.data.policies[policy],
          entity,
          metric,
          V.time.t[at],
          value,
          (V.half(policy, entity, metric) || [])[at],
        ])
      ),
    ];

    const pick = t.el('select', {
      id: 'time-entity',
      onchange: () => {
        entity = pick.value;
        chart.refresh();
      },
    });
    const fill = () => {
      pick.replaceChildren(...entities().map((one) => t.el('option', { value: one }, entityLabel(one))));
      pick.value = entity;
    };
    fill();
    const metrics = t.choice(
      'Series',
      [...catalog.keys()].map((name) => [name, V.label(name)[0]]),
      metric,
      (value) => {
        metric = value;
        entity = entities().includes(entity) ? entity : busiest();
        fill();
        chart.refresh();
      },
      { id: 'time-metric' }
    );
    const chart = t.chart({
      id: 'utilization-lines',
      title: t.data.policies.length > 1 ? 'Policies against each other' : 'One series',
      hint: t.facts.replications > 1 ? 'band: 95 % interval' : null,
      keys: ['hidden', 'time'],
      group: 'time',
      ready: V.linked,
      height: 360,
      key: t.policyKey,
      option,
      words,
      csv,
      controls: t.el('div', { class: 'controls' }, metrics, t.el('label', { class: 'choice' }, 'of', pick)),
    });
    return chart;
  };
})(window.tafsim);
