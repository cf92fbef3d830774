'use strict';
/* Every point under every policy as a line across what varies and what came out. */
(function (t) {
  if (!t.data.sweep) return;
  const V = t.sweepValues;
  const MOST = 7;

  t.sweepParallel = function () {
    let chosen = V.metrics().slice(0, 4);
    const isPolicyAxis = t.data.policies.length > 1;
    const axes = () => V.axes.filter((axis) => V.sortedKeys(axis).length > 1).slice(0, 6);
    const entries = () =>
      V.entries(t.state.scope).filter((entry) => t.isShown(entry.policy) && chosen.some((metric) => entry.get(metric)));
    let brushed = null;

    function dimensions() {
      const varying = axes().map((axis) => ({
        name: axis.text,
        type: axis.numeric ? 'value' : 'category',
        data: axis.numeric ? undefined : V.sortedKeys(axis).map(String),
        of: (entry) => {
          const value = axis.of(t.data.sweep.points[entry.point]);
          return axis.numeric ? value : String(value);
        },
      }));
      const policy = isPolicyAxis
        ? [
            {
              name: 'policy',
              type: 'category',
              data: t.shown().map((one) => t.data.policies[one]),
              of: (entry) => t.data.policies[entry.policy],
            },
          ]
        : [];
      const results = chosen.map((metric) => ({
        name: t.metrics.axis(metric),
        unit: t.metrics.unit(metric),
        type: 'value',
        of: (entry) => {
          const value = entry.get(metric);
          return value && value.mean !== null ? value.mean * t.metrics.factor(metric) : '-';
        },
      }));
      return [...varying, ...policy, ...results];
    }

    function option(width) {
      const all = entries();
      const dims = dimensions();
      if (!all.length || dims.length < 2) return null;
      const isNarrow = width < 600;
      return {
        tooltip: t.charts.tooltip({
          trigger: 'item',
          formatter: (item) =>
            t.axes.tip(
              V.pointName(item.data.entry.point) + ' · ' + t.data.policies[item.data.entry.policy],
              chosen.map((metric) => {
                const value = item.data.entry.get(metric);
                return [null, t.metrics.label(metric), value ? t.metrics.text(metric, value.mean, value.half) : '–'];
              })
            ),
        }),
        parallel: isNarrow
          ? { layout: 'vertical', left: 16, right: 24, top: 50, bottom: 30 }
          : { left: 60, right: 90, top: 66, bottom: 24 },
        parallelAxis: dims.map((dim, index) =>
          t.parallelAxis(dim, index, all.map(dim.of), isNarrow ? 0 : (width - 150) / (dims.length - 1))
        ),
        series: [
          {
            type: 'parallel',
            smooth: 0.1,
            progressive: 0,
            inactiveOpacity: 0.06,
            activeOpacity: 0.95,
            lineStyle: { width: 1.8 },
            data: all.map((entry) => ({
              value: dims.map((dim) => dim.of(entry)),
              entry,
              lineStyle: {
                color: t.theme.color(entry.policy),
                opacity: all.length > 150 ? 0.35 : 0.7,
                type: t.theme.dash(entry.policy).length ? t.theme.dash(entry.policy) : 'solid',
              },
            })),
          },
        ],
      };
    }

    function words() {
      const all = entries();
      if (!brushed)
        return (
          t.format.plural(all.length, 'line') +
          ': ' +
          t.format.plural(t.data.sweep.points.length, 'point') +
          ' under ' +
          t.format.plural(t.shown().length, 'policy', 'policies') +
          '. Drag along an axis to keep the lines that pass there; click the axis to let them all back.'
        );
      const kept = brushed.map((index) => all[index]).filter(Boolean);
      return (
        t.format.number(kept.length) +
        ' of ' +
        t.format.plural(all.length, 'line') +
        ' kept' +
        (kept.length && kept.length <= 8
          ? ': ' + kept.map((entry) => V.pointName(entry.point) + ' under ' + t.data.policies[entry.policy]).join('; ')
          : '') +
        '.'
      );
    }

    function csv() {
      const all = entries();
      const kept = brushed ? brushed.map((index) => all[index]).filter(Boolean) : all;
      return [
        ['point', ...V.axes.map((axis) => axis.path), 'policy', ...chosen],
        ...kept.map((entry) => {
          const point = t.data.sweep.points[entry.point];
          return [
            point.n,
            ...V.axes.map((axis) => axis.of(point)),
            t.data.policies[entry.policy],
            ...chosen.map((metric) => (entry.get(metric) || {}).mean),
          ];
        }),
      ];
    }

    const boxes = V.metrics()
      .slice(0, 40)
      .map((metric) => t.el('option', { value: metric }, t.metrics.label(metric)));
    const add = t.el(
      'select',
      {
        id: 'sweep-add',
        onchange: () => {
          if (add.value && !chosen.includes(add.value)) {
            chosen = [...chosen, add.value].slice(-MOST);
            brushed = null;
            list();
            chart.refresh();
          }
          add.value = '';
        },
      },
      t.el('option', { value: '' }, 'add a metric …'),
      boxes
    );
    const holder = t.el('div', { class: 'controls' });
    const list = () =>
      t.refill(
        holder,
        chosen.map((metric) =>
          t.button(
            t.metrics.label(metric) + ' ×',
            () => {
              if (chosen.length > 1) {
                chosen = chosen.filter((other) => other !== metric);
                brushed = null;
                list();
                chart.refresh();
              }
            },
            { class: 'button quiet', 'aria-label': 'Leave out ' + t.metrics.label(metric) }
          )
        ),
        t.el('label', { class: 'choice' }, t.el('span', { class: 'hidden' }, 'Add a metric'), add)
      );
    const chart = t.chart({
      id: 'sweep-parallel',
      title: 'All points',
      hint: 'drag along an axis to select',
      keys: ['hidden', 'scope'],
      height: (width) => (width < 600 ? 90 + dimensions().length * 84 : 440),
      option,
      words,
      csv,
      controls: holder,
      key: t.policyKey,
      ready: (drawn) =>
        drawn.on('axisareaselected', () => {
          const series = drawn.getModel().getSeries()[0];
          const indexes = series.getRawIndicesByActiveState('active');
          brushed =
            indexes.length && indexes.length < entries().length
              ? indexes
              : series.getRawIndicesByActiveState('inactive').length
                ? []
                : null;
          chart.querySelector('.words').textContent = words();
        }),
    });
    t.on(['hidden', 'scope'], () => {
      brushed = null;
    });
    list();
    return chart;
  };
})(window.tafsim);
