'use strict';
/* The site that was clicked on the map, over time under every policy. */
(function (t) {
  const V = t.mapValues;

  t.siteLines = function (layerOf) {
    const layer = () => (layerOf() === 'flows' ? 'load' : layerOf());
    const chosen = () => V.located.find((site) => site.id === t.state.site);
    const row = (policy) => ((t.data.places.byPolicy[policy] || {})[V.LAYERS[layer()].series] || [])[chosen().index] || [];
    const { ticks } = t.time;

    function option(width) {
      if (!chosen()) return null;
      const { factor, title, unit } = V.LAYERS[layer()];
      const policies = t.shown();
      return {
        grid: { left: 48, right: 20, top: 34, bottom: 34 },
        tooltip: t.charts.tooltip({
          trigger: 'axis',
          formatter: (items) => {
            const at = t.time.nearest(items[0].axisValue);
            return t.axes.tip(
              chosen().id + ', until ' + t.format.clock(ticks[at]),
              policies
                .slice(0, 14)
                .map((policy) => [policy, t.data.policies[policy], t.format.number((row(policy)[at] || 0) * factor) + ' ' + unit])
            );
          },
        }),
        xAxis: t.timeValues.timeAxis(width - 70, { max: ticks[ticks.length - 1] }),
        yAxis: t.axes.vertical(title + ' (' + unit + ')', { min: 0 }),
        series: policies.map((policy, index) =>
          t.axes.line(policy, {
            data: ticks.map((tick, at) => [tick, row(policy)[at] === undefined ? null : row(policy)[at] * factor]),
            ...(index ? {} : t.timeValues.marks()),
          })
        ),
      };
    }

    function words() {
      if (!chosen()) return '';
      const { title, unit } = V.LAYERS[layer()];
      const site = chosen();
      const means = t
        .shown()
        .slice(0, 8)
        .map((policy) => t.data.policies[policy] + ' ' + t.format.number(V.value(policy, site.index, layer()) || 0));
      return (
        site.id +
        ' (' +
        [site.city, site.country, site.tier.replace('-', ' '), site.accelerators].filter(Boolean).join(', ') +
        '), ' +
        title.toLowerCase() +
        ' in ' +
        unit +
        ', ' +
        t.time.label() +
        ': ' +
        means.join(', ') +
        '.'
      );
    }

    const csv = () => [
      ['policy', 'site', 't_s', layer()],
      ...(chosen()
        ? t.shown().flatMap((policy) => row(policy).map((value, at) => [t.data.policies[policy], chosen().id, ticks[at], value]))
        : []),
    ];

    const place = t.el('div', {});
    const spec = {
      id: 'map-site',
      title: 'One site',
      hint: 'under every policy',
      group: 'time',
      ready: t.timeValues.linked,
      keys: ['hidden', 'layer', 'site', 'time'],
      key: t.policyKey,
      height: 260,
      option,
      words,
      csv,
    };
    /** There is no chart before a site is chosen. */
    const show = () => {
      if (chosen() && !place.hasChildNodes()) place.append(t.chart(spec));
      place.hidden = !chosen();
    };
    t.on(['site'], show);
    show();
    return place;
  };
})(window.tafsim);
