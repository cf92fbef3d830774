'use strict';
/* Data between countries as arcs. */
(function (t) {
  const V = t.mapValues;

  /** Arcs as wide as what they carry; outside the legal area vermilion and dashed. Data that stays in a country is a ring. */
  t.flowSeries = function (policy) {
    const all = V.flows(policy).filter((flow) => V.centers.has(flow.from) && V.centers.has(flow.to));
    const top = Math.max(...all.map((flow) => flow.gb), 1e-12);
    const style = (flow) => ({
      color: flow.isOutside ? '#D55E00' : t.theme.isDark() ? '#56B4E9' : '#0072B2',
      type: flow.isOutside ? [5, 3] : 'solid',
      opacity: 0.75,
    });
    return [
      {
        type: 'lines',
        coordinateSystem: 'geo',
        id: 'flows',
        z: 3,
        symbol: ['none', 'arrow'],
        symbolSize: 7,
        emphasis: { lineStyle: { opacity: 1 } },
        data: all
          .filter((flow) => flow.from !== flow.to)
          .slice(0, 120)
          .map((flow) => ({
            coords: [V.centers.get(flow.from), V.centers.get(flow.to)],
            flow,
            lineStyle: { ...style(flow), width: 0.8 + 7 * Math.sqrt(flow.gb / top), curveness: 0.22 },
          })),
        tooltip: {
          formatter: (item) =>
            t.axes.tip(item.data.flow.from + ' → ' + item.data.flow.to, [
              [
                null,
                item.data.flow.isOutside ? 'outside the legal area' : 'inside the legal area',
                t.format.bytes(item.data.flow.gb),
              ],
            ]),
        },
      },
      {
        type: 'scatter',
        coordinateSystem: 'geo',
        z: 3,
        symbol: 'circle',
        data: all
          .filter((flow) => flow.from === flow.to)
          .map((flow) => ({
            value: V.centers.get(flow.from),
            flow,
            symbolSize: 6 + 26 * Math.sqrt(flow.gb / top),
            itemStyle: {
              color: 'transparent',
              borderColor: style(flow).color,
              borderWidth: 2.5,
              borderType: style(flow).type,
              opacity: 0.8,
            },
          })),
        tooltip: {
          formatter: (item) =>
            t.axes.tip('stays in ' + item.data.flow.from, [[null, 'processed', t.format.bytes(item.data.flow.gb)]]),
        },
      },
    ];
  };
})(window.tafsim);
