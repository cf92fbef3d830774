'use strict';
/* What varied and what came of it. */
(function (t) {
  const { sweep } = t.data;

  function bestTable() {
    const V = t.sweepValues;
    const rows = (sweep.best || []).map(([point, metric, policies]) => [point, t.metrics.names[metric], policies]);
    const metrics = [...new Set(rows.map((row) => row[1]))];
    if (!metrics.length) return null;
    const cell = new Map(rows.map(([point, metric, policies]) => [point + '\n' + metric, policies]));
    const name = (policy) => t.data.policies[policy];
    const lines = sweep.points.map((point, index) => [
      V.pointName(index),
      ...metrics.map((metric) => (cell.get(point.n + '\n' + metric) || []).map(name).join(', ') || '–'),
    ]);
    return t.el(
      'div',
      { class: 'chart' },
      t.el('h3', {}, 'Best at each point'),
      t.table(
        'The best policy of each point, with all that are not told from it.',
        [{ text: V.axes.map((axis) => axis.text).join(', ') }, ...metrics.map((metric) => ({ text: t.metrics.label(metric) }))],
        lines,
        { class: 'wide' }
      )
    );
  }

  function plain(id, title, caption, table) {
    if (!table || !table.rows || !table.rows.length) return null;
    const text = (value) => (typeof value === 'number' ? t.format.number(value) : value);
    return t.el(
      'div',
      { class: 'chart', id },
      t.el(
        'div',
        { class: 'chart-bar' },
        t.el('h3', {}, title),
        t.el(
          'div',
          { class: 'chart-tools' },
          t.button('CSV', () => t.saveCsv(id, [table.columns, ...table.rows]), {
            class: 'button quiet',
            'data-csv': id,
            'aria-label': title + ' as CSV',
          })
        )
      ),
      t.table(
        caption,
        table.columns.map((column, index) => ({ text: column, isNumber: typeof table.rows[0][index] === 'number' })),
        table.rows.map((row) => row.map(text)),
        { class: 'wide' }
      )
    );
  }

  t.panel({
    id: 'sweep',
    title: 'Sweep',
    short: 'Sweep',
    has: () => Boolean(sweep && sweep.points && sweep.points.length),
    lead: () =>
      t.format.plural(sweep.points.length, 'point') +
      ' × ' +
      t.format.plural(t.data.policies.length, 'policy', 'policies') +
      '. ' +
      t.howSure() +
      (sweep.done && sweep.done[0] < sweep.done[1]
        ? ' Not complete: ' + t.format.number(sweep.done[0]) + ' of ' + t.format.number(sweep.done[1]) + ' tasks are done.'
        : ''),
    build(section) {
      const V = t.sweepValues;
      const metrics = V.metrics();
      if (metrics.length) {
        [t.sweepShared.metric] = metrics;
        const charts = [t.sweepLines(), t.sweepHeat(), t.sweepBaseline()].filter(Boolean);
        const choose = t.choice(
          'Metric',
          metrics.map((name) => [name, t.metrics.label(name)]),
          t.sweepShared.metric,
          (name) => {
            t.sweepShared.metric = name;
            charts.forEach((chart) => chart.refresh());
          },
          { id: 'sweep-metric' }
        );
        section.append(t.sweepParallel(), t.el('div', { class: 'controls' }, choose), ...charts);
      }
      section.append(
        ...[
          bestTable(),
          plain('sweep-sensitivity', 'Sensitivity', 'How much each path moves each metric.', sweep.sensitivity),
          plain('sweep-search', 'Search', 'Every value tried and what it met.', sweep.search),
        ].filter(Boolean)
      );
    },
  });
})(window.tafsim);
