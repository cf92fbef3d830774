'use strict';
/* What the map shows of each site at a moment, or over the whole measured time. */
(function (t) {
  const { places, sites } = t.data;

  const LAYERS = {
    load: { title: 'Load', series: 'utilization', unit: '% busy', factor: 100, word: 'busy' },
    queue: { title: 'Queue', series: 'waiting', unit: 'waiting', factor: 1, word: 'waiting' },
    violations: { title: 'Violations', series: 'violations', unit: 'violations', factor: 1, word: 'violations', isSum: true },
    flows: { title: 'Flows', word: 'GB' },
  };

  const of = (policy) => places && places.byPolicy && places.byPolicy[policy];
  const sum = (values) => values.reduce((total, value) => total + (value || 0), 0);

  /** A row of values at the moment: that of the interval, or sum or mean of the measured ones. */
  function at(row, isSum) {
    if (!row) return null;
    const index = t.time.index();
    if (index !== null) return row[index];
    const values = t.time
      .measured()
      .map((tick) => row[tick])
      .filter((value) => value !== null && value !== undefined);
    return values.length ? sum(values) / (isSum ? 1 : values.length) : null;
  }

  function value(policy, site, layer) {
    const all = of(policy);
    const { series, isSum, factor } = LAYERS[layer];
    const one = all && all[series] ? at(all[series][site], isSum) : null;
    return one === null || one === undefined ? null : one * factor;
  }

  /** The greatest value of a layer (of load rounded up), in any interval under any shown policy: one scale, so that policies and moments compare. */
  const greatest = {};
  function top(layer) {
    const isWhole = t.time.index() === null && LAYERS[layer].isSum;
    const key = layer + isWhole;
    if (greatest[key] === undefined) {
      let most = 0;
      t.data.policies.forEach((name, policy) =>
        ((of(policy) || {})[LAYERS[layer].series] || []).forEach((row) => {
          const found = isWhole ? sum(t.time.measured().map((tick) => row[tick])) : Math.max(...row.map((one) => one || 0));
          most = Math.max(most, found);
        })
      );
      greatest[key] = most;
    }
    return layer === 'load' ? [10, 25, 50, 100].find((end) => end >= greatest[key] * 100) || 100 : greatest[key];
  }

  /** Flows between countries at the moment: [{from, to, isOutside, gb}], the greatest first. */
  function flows(policy) {
    const all = of(policy);
    if (!all || !all.flows || !all.flows.pairs) return [];
    return all.flows.pairs
      .map(([from, to, isOutside], index) => ({ from, to, isOutside, gb: at(all.flows.gb[index], true) || 0 }))
      .filter((flow) => flow.gb > 0)
      .sort((a, b) => b.gb - a.gb);
  }

  /** Where a country is drawn: the mean of what stands in it. */
  const centers = new Map();
  const known = [...sites, ...t.data.populations].filter(
    (place) => typeof place.lat === 'number' && typeof place.lon === 'number'
  );
  known.forEach((place) => centers.set(place.country, [...(centers.get(place.country) || []), place]));
  centers.forEach((all, country) =>
    centers.set(country, [sum(all.map((place) => place.lon)) / all.length, sum(all.map((place) => place.lat)) / all.length])
  );

  const located = sites
    .map((site, index) => ({ ...site, index }))
    .filter((site) => typeof site.lat === 'number' && typeof site.lon === 'number');

  t.mapValues = {
    LAYERS,
    value,
    top,
    flows,
    centers,
    located,
    known,
    layers: () =>
      Object.keys(LAYERS).filter((layer) =>
        layer === 'flows' ? t.data.policies.some((name, policy) => flows(policy).length) : places
      ),
  };
})(window.tafsim);
