'use strict';
/* What the map is drawn in: the outline, the box around all places, and room for sites that share one. */
(function (t) {
  const V = t.mapValues;
  let registered = null;

  /** The box that holds all places, with a margin; ECharts draws no map without a feature. */
  function frame() {
    const lons = V.known.map((place) => place.lon);
    const lats = V.known.map((place) => place.lat);
    const margin = 0.08 * Math.max(2, Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats)) + 0.4;
    return [
      [Math.min(...lons) - margin, Math.max(...lats) + margin],
      [Math.max(...lons) + margin, Math.min(...lats) - margin],
    ];
  }

  function register() {
    if (registered) return registered;
    const [[west, north], [east, south]] = frame();
    const outline =
      t.data.outline && t.data.outline.features && t.data.outline.features.length
        ? t.data.outline
        : {
            type: 'FeatureCollection',
            features: [
              {
                type: 'Feature',
                properties: { name: 'frame' },
                geometry: {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [west, south],
                      [east, south],
                      [east, north],
                      [west, north],
                      [west, south],
                    ],
                  ],
                },
              },
            ],
          };
    window.echarts.registerMap('tafsim', outline);
    registered = {
      hasOutline: outline === t.data.outline,
      box: [
        [west, north],
        [east, south],
      ],
    };
    return registered;
  }

  /** Offsets (px) of sites that share a place, around it in rings of six. */
  function offsets(step) {
    const groups = new Map();
    V.located.forEach((site) => {
      const key = site.lon.toFixed(2) + ' ' + site.lat.toFixed(2);
      groups.set(key, [...(groups.get(key) || []), site]);
    });
    const found = new Map();
    groups.forEach((group) =>
      group.forEach((site, at) => {
        if (group.length === 1) {
          found.set(site.index, [0, 0]);
          return;
        }
        const ring = Math.floor(at / 6) + 1;
        const angle = ((at % 6) / Math.min(6, group.length - (ring - 1) * 6)) * 2 * Math.PI - Math.PI / 2;
        found.set(site.index, [Math.cos(angle) * step * ring, Math.sin(angle) * step * ring]);
      })
    );
    return found;
  }

  t.mapFrame = { register, offsets };
})(window.tafsim);
