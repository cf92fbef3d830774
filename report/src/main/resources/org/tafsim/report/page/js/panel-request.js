'use strict';
/* One request's life, and the same request's under the other policies. */
(function (t) {
  const requests = t.data.requests;
  const found = new Map();

  function collect() {
    if (!requests) return;
    requests.rows.forEach((values) => {
      const row = Object.fromEntries(requests.columns.map((column, index) => [column, values[index]]));
      const policy = typeof row.policy === 'number' ? row.policy : t.data.policies.indexOf(row.policy);
      const key = row.app + '/' + row.sequence;
      if (policy < 0) return;
      if (!found.has(key)) found.set(key, { key, row, byPolicy: new Map(), slowest: 0 });
      const request = found.get(key);
      const phases = t.phases.of(row);
      request.byPolicy.set(policy, { row, phases });
      request.slowest = Math.max(request.slowest, phases.total || 0);
    });
  }

  collect();
  const sorted = () => [...found.values()].sort((a, b) => b.slowest - a.slowest);
  const inScope = () => {
    const all = sorted();
    const own = all.filter((request) => t.state.scope === 'all' || t.state.scope === 'app:' + request.row.app);
    return own.length ? own : all;
  };
  const common = (request) => request.byPolicy.size > 1 || t.data.policies.length === 1;
  const chosen = () => found.get(t.state.request) || inScope().find(common) || inScope()[0];
  const shown = () => t.shown().filter((policy) => chosen().byPolicy.has(policy));
  const seconds = (value) =>
    value >= 1 ? t.format.number(value) + ' s' : t.format.number(value * 1000, value < 0.001 ? 3 : undefined) + ' ms';
  const outcome = (row) => String(row.outcome).replace(/_/g, ' ');

  function option(width) {
    const policies = shown();
    if (!policies.length) return null;
    const request = chosen();
    const longest = Math.max(...policies.map((policy) => request.byPolicy.get(policy).phases.total || 0));
    const inMillis = longest < 2;
    const factor = inMillis ? 1000 : 1;
    const parts = used();
    return {
      grid: { left: t.axes.room(policies, width), right: 70, top: 8, bottom: 50 },
      tooltip: t.charts.tooltip({
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (items) => {
          const { phases, row } = request.byPolicy.get(policies[items[0].dataIndex]);
          return t.axes.tip(t.data.policies[policies[items[0].dataIndex]] + (row.replica ? ' · ' + row.replica : ''), [
            ...parts.filter(([name]) => phases[name] > 1e-6).map(([name, label, tint]) => [tint, label, seconds(phases[name])]),
            [null, outcome(row), seconds(phases.total || 0)],
          ]);
        },
      }),
      xAxis: t.axes.axis({ type: 'value', name: 'Time since it was sent (' + (inMillis ? 'ms' : 's') + ')' }),
      yAxis: t.axes.names(policies, width),
      series: parts.map(([name, label, tint], index) => ({
        type: 'bar',
        stack: 'request',
        name: label,
        barMaxWidth: 26,
        itemStyle: { color: tint, borderColor: t.ink.card, borderWidth: 0.5 },
        data: policies.map((policy) => (request.byPolicy.get(policy).phases[name] || 0) * factor),
        label:
          index === parts.length - 1
            ? {
                show: true,
                position: 'right',
                color: t.ink.ink,
                fontSize: 12,
                formatter: (item) => seconds(request.byPolicy.get(policies[item.dataIndex]).phases.total || 0),
              }
            : undefined,
      })),
    };
  }

  const used = () =>
    t.phases.PHASES.filter(([name]) => shown().some((policy) => chosen().byPolicy.get(policy).phases[name] > 1e-6));
  const key = () => used().map(([, name, tint]) => [tint, name]);

  function words() {
    const request = chosen();
    const lead =
      request.key +
      ' from ' +
      (request.row.population || 'somewhere') +
      ', ' +
      t.format.number(Number(request.row.prompt_tokens)) +
      ' tokens in, ' +
      t.format.number(Number(request.row.output_tokens)) +
      ' out, sent at ' +
      t.format.clock(Number(request.row.arrival_s)) +
      '. ';
    return (
      lead +
      shown()
        .map((policy) => {
          const { phases, row } = request.byPolicy.get(policy);
          const longest = t.phases.PHASES.map(([name, label]) => [label, phases[name] || 0]).sort((a, b) => b[1] - a[1])[0];
          return (
            t.data.policies[policy] +
            ': ' +
            outcome(row) +
            (row.replica ? ' by ' + row.replica : '') +
            ' after ' +
            seconds(phases.total || 0) +
            ', longest ' +
            longest[0] +
            ' (' +
            seconds(longest[1]) +
            ')'
          );
        })
        .join('; ') +
      '.'
    );
  }

  const csv = () => [
    ['request', 'policy', 'outcome', 'replica', ...t.phases.PHASES.map(([name]) => name + '_s'), 'total_s'],
    ...shown().map((policy) => {
      const { phases, row } = chosen().byPolicy.get(policy);
      return [
        chosen().key,
        t.data.policies[policy],
        row.outcome,
        row.replica,
        ...t.phases.PHASES.map(([name]) => phases[name]),
        phases.total,
      ];
    }),
  ];

  function picker() {
    const select = t.el('select', { id: 'request-choice', onchange: () => t.set({ request: select.value }) });
    const move = (by) => {
      const options = [...select.options];
      const next = options[(select.selectedIndex + by + options.length) % options.length];
      t.set({ request: next.value });
    };
    const fill = () => {
      const option = (request) => t.el('option', { value: request.key }, request.key + ' · ' + seconds(request.slowest));
      const groups = [
        ['Under every policy', inScope().filter(common)],
        ['Slowest of one policy', inScope().filter((request) => !common(request))],
      ].filter(([, all]) => all.length);
      select.replaceChildren(...groups.map(([label, all]) => t.el('optgroup', { label }, all.map(option))));
      select.value = chosen().key;
    };
    t.on(['scope', 'request'], fill);
    fill();
    return t.el(
      'div',
      { class: 'controls' },
      t.el('label', { class: 'choice' }, 'Request, slow ones first', select),
      t.button('Previous', () => move(-1)),
      t.button('Next', () => move(1))
    );
  }

  t.panel({
    id: 'request',
    title: 'One request',
    short: 'One request',
    has: () => found.size > 0,
    lead: () =>
      'A sample of measured requests of the first replication, and each policy’s slowest. The same request has the same prompt and arrival under every policy.',
    build(section) {
      section.append(
        picker(),
        t.chart({
          id: 'request',
          title: 'Its time',
          keys: ['hidden', 'request', 'scope'],
          height: () => 78 + Math.max(1, shown().length) * (shown().length > 12 ? 24 : 42),
          option,
          words,
          csv,
          key,
        })
      );
    },
  });
})(window.tafsim);
