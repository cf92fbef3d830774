'use strict';
/* The law: where data went, where rules were broken, and which rules there are. */
(function (t) {
  const { flows, rules } = t.data;
  const stageLabel = (stage) =>
    stage
      .replace(/^S\d+_/, '')
      .toLowerCase()
      .replace(/_/g, ' ');
  const OUTSIDE = '#D55E00';
  let view = 'countries';
  const MOST = 14;

  const own = () => flows.filter((flow) => flow[0] === t.current());

  /** Countries beyond the greatest are drawn as one. */
  function folded(all, column) {
    const totals = new Map();
    all.forEach((flow) => totals.set(flow[column], (totals.get(flow[column]) || 0) + flow[6]));
    const kept = new Set(
      [...totals]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST)
        .map(([country]) => country)
    );
    return (country) => (kept.has(country) ? country : 'others');
  }

  /** Links of the Sankey: subject's country → stage → place, or data → stage → inside or outside. */
  function links() {
    const all = own();
    const from = folded(all, 3);
    const to = folded(all, 4);
    const found = new Map();
    const add = (source, target, isOutside, gb) => {
      const key = source + '\n' + target + '\n' + isOutside;
      const link = found.get(key) || { source, target, isOutside, value: 0 };
      link.value += gb;
      found.set(key, link);
    };
    all.forEach(([, stage, kind, subject, place, isOutside, gb]) => {
      const middle = 'stage ' + stage;
      add(view === 'countries' ? 'from ' + from(subject) : 'data ' + kind, middle, isOutside, gb);
      add(
        middle,
        view === 'countries' ? 'to ' + to(place) : isOutside ? 'side outside the legal area' : 'side inside the legal area',
        isOutside,
        gb
      );
    });
    return [...found.values()].filter((link) => link.value > 0);
  }

  const nodeText = (name) => (name.startsWith('stage ') ? stageLabel(name.slice(6)) : name.slice(name.indexOf(' ') + 1));

  /** Room for the names at one end (px). */
  const side = (names, pattern, width) =>
    Math.round(
      Math.min(
        width * (width < 500 ? 0.22 : 0.3),
        22 + 8 * Math.max(2, ...names.filter((name) => pattern.test(name)).map((name) => nodeText(name).length))
      )
    );

  function sankey(width) {
    const all = links();
    if (!all.length) return null;
    const names = [...new Set(all.flatMap((link) => [link.source, link.target]))];
    const tint = (name) => (name.startsWith('side outside') ? OUTSIDE : name.startsWith('stage') ? t.ink.edge : '#0072B2');
    return {
      tooltip: t.charts.tooltip({
        trigger: 'item',
        formatter: (item) =>
          item.dataType === 'node'
            ? t.axes.tip(nodeText(item.name), [[null, 'carried or kept', t.format.bytes(item.value)]])
            : t.axes.tip(nodeText(item.data.source) + ' → ' + nodeText(item.data.target), [
                [
                  item.data.isOutside ? OUTSIDE : '#0072B2',
                  item.data.isOutside ? 'outside the legal area' : 'inside the legal area',
                  t.format.bytes(item.data.value),
                ],
              ]),
      }),
      series: [
        {
          type: 'sankey',
          left: side(names, /^(from|data) /, width),
          right: side(names, /^(to|side) /, width),
          top: 10,
          bottom: 10,
          nodeWidth: 12,
          nodeGap: 13,
          draggable: false,
          layoutIterations: 40,
          emphasis: { focus: 'adjacency' },
          data: names.map((name) => ({
            name,
            itemStyle: { color: tint(name), borderWidth: 0 },
            label: {
              position: name.startsWith('from') || name.startsWith('data') ? 'left' : 'right',
              formatter: () => nodeText(name),
              color: t.ink.ink,
              fontSize: 12,
              textBorderWidth: 0,
              width: name.startsWith('stage')
                ? undefined
                : side(names, name.startsWith('from') || name.startsWith('data') ? /^(from|data) / : /^(to|side) /, width) - 12,
              overflow: name.startsWith('side') ? 'break' : 'truncate',
              lineHeight: 15,
            },
          })),
          links: all.map((link) => ({
            ...link,
            lineStyle: {
              color: link.isOutside ? OUTSIDE : t.theme.isDark() ? '#56B4E9' : '#0072B2',
              opacity: link.isOutside ? 0.55 : 0.25,
              curveness: 0.5,
            },
          })),
        },
      ],
    };
  }

  function sankeyWords() {
    const totals = new Map();
    own().forEach(([, stage, , , , isOutside, gb]) => {
      const one = totals.get(stage) || [0, 0];
      totals.set(stage, [one[0] + gb, one[1] + (isOutside ? gb : 0)]);
    });
    if (!totals.size) return 'No data of measured requests is recorded under ' + t.data.policies[t.current()] + '.';
    return (
      'Under ' +
      t.data.policies[t.current()] +
      ': ' +
      [...totals]
        .map(
          ([stage, [gb, outside]]) =>
            stageLabel(stage) +
            ' ' +
            t.format.bytes(gb) +
            ', ' +
            (outside ? t.format.number((outside / gb) * 100, 1) + ' % outside the legal area' : 'none outside')
        )
        .join('; ') +
      '. Vermilion is outside. Data at two places counts at both.'
    );
  }

  const flowCsv = () => [
    ['policy', 'stage', 'data', 'from_country', 'to_country', 'outside', 'gb'],
    ...flows.filter((flow) => t.isShown(flow[0])).map((flow) => [t.data.policies[flow[0]], ...flow.slice(1)]),
  ];

  function sankeyChart() {
    if (!flows.length) return null;
    const chart = t.chart({
      id: 'sovereignty-sankey',
      title: 'Where data went',
      hint: 'one policy',
      keys: ['hidden', 'policy'],
      option: sankey,
      words: sankeyWords,
      csv: flowCsv,
      height: () => {
        const all = links();
        const ends = new Set(all.map((link) => link.source).filter((name) => !name.startsWith('stage')));
        return Math.max(260, Math.min(640, 80 + ends.size * 36));
      },
      controls: t.el(
        'div',
        { class: 'controls' },
        t.segments(
          'View of the flows',
          [
            ['countries', 'From country to country'],
            ['kinds', 'By kind of data'],
          ],
          view,
          (value) => {
            view = value;
            chart.refresh();
          }
        ),
        t.policyChoice()
      ),
    });
    return chart;
  }

  t.panel({
    id: 'sovereignty',
    title: 'Sovereignty',
    short: 'Sovereignty',
    has: () =>
      flows.length + rules.length > 0 ||
      t.data.policies.some((name, policy) => (t.metrics.value(policy, 'all', 'violations') || {}).mean > 0),
    lead: () =>
      'Bytes of measured requests, means over ' +
      t.format.plural(t.facts.replications || 1, 'replication') +
      '. A fact that is not stated counts as outside.',
    build(section) {
      section.append(
        ...[sankeyChart(), t.stagesChart && t.stagesChart(stageLabel), t.rulesTable && t.rulesTable()].filter(Boolean)
      );
    },
  });
})(window.tafsim);
