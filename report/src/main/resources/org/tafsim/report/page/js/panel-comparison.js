'use strict';
/* Policies against the pinned baseline, in pairs of replications. */
(function (t) {
  const metrics = t.data.summary ? t.data.summary.metrics.map((metric) => metric.name) : [];
  const scopes = t.metrics.scopes;
  const FAVORITES = [
    'slo_attainment',
    'ttft_p95',
    'e2e_p95',
    'violations',
    'cost_eur_per_1k',
    'energy_wh_per_request',
    'carbon_g_per_request',
    'in_jurisdiction',
  ];
  const found = new Map();
  const key = (policy, baseline, scope, metric) => [policy, baseline, scope, metric].join('\n');
  t.data.differences.forEach(([policy, baseline, scope, metric, mean, half, n, p]) =>
    found.set(key(policy, baseline, scopes[scope], metrics[metric]), { policy, mean, half, n, p })
  );
  const baselines = new Set(t.data.differences.map((row) => row[1]));
  const known = new Set(t.data.differences.map((row) => metrics[row[3]]));
  const choices = () => [
    ...FAVORITES.filter((name) => known.has(name)),
    ...metrics.filter((name) => known.has(name) && !FAVORITES.includes(name)),
  ];
  let chosen = null;

  /** The pinned baseline, or the first where differences against the pinned one were not written. */
  const baseline = () => (baselines.has(t.state.baseline) ? t.state.baseline : [...baselines][0]);
  const metric = () => (chosen && known.has(chosen) ? chosen : choices()[0]);
  const difference = (policy, name) => found.get(key(policy, baseline(), t.state.scope, name));
  const rows = (name) =>
    t
      .shown()
      .filter((policy) => policy !== baseline())
      .map((policy) => difference(policy, name))
      .filter(Boolean);
  const isTold = (one) =>
    one.p !== null && one.p !== undefined ? one.p <= 0.05 : one.half !== null && Math.abs(one.mean) > one.half;
  const text = (one, name) => t.metrics.text(name, one.mean, one.half, { isSigned: true });

  /** better, worse, or unsure where no difference is found or no value is better. */
  function verdict(one, name) {
    const better = t.metrics.better(name);
    if (!isTold(one) || better === 'none' || one.mean === 0) return 'unsure';
    return one.mean < 0 === (better === 'less') ? 'better' : 'worse';
  }

  function option(width) {
    const all = rows(metric());
    if (!all.length) return null;
    const factor = t.metrics.factor(metric());
    const policies = all.map((one) => one.policy);
    const ends = all.flatMap((one) => [one.mean - (one.half || 0), one.mean + (one.half || 0), 0]).map((value) => value * factor);
    const margin = (Math.max(...ends) - Math.min(...ends)) * 0.06 || 1;
    return {
      grid: { left: t.axes.room(policies, width), right: 30, top: 10, bottom: 52 },
      tooltip: t.charts.tooltip({ trigger: 'item', formatter: (item) => tip(all[item.dataIndex]) }),
      xAxis: t.axes.axis({
        type: 'value',
        min: Math.min(...ends) - margin,
        max: Math.max(...ends) + margin,
        axisLabel: {
          showMinLabel: false,
          showMaxLabel: false,
          formatter: (value) => (value > 0 ? '+' : '') + t.format.tick(value),
        },
        name: 'Difference in ' + t.metrics.axis(metric()),
      }),
      yAxis: t.axes.names(policies, width),
      series: [
        t.axes.whiskers(
          all.map((one, row) => [
            row,
            (one.mean - (one.half || 0)) * factor,
            (one.mean + (one.half || 0)) * factor,
            t.theme.color(one.policy),
          ]),
          true
        ),
        {
          type: 'scatter',
          symbolSize: 12,
          z: 4,
          data: all.map((one, row) => ({ value: [one.mean * factor, row], ...t.theme.point(one.policy, !isTold(one)) })),
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            label: { show: false },
            lineStyle: { color: t.ink.ink, width: 1.2, type: 'solid' },
            data: [{ xAxis: 0 }],
          },
        },
      ],
    };
  }

  const tip = (one) =>
    t.axes.tip(
      t.data.policies[one.policy] + ' − ' + t.data.policies[baseline()],
      [
        [null, t.metrics.label(metric()), text(one, metric())],
        [null, 'pairs', String(one.n)],
        one.p === null || one.p === undefined
          ? null
          : [null, 'adjusted p', one.p < 0.001 ? '< 0.001' : t.format.number(one.p, 3)],
      ].filter(Boolean)
    );

  function words() {
    const name = metric();
    const all = rows(name);
    if (!all.length) return 'No difference is known in ' + t.metrics.label(name) + ' of ' + t.scopeLabel(t.state.scope) + '.';
    const told = all.filter(isTold);
    const sentence = told
      .map(
        (one) =>
          t.data.policies[one.policy] +
          ' ' +
          text(one, name) +
          (verdict(one, name) === 'unsure' ? '' : ' (' + verdict(one, name) + ')')
      )
      .slice(0, 8);
    return (
      t.metrics.label(name) +
      ' of ' +
      t.scopeLabel(t.state.scope) +
      ' against ' +
      t.data.policies[baseline()] +
      ': ' +
      (sentence.length ? sentence.join('; ') : 'no difference is found') +
      (sentence.length && told.length < all.length ? '; the others are not told apart from it' : '') +
      '. Hollow marks: not told apart (p > 0.05 after Holm, or an interval that holds zero).'
    );
  }

  const csv = () => [
    ['policy', 'baseline', 'scope', 'metric', 'unit', 'mean_difference', 'half_width', 'n', 'adjusted_p_value'],
    ...choices().flatMap((name) =>
      rows(name).map((one) => [
        t.data.policies[one.policy],
        t.data.policies[baseline()],
        t.state.scope,
        name,
        t.metrics.unit(name),
        one.mean,
        one.half,
        one.n,
        one.p,
      ])
    ),
  ];

  let choose = () => {};

  t.panel({
    id: 'comparison',
    title: 'Against the baseline',
    short: 'Comparison',
    has: () => found.size > 0 && t.data.policies.length > 1,
    lead: () =>
      'Both policies of a pair saw the same requests, so these intervals are narrower than those of the numbers themselves.' +
      (t.facts.replications > 1
        ? ' Pairs of ' + t.facts.replications + ' replications, 95 % intervals.'
        : ' One replication: no intervals.'),
    build(section) {
      const note = t.el('p', { class: 'notice', hidden: true });
      const table = t.el('div', { id: 'comparison-table' });
      const select = t.choice(
        'Metric',
        choices().map((name) => [name, t.metrics.label(name)]),
        metric(),
        (name) => choose(name),
        { id: 'comparison-metric' }
      );
      const chart = t.chart({
        id: 'comparison-dots',
        title: 'Paired differences',
        hint: 'right of the line: more than the baseline',
        keys: ['hidden', 'baseline', 'scope'],
        height: () => 76 + Math.max(1, rows(metric()).length) * (rows(metric()).length > 12 ? 22 : 40),
        option,
        words,
        csv,
        controls: t.el('div', { class: 'controls' }, select),
      });
      section.append(note, chart, table);
      const update = () => {
        note.hidden = baselines.has(t.state.baseline);
        note.textContent = 'Differences are known against ' + t.data.policies[baseline()] + ' only.';
        t.refill(
          table,
          t.comparisonMatrix({ choices: choices(), metric: metric(), baseline: baseline(), difference, verdict, text, choose })
        );
      };
      choose = (name) => {
        chosen = name;
        select.querySelector('select').value = name;
        chart.refresh();
        update();
      };
      t.on(['hidden', 'baseline', 'scope'], update);
      update();
    },
  });
})(window.tafsim);
