'use strict';
/* Every site over time: what the map shows of one moment, for all of them at once. */
(function (t) {
  const V = t.mapValues;
  const TIERS = ['cloud', 'regional', 'near-edge', 'far-edge'];

  t.siteHeat = function (layerOf) {
    const layer = () => (layerOf() === 'flows' ? 'load' : layerOf());
    const all = [...V.located].sort(
      (a, b) =>
        TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || String(a.country).localeCompare(String(b.country)) || a.index - b.index
    );
    const { ticks } = t.time;
    /** Sites that have anything in any interval; the others are counted below. */
    const busy = () => {
      const rows = rowsOf();
      const some = all.filter((site) => (rows[site.index] || []).some((value) => value > 0));
      return some.length ? some : all.slice(0, 1);
    };
    const rowsOf = () => (t.data.places.byPolicy[t.current()] || {})[V.LAYERS[layer()].series] || [];

    function option(width) {
      const rows = rowsOf();
      const sites = busy();
      const { factor, title, unit } = V.LAYERS[layer()];
      const cells = sites.flatMap((site, y) => (rows[site.index] || []).map((value, x) => [x, y, (value || 0) * factor]));
      if (!cells.length) return null;
      const most = layer() === 'load' ? V.top('load') : Math.max(...cells.map((cell) => cell[2])) || 1;
      return {
        animation: false,
        grid: { left: Math.min(170, width * 0.3), right: 12, top: 8, bottom: 76 },
        tooltip: t.charts.tooltip({
          formatter: (item) =>
            t.axes.tip(sites[item.value[1]].id, [
              [
                null,
                'until ' + t.format.clock(ticks[item.value[0]]),
                t.format.number(item.value[2], factor === 100 ? 1 : undefined) + ' ' + unit,
              ],
            ]),
        }),
        xAxis: t.axes.axis({
          type: 'category',
          data: ticks.map(t.format.clock),
          axisLabel: { formatter: null },
          name: 'Time since the start',
          splitLine: { show: false },
        }),
        yAxis: t.axes.axis({
          type: 'category',
          inverse: true,
          data: sites.map((site) => site.id),
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: {
            formatter: null,
            fontSize: 11,
            width: Math.min(155, width * 0.28),
            overflow: 'truncate',
            interval: sites.length > 70 ? 'auto' : 0,
          },
        }),
        visualMap: {
          min: 0,
          max: most,
          calculable: false,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 140,
          itemWidth: 10,
          text: [t.format.number(most) + ' ' + unit, title + ' 0'],
          textStyle: { color: t.ink.faint },
          inRange: { color: t.ink.scale },
        },
        series: [{ type: 'heatmap', data: cells, progressive: 0 }],
      };
    }

    /** A line at the moment of the map: over the drawing, since thousands of cells are slow to draw anew. */
    function cursor(chart) {
      const line = t.el('div', { class: 'time-cursor', hidden: true });
      chart.getDom().append(line);
      let isDrawn = false;
      const move = () => {
        const now = t.time.index();
        line.hidden = now === null || !isDrawn;
        if (line.hidden) return;
        Object.assign(line.style, {
          left: chart.convertToPixel({ xAxisIndex: 0 }, now) + 'px',
          top: '8px',
          height: Math.max(0, chart.getHeight() - 84) + 'px',
        });
      };
      t.on(['time'], move);
      chart.on('finished', () => {
        isDrawn = true;
        move();
      });
    }

    function words() {
      const rows = rowsOf();
      const sites = busy();
      const means = sites
        .map((site) => {
          const row = rows[site.index] || [];
          return { site, mean: row.reduce((sum, value) => sum + (value || 0), 0) / (row.length || 1) };
        })
        .sort((a, b) => b.mean - a.mean);
      if (!means.length || !means[0].mean) return 'Nothing at any site under ' + t.data.policies[t.current()] + '.';
      const { factor, word } = V.LAYERS[layer()];
      return (
        'Under ' +
        t.data.policies[t.current()] +
        ', ' +
        means[0].site.id +
        ' has most over all intervals (mean ' +
        t.format.number(means[0].mean * factor) +
        (factor === 100 ? ' % busy' : ' ' + word) +
        '). ' +
        (sites.length < all.length
          ? t.format.plural(all.length - sites.length, 'site') +
            ' without any ' +
            (all.length - sites.length === 1 ? 'is' : 'are') +
            ' left out. '
          : '') +
        'Click a cell to set the time of the map and see the site under every policy.'
      );
    }

    const csv = () => [
      ['policy', 'site', 't_s', layer()],
      ...all.flatMap((site) =>
        (rowsOf()[site.index] || []).map((value, at) => [t.data.policies[t.current()], site.id, ticks[at], value])
      ),
    ];

    return t.chart({
      id: 'map-heat',
      title: 'Sites over time',
      hint: 'by tier, then country',
      renderer: 'canvas',
      keys: ['hidden', 'policy', 'layer'],
      option,
      words,
      csv,
      height: () => {
        const { length } = busy();
        return 100 + length * (length > 100 ? 6 : length > 40 ? 13 : 20);
      },
      ready(chart) {
        chart.on('click', (item) => {
          if (item.componentType === 'series') t.set({ time: item.value[0], site: busy()[item.value[1]].id });
        });
        cursor(chart);
      },
    });
  };
})(window.tafsim);
