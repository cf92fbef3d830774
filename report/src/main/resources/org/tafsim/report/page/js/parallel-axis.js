'use strict';
/* An axis of the parallel coordinates. */
(function (t) {
  /** Names in lines that fit between two axes (px). */
  function wrapped(name, room) {
    const most = Math.max(8, Math.floor(room / 7.5));
    const lines = [];
    name.split(' ').forEach((word) => {
      const last = lines[lines.length - 1];
      if (last !== undefined && (last + ' ' + word).length <= most) lines[lines.length - 1] = last + ' ' + word;
      else lines.push(word);
    });
    return lines.join('\n');
  }

  /** Its name stands above an upright axis, and over the left end of one that lies, where there is no room between axes (px). */
  function named(dim, room) {
    const text = {
      color: t.ink.ink,
      fontSize: 12,
      fontWeight: 600,
      lineHeight: 15,
      textBorderColor: t.ink.card,
      textBorderWidth: 4,
    };
    if (room) {
      const isTopDown = dim.type === 'category';
      return {
        name: wrapped(dim.name, room),
        nameLocation: isTopDown ? 'start' : 'end',
        inverse: isTopDown,
        nameGap: 14,
        nameTextStyle: text,
      };
    }
    const over = { align: 'left', verticalAlign: 'bottom', padding: [0, 0, 22, 0] };
    return { name: dim.name, nameLocation: 'start', nameGap: 0, nameTextStyle: { ...text, ...over } };
  }

  /** A little beyond both ends, so that lines at an end can be brushed. */
  function padded(range) {
    if (range.type === 'log' || range.min === undefined) return range;
    const { type, min, max, interval } = range;
    const margin = (max - min) * 0.02;
    const count = Math.round((max - min) / interval);
    const ticks = Array.from({ length: count + 1 }, (none, at) => Number((min + at * interval).toPrecision(12)));
    return { type, min: min - margin, max: max + margin, axisTick: { customValues: ticks }, axisLabel: { customValues: ticks } };
  }

  t.parallelAxis = function (dim, index, values, room) {
    const isValue = dim.type === 'value';
    const known = values.filter((value) => value !== '-');
    const range = isValue ? padded(t.axes.range(known, dim.unit)) : { type: 'category' };
    return {
      dim: index,
      data: dim.data,
      ...range,
      ...named(dim, room),
      axisTick: { ...range.axisTick, lineStyle: { color: t.ink.edge } },
      axisLine: { lineStyle: { color: t.ink.edge, width: 1.5 } },
      axisLabel: {
        ...range.axisLabel,
        color: t.ink.ink,
        fontSize: 11,
        formatter: isValue ? t.format.tick : undefined,
        width: 90,
        overflow: 'truncate',
        hideOverlap: true,
        textBorderColor: t.ink.card,
        textBorderWidth: 3,
      },
      areaSelectStyle: {
        width: 18,
        color: t.theme.isDark() ? 'rgba(124,196,240,0.3)' : 'rgba(0,95,150,0.18)',
        borderColor: t.ink.accent,
        borderWidth: 1,
      },
    };
  };
})(window.tafsim);
