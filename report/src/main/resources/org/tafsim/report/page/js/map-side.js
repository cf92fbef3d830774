'use strict';
/* Beside the map: who has most, and what the symbols mean. */
(function (t) {
  const V = t.mapValues;

  /** The ten that have most of what the map shows. */
  function ranking(layer) {
    if (!t.data.places) return null;
    const isFlow = layer === 'flows';
    const rows = isFlow
      ? V.flows(t.current())
          .slice(0, 10)
          .map((flow) => [flow.from + ' → ' + flow.to + (flow.isOutside ? ' (outside)' : ''), flow.gb, t.format.bytes(flow.gb)])
      : V.located
          .map((site) => ({ site, value: V.value(t.current(), site.index, layer) }))
          .filter((row) => row.value > 0)
          .sort((a, b) => b.value - a.value)
          .slice(0, 10)
          .map((row) => [
            row.site.id,
            row.value,
            t.format.number(row.value, layer === 'load' ? 1 : undefined) + (layer === 'load' ? ' %' : ''),
          ]);
    const top = rows.length ? rows[0][1] : 1;
    const lines = rows.map(([name, value, text]) => [
      t.el(
        'span',
        { class: 'wrap-anywhere' },
        name,
        t.el('span', { class: 'meter', style: { width: Math.max(2, (value / (layer === 'load' ? 100 : top)) * 100) + '%' } })
      ),
      text,
    ]);
    return t.table(
      'The ten with most: ' + t.data.policies[t.current()] + ', ' + t.time.label() + '.',
      [{ text: isFlow ? 'From → to' : 'Site' }, { text: V.LAYERS[layer].title, isNumber: true }],
      lines
    );
  }

  function key(layer) {
    const item = (symbol, text) => t.el('li', {}, symbol, text);
    const drawn = {
      triangle: 'M7 1 13 12H1Z',
      circle: 'M7 1a6 6 0 1 0 .01 0Z',
      rect: 'M2 2h10v10H2Z',
      diamond: 'M7 0 14 7 7 14 0 7Z',
    };
    const shape = (name) =>
      t.svg(
        'svg',
        { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' },
        t.svg('path', { d: drawn[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4 })
      );
    const tiers = Object.entries(t.mapLooks.TIERS)
      .filter(([tier]) => V.located.some((site) => site.tier === tier))
      .map(([tier, [name]]) => item(shape(name), tier.replace('-', ' ')));
    if (t.data.populations.length)
      tiers.push(
        item(
          t.svg(
            'svg',
            { width: 20, height: 20, viewBox: '0 0 20 20', 'aria-hidden': 'true' },
            t.svg('circle', { cx: 10, cy: 10, r: 9, fill: 'none', stroke: 'var(--edge)', opacity: 0.6 })
          ),
          'users'
        )
      );
    const swatch = (tint) => t.el('span', { class: 'swatch', style: { background: tint } });
    const layers = {
      load: () => [
        item(
          t.el('span', {
            class: 'swatch',
            style: { width: '70px', background: 'linear-gradient(90deg,' + t.ink.scale.join(',') + ')' },
          }),
          '0 to ' + V.top('load') + ' % busy'
        ),
      ],
      queue: () => [item(swatch('#E69F00'), 'area: requests waiting')],
      violations: () => [item(swatch('#D55E00'), 'area: rule checks that failed')],
      flows: () => [
        item(swatch(t.theme.isDark() ? '#56B4E9' : '#0072B2'), 'inside the legal area'),
        item(swatch('#D55E00'), 'outside (dashed)'),
        t.el('li', {}, 'ring: stays in the country'),
      ],
    };
    return [...layers[layer](), ...tiers];
  }

  t.mapSide = { ranking, key };
})(window.tafsim);
