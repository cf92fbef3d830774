'use strict';
/* The terminal's table, policies across. */
(function (t) {
  function sections() {
    const groups = new Map();
    t.data.table.forEach((row) => groups.set(row.section, [...(groups.get(row.section) || []), row]));
    return groups;
  }

  function heading(policy) {
    const isBase = t.hasBaseline() && policy === t.state.baseline;
    return t.el(
      'th',
      { scope: 'col', class: 'number', title: t.data.policies[policy] },
      t.theme.mark(policy),
      t.data.policies[policy],
      isBase && t.data.policies.length > 1 ? t.el('span', { class: 'hint' }, ' baseline') : null
    );
  }

  function line(row, shown) {
    if (row.cells.every((cell) => cell === ''))
      return t.el('tr', {}, t.el('th', { scope: 'row', colspan: shown.length + 1 }, row.label.trim()));
    const isInner = /^\s/.test(row.label);
    const cells = shown.map((policy) => {
      const isBest = (row.best || []).includes(policy);
      return t.el(
        'td',
        { class: 'number ' + (isBest ? 'best' : 'rest') },
        row.cells[policy],
        isBest ? t.el('span', { class: 'hidden' }, ' best') : null
      );
    });
    const label = row.label.trim() + (row.unit ? ' (' + row.unit + ')' : '');
    return t.el('tr', {}, t.el('th', { scope: 'row' }, t.el('span', { class: isInner ? 'inner' : null }, label)), cells);
  }

  function table() {
    const shown = t.shown();
    const bodies = [...sections()].map(([name, rows]) =>
      t.el(
        'tbody',
        {},
        name ? t.el('tr', { class: 'section' }, t.el('th', { scope: 'rowgroup', colspan: shown.length + 1 }, name)) : null,
        rows.map((row) => line(row, shown))
      )
    );
    return t.el(
      'table',
      { class: 'wide' },
      t.el('caption', {}, '★ best of the row, with all whose interval overlaps it. ' + t.howSure()),
      t.el('thead', {}, t.el('tr', {}, t.el('th', { scope: 'col' }, 'Metric'), shown.map(heading))),
      bodies
    );
  }

  const csv = () => [
    ['section', 'metric', 'unit', ...t.data.policies],
    ...t.data.table.map((row) => [row.section, row.label.trim(), row.unit, ...row.cells]),
  ];

  t.panel({
    id: 'table',
    title: 'All numbers',
    short: 'All numbers',
    has: () => t.data.table.length > 0,
    lead: () =>
      t.data.sweep
        ? 'The table that the terminal prints, a row for each point.'
        : 'The table that the terminal prints: all measured requests, latencies as users see them. Network, queue and compute add up to the mean.',
    build(section) {
      const scroll = t.el('div', { class: 'scroll whole', tabindex: '0', role: 'region', 'aria-label': 'All numbers' });
      section.append(
        t.el(
          'div',
          { class: 'chart-bar' },
          t.el(
            'div',
            { class: 'chart-tools' },
            t.button('CSV', () => t.saveCsv('table', csv()), {
              class: 'button quiet',
              'data-csv': 'table',
              'aria-label': 'Table as CSV',
            })
          )
        ),
        scroll
      );
      const update = () => t.refill(scroll, table());
      t.on(['hidden', 'baseline', 'theme'], update);
      update();
      const optimum = t.optimumTable();
      if (optimum) section.append(optimum);
    },
  });
})(window.tafsim);
