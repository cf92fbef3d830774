'use strict';
/* Panels of words: commands, definitions, sources. */
(function (t) {
  t.panel({
    id: 'rerun',
    title: 'Run it again',
    short: 'Run it again',
    has: () => t.data.rerun.length > 0,
    lead: () =>
      'The same scenario and seed give the same numbers to the byte, on any machine.' +
      (t.facts.sha256
        ? ' Scenario ' + t.facts.sha256.slice(0, 12) + '…, seed ' + t.facts.seed + ', tafsim ' + t.facts.version + '.'
        : ''),
    build(section) {
      section.append(...t.data.rerun.map((command) => t.commandLine(command)));
    },
  });

  /** A command with a button that copies it. */
  t.commandLine = function (command) {
    const copy = t.button('Copy', () => t.copy(command, copy), {
      class: 'button quiet',
      'data-copy': command,
      'aria-label': 'Copy ' + command,
    });
    return t.el('div', { class: 'command' }, t.el('code', {}, command), copy);
  };

  /** A table with a field that leaves the rows which hold all its words. */
  function searchable(id, caption, columns, rows, placeholder) {
    const holder = t.el('div', {}, t.table(caption, columns, rows));
    const lines = [...holder.querySelectorAll('tbody tr')];
    const count = t.el('span', { class: 'hint', role: 'status' });
    const search = t.el('input', {
      type: 'search',
      id: id + '-search',
      placeholder,
      'aria-label': placeholder,
      oninput: () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        let shown = 0;
        lines.forEach((line) => {
          line.hidden = !words.every((word) => line.textContent.toLowerCase().includes(word));
          shown += line.hidden ? 0 : 1;
        });
        count.textContent = words.length ? shown + ' of ' + lines.length : '';
      },
    });
    const csv = () => [
      columns.map((column) => column.text),
      ...rows.map((row) => row.map((cell) => (cell && cell.text !== undefined ? cell.text : cell))),
    ];
    return t.el(
      'div',
      {},
      t.el(
        'div',
        { class: 'controls' },
        search,
        count,
        t.el(
          'div',
          { class: 'chart-tools' },
          t.button('CSV', () => t.saveCsv(id, csv()), { class: 'button quiet', 'data-csv': id })
        )
      ),
      holder
    );
  }

  const BETTER = { less: 'less', more: 'more', none: '' };

  t.panel({
    id: 'definitions',
    title: 'What the metrics mean',
    short: 'Definitions',
    has: () => t.data.definitions.length > 0,
    lead: () => 'Every metric of this report, its unit, and which values are better.',
    build(section) {
      const rows = t.data.definitions.map((entry) => [
        t.el('code', {}, entry.metric),
        entry.unit,
        entry.meaning,
        BETTER[entry.better] || '',
      ]);
      section.append(
        searchable(
          'definitions',
          'Definitions of the metrics',
          [{ text: 'Metric' }, { text: 'Unit' }, { text: 'Meaning', class: 'wrap-anywhere' }, { text: 'Better' }],
          rows.map((row) => [row[0], row[1], row[2], row[3]]),
          'Search definitions'
        )
      );
    },
  });

  t.panel({
    id: 'sources',
    title: 'Where the numbers come from',
    short: 'Sources',
    has: () => t.data.sources.length + t.data.defaults.length > 0,
    lead: () => 'Hardware, models and networks with the source of their figures, and what the scenario left to defaults.',
    build(section) {
      if (t.data.sources.length) {
        section.append(
          searchable(
            'sources',
            'Catalog entries used, with their sources',
            [{ text: 'Kind' }, { text: 'Entry' }, { text: 'Source', class: 'wrap-anywhere' }],
            t.data.sources.map((entry) => [entry.kind, entry.id, entry.source]),
            'Search sources'
          )
        );
      }
      if (t.data.defaults.length) {
        section.append(
          searchable(
            'defaults',
            'Values that the scenario does not state',
            [{ text: 'Key' }, { text: 'Value' }, { text: 'Source', class: 'wrap-anywhere' }],
            t.data.defaults.map((entry) => [t.el('code', {}, entry.key), entry.value, entry.source]),
            'Search defaults'
          )
        );
      }
    },
  });
})(window.tafsim);
