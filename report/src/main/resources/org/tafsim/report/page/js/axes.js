'use strict';
/* Axes, tooltips and series that several figures share. */
(function (t) {
  function axis(more) {
    return {
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: { color: t.ink.faint, fontSize: 12 },
      axisLine: { onZero: false, lineStyle: { color: t.ink.edge } },
      axisTick: { lineStyle: { color: t.ink.edge } },
      axisLabel: { color: t.ink.ink, fontSize: 12, hideOverlap: true, formatter: t.format.tick, ...(more || {}).axisLabel },
      splitLine: { lineStyle: { color: t.ink.line } },
      ...Object.fromEntries(Object.entries(more || {}).filter(([name]) => name !== 'axisLabel')),
    };
  }

  /** The vertical axis has its name above it, where it reads without turning the head. */
  function vertical(name, more) {
    return axis({
      type: 'value',
      name,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { color: t.ink.faint, align: 'left', padding: [0, 0, 0, -44], fontSize: 12 },
      axisLine: { show: false },
      axisTick: { show: false },
      ...more,
    });
  }

  /** Names of policies down the left side, cut where they are long. */
  function names(policies, width, more) {
    const room = Math.round(Math.min(190, width * 0.32));
    return axis({
      type: 'category',
      inverse: true,
      data: policies.map((policy) => t.data.policies[policy]),
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { formatter: null, width: room, overflow: 'truncate', hideOverlap: false, interval: 0 },
      ...more,
    });
  }

  const room = (policies, width) => {
    const longest = Math.max(4, ...policies.map((policy) => String(t.data.policies[policy]).length));
    return Math.round(Math.min(190, width * 0.32, longest * 7.2)) + 16;
  };

  /** Rows of a tooltip: [policy or color, name, value]. */
  function tip(title, rows) {
    return t.el(
      'div',
      {},
      title ? t.el('div', { style: { fontWeight: '600', marginBottom: '2px' } }, title) : null,
      rows.map(([tint, name, value]) =>
        t.el(
          'div',
          { style: { display: 'flex', gap: '0.6em', alignItems: 'center' } },
          typeof tint === 'number'
            ? t.theme.mark(tint)
            : tint
              ? t.el('span', { class: 'swatch', style: { background: tint } })
              : null,
          t.el('span', { style: { flex: '1', overflowWrap: 'anywhere' } }, name),
          t.el('span', { style: { fontWeight: '600', whiteSpace: 'nowrap' } }, value)
        )
      )
    );
  }

  /** Whiskers along one axis: data [at, low, high, color]; at is the index or value across. */
  function whiskers(data, isHorizontal, more) {
    return {
      type: 'custom',
      silent: true,
      z: 3,
      animation: false,
      tooltip: { show: false },
      encode: isHorizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
      data: data.map((entry) => ({ value: entry.slice(0, 3), tint: entry[3] })),
      renderItem(parameters, api) {
        const at = api.value(0);
        const low = isHorizontal ? api.coord([api.value(1), at]) : api.coord([at, api.value(1)]);
        const high = isHorizontal ? api.coord([api.value(2), at]) : api.coord([at, api.value(2)]);
        const tint = data[parameters.dataIndex][3];
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: tint, lineWidth: 2 } });
        const end = (point) =>
          isHorizontal
            ? line(point[0], point[1] - 4, point[0], point[1] + 4)
            : line(point[0] - 4, point[1], point[0] + 4, point[1]);
        return { type: 'group', children: [line(low[0], low[1], high[0], high[1]), end(low), end(high)] };
      },
      ...more,
    };
  }

  /** Two stacked series that fill the ground between low and high. */
  function band(policy, xs, low, high, more) {
    const common = {
      type: 'line',
      symbol: 'none',
      silent: true,
      lineStyle: { opacity: 0 },
      stack: 'band' + policy + ((more || {}).xAxisIndex || ''),
      stackStrategy: 'all',
      tooltip: { show: false },
      z: 1,
      ...more,
    };
    return [
      { ...common, data: xs.map((x, index) => [x, low[index]]) },
      {
        ...common,
        data: xs.map((x, index) => [x, low[index] === null ? null : high[index] - low[index]]),
        areaStyle: { color: t.theme.color(policy), opacity: 0.16 },
      },
    ];
  }

  /** A line in the policy's color and dash. */
  const line = (policy, more) => ({
    type: 'line',
    name: t.data.policies[policy],
    symbol: 'none',
    connectNulls: false,
    z: 2,
    lineStyle: { color: t.theme.color(policy), width: 2, type: t.theme.dash(policy).length ? t.theme.dash(policy) : 'solid' },
    itemStyle: { color: t.theme.color(policy) },
    emphasis: { disabled: true },
    ...more,
  });

  const STOPS = Array.from({ length: 60 }, (none, at) => [1, 2, 5][at % 3] * Math.pow(10, Math.floor(at / 3) - 6));

  /** Ends and ticks at 1, 2, 5 times powers of ten; of ten alone where there would be many. */
  function logarithmic(low, high) {
    const min = Math.max(...STOPS.filter((stop) => stop <= low), STOPS[0]);
    const max = Math.min(...STOPS.filter((stop) => stop >= high), STOPS[STOPS.length - 1]);
    const inside = STOPS.filter((stop, at) => stop >= min && stop <= max && (max / min < 3000 || at % 3 === 0));
    return {
      type: 'log',
      min,
      max,
      axisTick: { customValues: inside, lineStyle: { color: t.ink.edge } },
      axisLabel: { customValues: inside },
    };
  }

  /** The range of values as an axis has it: from zero where they come near it, to 100 % at most, logarithmic where they differ fifty times. */
  function range(values, unit) {
    const known = values
      .filter((value) => Number.isFinite(value))
      .map((value) => (unit === 'fraction' ? Math.min(100, value) : value));
    if (!known.length) return { type: 'value' };
    const low = Math.min(...known);
    const high = Math.max(...known);
    if (low > 0 && high / low > 50 && unit !== 'fraction') return logarithmic(low, high);
    const margin = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
    const from = low >= 0 && low - margin < high * 0.3 ? 0 : low - margin;
    const span = (high + margin - from) / 6;
    const decade = Math.pow(10, Math.floor(Math.log10(span)));
    const step = [1, 2, 5, 10].find((times) => times * decade >= span) * decade;
    const max = Math.ceil((high + margin) / step - 1e-9) * step;
    return {
      type: 'value',
      min: Math.floor(from / step + 1e-9) * step,
      max: unit === 'fraction' && high <= 100.000001 ? Math.min(100, max) : max,
      interval: step,
    };
  }

  t.axes = { logarithmic, range, axis, vertical, names, room, tip, whiskers, band, line };
})(window.tafsim);
