'use strict';
/* How far each policy is from what none can beat, where the run worked that out. */
(function (t) {
  t.optimumTable = function () {
    const rows = t.data.optimum || [];
    if (!rows.length) return null;
    const csv = () => [
      ['policy', 'metric', 'unit', 'value', 'bound', 'gap'],
      ...rows.map(([policy, ...rest]) => [t.data.policies[policy], ...rest]),
    ];
    const save = t.button('CSV', () => t.saveCsv('optimum', csv()), {
      class: 'button quiet',
      'data-csv': 'optimum',
      'aria-label': 'Distance to the optimum as CSV',
    });
    const holder = t.el('div', {});
    const columns = ['Policy', 'Metric', 'Value', 'Bound', 'Gap'].map((text, at) => ({ text, isNumber: at > 1 }));
    const update = () => {
      const shown = rows.filter(([policy]) => t.isShown(policy));
      const lines = shown.map(([policy, metric, unit, ...numbers]) => [
        t.data.policies[policy],
        t.metrics.label(metric),
        ...numbers.map((number) => t.format.measure(number, null, unit)),
      ]);
      t.refill(
        holder,
        t.table('Means over replications. No policy that completes as many requests goes beyond the bound.', columns, lines)
      );
    };
    t.on(['hidden'], update);
    update();
    return t.el(
      'div',
      { class: 'chart', id: 'optimum' },
      t.el(
        'div',
        { class: 'chart-bar' },
        t.el('h3', {}, 'Against what no policy can beat'),
        t.el('div', { class: 'chart-tools' }, save)
      ),
      holder
    );
  };
})(window.tafsim);
