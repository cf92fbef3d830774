'use strict';
/* The map: outline, links, sites in a ring around what they share a place with, arcs between countries. */
(function (t) {
  const TIERS = { 'far-edge': ['triangle', 9], 'near-edge': ['circle', 9], regional: ['rect', 11], cloud: ['diamond', 15] };
  const V = t.mapValues;

  const symbol = (site) => TIERS[site.tier] || ['circle', 9];

  /** Color by load, size by what is counted. */
  function looks(site, layer, policy) {
    const [shape, size] = symbol(site);
    const value = layer === 'flows' ? null : V.value(policy, site.index, layer);
    if (layer === 'load')
      return { shape, size: size + 3, tint: value === null ? t.ink.sunk : tint(value / V.top('load')), value };
    const top = V.top(layer) || 1;
    const grown = value > 0 ? 5 + 31 * Math.sqrt(value / top) : 4;
    const color = layer === 'violations' ? '#D55E00' : '#E69F00';
    return layer === 'flows'
      ? { shape, size: 6, tint: t.ink.edge, value }
      : { shape: value > 0 ? 'circle' : shape, size: grown, tint: value > 0 ? color : t.ink.edge, value };
  }

  function tint(share) {
    const scale = t.ink.scale;
    const at = Math.max(0, Math.min(0.9999, share)) * (scale.length - 1);
    return window.echarts.color.lerp(at - Math.floor(at), [scale[Math.floor(at)], scale[Math.floor(at) + 1]]);
  }

  function siteSeries(policy, layer, width) {
    const shifts = t.mapFrame.offsets(width < 600 ? 7 : 10);
    const shrink = width < 600 ? 0.75 : 1;
    return {
      type: 'scatter',
      coordinateSystem: 'geo',
      id: 'sites',
      z: 4,
      animationDurationUpdate: t.charts.isCalm ? 0 : 180,
      cursor: 'pointer',
      data: V.located.map((site) => {
        const look = looks(site, layer, policy);
        return {
          name: site.id,
          value: [site.lon, site.lat, look.value],
          symbol: look.shape,
          symbolSize: look.size * shrink,
          symbolOffset: shifts.get(site.index),
          itemStyle: {
            color: look.tint,
            borderColor: layer === 'load' ? t.ink.ink : t.ink.card,
            borderWidth: 0.8,
            opacity: layer === 'load' ? 1 : 0.82,
          },
          site: site.index,
        };
      }),
      tooltip: { formatter: (item) => siteTip(t.data.sites[item.data.site], item.data.site, policy) },
    };
  }

  function siteTip(site, index, policy) {
    const rows = [
      ['tier', site.tier],
      ['accelerators', site.accelerators],
      ['operator', site.operator],
      ['controlled from', (site.controlledFrom || []).join(', ')],
      ['models', (site.models || []).join(', ')],
    ].filter(([, text]) => text);
    const live = ['load', 'queue', 'violations']
      .map((layer) => [V.LAYERS[layer].title, V.value(policy, index, layer), layer])
      .filter(([, value]) => value !== null);
    return t.axes.tip([site.id, [site.city, site.country].filter(Boolean).join(', ')].filter(Boolean).join(' · '), [
      ...live.map(([name, value, layer]) => [
        null,
        name,
        t.format.number(value, layer === 'load' ? 1 : undefined) + (layer === 'load' ? ' %' : ''),
      ]),
      ...rows.map(([name, text]) => [null, name, String(text)]),
    ]);
  }

  function labelSeries() {
    const seen = new Map();
    const [[west], [east]] = t.mapFrame.register().box;
    [...V.located]
      .sort((a, b) => symbol(b)[1] - symbol(a)[1])
      .forEach((site) => {
        if (!seen.has(site.city || site.id)) seen.set(site.city || site.id, site);
      });
    return {
      type: 'scatter',
      coordinateSystem: 'geo',
      silent: true,
      z: 5,
      symbolSize: 1,
      itemStyle: { color: 'transparent', opacity: 1 },
      labelLayout: { hideOverlap: true, minMargin: 4 },
      data: [...seen].map(([name, site]) => ({
        name,
        value: [site.lon, site.lat],
        label: { position: site.lon > east - (east - west) * 0.2 ? 'left' : 'right' },
      })),
      label: {
        show: true,
        formatter: '{b}',
        distance: 14,
        minMargin: 4,
        color: t.ink.ink,
        fontSize: 11,
        textBorderColor: t.ink.card,
        textBorderWidth: 3,
      },
    };
  }

  const populationSeries = (width) => ({
    type: 'scatter',
    coordinateSystem: 'geo',
    silent: true,
    z: 2,
    symbol: 'circle',
    symbolSize: width < 600 ? 18 : 24,
    itemStyle: { color: 'transparent', borderColor: t.ink.edge, borderWidth: 1.2, opacity: 0.5 },
    data: t.data.populations.filter((place) => typeof place.lat === 'number').map((place) => [place.lon, place.lat]),
  });

  const linkSeries = () => ({
    type: 'lines',
    coordinateSystem: 'geo',
    silent: true,
    z: 1,
    lineStyle: { color: t.ink.edge, width: 0.8, opacity: 0.55 },
    data: t.data.links
      .filter((link) => link.from && link.to)
      .map((link) => ({
        coords: [
          [link.from.lon, link.from.lat],
          [link.to.lon, link.to.lat],
        ],
      })),
  });

  t.mapOption = function (policy, layer, width, view) {
    const { box } = t.mapFrame.register();
    const land = t.theme.isDark() ? '#262c31' : '#f0f1ef';
    return {
      tooltip: t.charts.tooltip({ trigger: 'item' }),
      geo: {
        map: 'tafsim',
        roam: true,
        preserveAspect: 'contain',
        aspectScale: Math.cos((((box[0][1] + box[1][1]) / 2) * Math.PI) / 180),
        scaleLimit: { min: 0.8, max: 12 },
        boundingCoords: box,
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        itemStyle: { areaColor: land, borderColor: t.ink.line, borderWidth: 1 },
        emphasis: { disabled: true },
        silent: true,
        tooltip: { show: false },
        ...view,
      },
      series: [
        linkSeries(),
        populationSeries(width),
        ...(layer === 'flows' ? t.flowSeries(policy) : []),
        siteSeries(policy, layer, width),
        labelSeries(),
      ],
    };
  };
  t.mapLooks = { TIERS, tint };
})(window.tafsim);
