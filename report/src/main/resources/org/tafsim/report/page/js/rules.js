'use strict';
/* Checks that failed, by stage of a request's life and by rule. */
(function (t) {
  const count = (policy, scope, metric) => t.metrics.value(policy, scope, metric);

  const stages = () =>
    t.metrics.scopes
      .filter(
        (scope) =>
          scope.startsWith('stage:') &&
          t.data.policies.some((name, policy) => (count(policy, scope, 'violations') || {}).mean > 0)
      )
      .sort((a, b) => Number(/S(\d+)/.exec(a)?.[1] || 0) - Number(/S(\d+)/.exec(b)?.[1] || 0));

  t.stagesChart = function (stageLabel) {
    if (!t.metrics.scopes.some((scope) => scope.startsWith('stage:'))) return null;
    const name = (scope) => stageLabel(scope.slice(6));
    const shown = () =>
      t.shown().filter((policy) => stages().some((scope) => (count(policy, scope, 'violations') || {}).mean > 0));

    function option(width) {
      const scopes = stages();
      const policies = shown();
      if (!policies.length) return null;
      const left = Math.min(150, width * 0.34);
      return {
        grid: { left, right: 30, top: 10, bottom: 50 },
        tooltip: t.charts.tooltip({
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          formatter: (items) =>
            t.axes.tip(
              name(scopes[items[0].dataIndex]),
              policies.map((policy) => [
                policy,
                t.data.policies[policy],
                text(count(policy, scopes[items[0].dataIndex], 'violations')),
              ])
            ),
        }),
        xAxis: t.axes.axis({ type: 'value', name: 'Checks that failed or could not be decided' }),
        yAxis: t.axes.axis({
          type: 'category',
          inverse: true,
          data: scopes.map(name),
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { formatter: null, width: left - 12, overflow: 'truncate', interval: 0 },
        }),
        series: policies.map((policy) => ({
          type: 'bar',
          name: t.data.policies[policy],
          itemStyle: { color: t.theme.color(policy) },
          barMaxWidth: 16,
          data: scopes.map((scope) => (count(policy, scope, 'violations') || { mean: 0 }).mean),
        })),
      };
    }

    const text = (value) => (value ? t.format.measure(value.mean, value.half, 'count') : '–');

    function words() {
      const policies = t.shown();
      const clean = policies.filter((policy) => !stages().some((scope) => (count(policy, scope, 'violations') || {}).mean > 0));
      const most = shown()
        .map((policy) => {
          const [scope] = stages().sort(
            (a, b) => (count(policy, b, 'violations') || { mean: 0 }).mean - (count(policy, a, 'violations') || { mean: 0 }).mean
          );
          return t.data.policies[policy] + ' most at ' + name(scope) + ' (' + text(count(policy, scope, 'violations')) + ')';
        })
        .slice(0, 6);
      const none = clean.length
        ? t.format.list(clean.slice(0, 5).map((policy) => t.data.policies[policy])) +
          (clean.length > 5 ? ' and ' + (clean.length - 5) + ' more' : '') +
          (clean.length === 1 ? ' breaks no rule.' : ' break no rule.')
        : '';
      return [most.length ? 'Violations: ' + most.join('; ') + '.' : '', none].join(' ').trim();
    }

    const csv = () => [
      ['policy', 'stage', 'violations', 'half_width', 'n'],
      ...t.shown().flatMap((policy) =>
        stages().map((scope) => {
          const value = count(policy, scope, 'violations');
          return [t.data.policies[policy], scope.slice(6), value && value.mean, value && value.half, value && value.n];
        })
      ),
    ];
    return t.chart({
      id: 'sovereignty-stages',
      title: 'Violations by stage',
      nothing: 'No policy shown breaks a rule at any stage.',
      keys: ['hidden'],
      key: t.policyKey,
      height: () => 70 + Math.max(1, stages().length) * Math.max(30, shown().length * 15 + 12),
      option,
      words,
      csv,
    });
  };

  const STATUS = { 'in-force': 'in force', 'soft-law': 'soft law', proposal: 'proposal', certification: 'certification' };

  t.rulesTable = function () {
    const { rules } = t.data;
    if (!rules.length) return null;
    const holder = t.el('div', { id: 'rules' });
    const broken = (rule, policy) =>
      count(policy, 'rule:' + rule.id, rule.mode === 'shadow' ? 'shadow_violations' : 'violations');
    const cell = (value) => ({
      text: value ? t.format.measure(value.mean, value.half, 'count') : '–',
      class: value && value.mean > 0 ? 'worse' : 'unsure',
    });
    const saysMore = (rule) =>
      rule.title &&
      rule.title.toLowerCase() !==
        rule.id
          .replace(/^R\d+-/, '')
          .replace(/-/g, ' ')
          .toLowerCase();
    const update = () => {
      const shown = t.metrics.scopes.some((scope) => scope.startsWith('rule:')) ? t.shown() : [];
      const columns = [
        { text: 'Rule' },
        { text: 'Anchor', class: 'wrap-anywhere' },
        { text: 'Status' },
        { text: 'Mode' },
        ...shown.map((policy) => ({ text: t.data.policies[policy], isNumber: true })),
      ];
      const rows = rules.map((rule) => [
        t.el('span', {}, t.el('strong', {}, rule.id), saysMore(rule) ? t.el('span', { class: 'hint' }, ' ' + rule.title) : null),
        rule.anchor,
        STATUS[rule.status] || rule.status,
        rule.mode,
        ...shown.map((policy) => cell(broken(rule, policy))),
      ]);
      t.refill(
        holder,
        t.table(
          shown.length
            ? 'Checks of each rule that failed or could not be decided; of rules in shadow mode, which count in no sum, what they would have found.'
            : 'Rules of the scenario.',
          columns,
          rows,
          { class: 'wide' }
        )
      );
    };
    t.on(['hidden'], update);
    update();
    const csv = () => [
      ['rule', 'title', 'anchor', 'status', 'mode', 'pack', ...t.data.policies],
      ...rules.map((rule) => [
        rule.id,
        rule.title,
        rule.anchor,
        rule.status,
        rule.mode,
        rule.pack,
        ...t.data.policies.map((name, policy) => (broken(rule, policy) || {}).mean),
      ]),
    ];
    return t.el(
      'div',
      { class: 'chart' },
      t.el(
        'div',
        { class: 'chart-bar' },
        t.el('h3', {}, 'Rules'),
        t.el(
          'div',
          { class: 'chart-tools' },
          t.button('CSV', () => t.saveCsv('rules', csv()), {
            class: 'button quiet',
            'data-csv': 'rules',
            'aria-label': 'Rules as CSV',
          })
        )
      ),
      holder
    );
  };
})(window.tafsim);
