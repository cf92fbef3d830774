'use strict';
/* Sites on the map and over time. */
(function (t) {
  const V = t.mapValues;
  const KEYS = ['hidden', 'policy', 'time', 'layer'];
  const layer = () => (V.layers().includes(t.state.layer) ? t.state.layer : V.layers()[0] || 'load');
  const siteRows = () => V.located.map((site) => ({ site, value: V.value(t.current(), site.index, layer()) }));

  function words() {
    const policy = t.data.policies[t.current()];
    const when = ', ' + t.time.label();
    if (!t.data.places) return t.format.plural(V.located.length, 'site') + '; the run has no file of their load over time.';
    if (layer() === 'flows') {
      const all = V.flows(t.current());
      const total = all.reduce((sum, flow) => sum + flow.gb, 0);
      const across = all.filter((flow) => flow.from !== flow.to);
      const outside = all.filter((flow) => flow.isOutside).reduce((sum, flow) => sum + flow.gb, 0);
      if (!total) return policy + when + ': no data was processed.';
      return (
        policy +
        when +
        ': ' +
        t.format.number((across.reduce((sum, flow) => sum + flow.gb, 0) / total) * 100, 1) +
        ' % of ' +
        t.format.bytes(total) +
        ' crossed a border, ' +
        t.format.number((outside / total) * 100, 1) +
        ' % left the legal area.' +
        (across.length
          ? ' Most: ' +
            across
              .slice(0, 3)
              .map((flow) => flow.from + ' → ' + flow.to + ' ' + t.format.bytes(flow.gb))
              .join(', ') +
            '.'
          : '')
      );
    }
    const rows = siteRows()
      .filter((row) => row.value > 0)
      .sort((a, b) => b.value - a.value);
    const { word, factor } = V.LAYERS[layer()];
    if (!rows.length) return policy + when + ': no site has any ' + (layer() === 'load' ? 'load' : word) + '.';
    const text = (row) =>
      row.site.id + ' (' + t.format.number(row.value, factor === 100 ? 1 : undefined) + (factor === 100 ? ' %' : '') + ')';
    return (
      policy +
      when +
      ': ' +
      t.format.plural(rows.length, 'site') +
      ' of ' +
      V.located.length +
      ' with ' +
      (layer() === 'load' ? 'load' : word) +
      '; most at ' +
      t.format.list(rows.slice(0, 3).map(text)) +
      '.'
    );
  }

  const csv = () =>
    layer() === 'flows'
      ? [
          ['policy', 'when', 'from_country', 'to_country', 'outside', 'gb'],
          ...V.flows(t.current()).map((flow) => [
            t.data.policies[t.current()],
            t.time.label(),
            flow.from,
            flow.to,
            flow.isOutside,
            flow.gb,
          ]),
        ]
      : [
          ['policy', 'when', 'site', 'city', 'country', 'tier', layer()],
          ...siteRows().map(({ site, value }) => [
            t.data.policies[t.current()],
            t.time.label(),
            site.id,
            site.city,
            site.country,
            site.tier,
            value,
          ]),
        ];

  function map() {
    const legend = t.el('ul', { class: 'key', 'aria-label': 'Key of the map' });
    const update = () => t.refill(legend, t.mapSide.key(layer()));
    t.on(['layer', 'theme', 'hidden'], update);
    update();
    const view = {};
    const element = t.chart({
      id: 'map',
      title: 'Map',
      hint: t.data.places ? 'drag to move, scroll to zoom, click a site to see it over time' : 'drag to move, scroll to zoom',
      keys: KEYS,
      height: (width) => Math.max(340, Math.min(640, width * 0.85)),
      merges: true,
      option: (width) => (V.located.length ? t.mapOption(t.current(), layer(), width, view) : null),
      words,
      csv,
      ready(chart) {
        chart.on('click', (item) => {
          if (!item.data || item.data.site === undefined || !t.data.places) return;
          t.set({ site: t.data.sites[item.data.site].id });
          document.querySelector('[data-chart="map-site"]')?.scrollIntoView({ block: 'nearest' });
        });
        chart.on('georoam', () => {
          const geo = chart.getOption().geo[0];
          Object.assign(view, { zoom: geo.zoom, center: geo.center });
        });
      },
    });
    return [element, legend];
  }

  t.panel({
    id: 'map',
    title: 'Where',
    short: 'Map',
    has: () => V.located.length > 0,
    lead: () =>
      t.format.plural(V.located.length, 'site') +
      (t.data.places
        ? ', one policy at a time. Play shows interval after interval; means over ' +
          t.format.plural(t.facts.replications || 1, 'replication') +
          '.'
        : '.'),
    build(section) {
      const layers = V.layers();
      const choose =
        layers.length > 1
          ? t.segments(
              'Layer of the map',
              layers.map((name) => [name, V.LAYERS[name].title]),
              layer(),
              (value) => t.set({ layer: value })
            )
          : null;
      const side = t.el('div', { class: 'ranking', id: 'map-ranking' });
      const rank = () => t.refill(side, t.mapSide.ranking(layer()));
      t.on(KEYS, rank);
      rank();
      section.append(
        t.el('div', { class: 'controls', id: 'map-layers' }, choose, t.data.places ? t.policyChoice() : null),
        t.el('div', { class: t.data.places ? 'map-grid' : '' }, t.el('div', {}, ...map()), t.data.places ? side : null)
      );
      const controls = t.data.places && t.timeControls();
      if (controls) section.insertBefore(controls, section.querySelector('#map-layers').nextSibling);
      if (t.data.places) section.append(t.siteLines(layer), t.siteHeat(layer));
    },
  });
})(window.tafsim);
