'use strict';
/* All metrics against the baseline at once. */
(function (t) {
  const MARKS = { better: '✓', worse: '✕', unsure: '' };

  /** Every metric at once; a click on its name draws it. */
  t.comparisonMatrix = function ({ choices, metric, baseline, difference, verdict, text, choose }) {
    const shown = t.shown().filter((policy) => policy !== baseline);
    const lines = choices.map((name) => {
      const cells = shown.map((policy) => {
        const one = difference(policy, name);
        if (!one) return '–';
        const word = verdict(one, name);
        return {
          text: t.el(
            'span',
            {},
            text(one, name) + ' ',
            t.el('span', { 'aria-hidden': 'true' }, MARKS[word]),
            t.el('span', { class: 'hidden' }, word === 'unsure' ? '' : ' ' + word)
          ),
          class: word,
        };
      });
      const line = [t.button(t.metrics.label(name), () => choose(name), { class: 'button link' }), ...cells];
      line.attributes = { 'data-chosen': String(name === metric), 'data-metric': name };
      return line;
    });
    return t.table(
      'Differences to ' +
        t.data.policies[baseline] +
        ', ' +
        t.scopeLabel(t.state.scope) +
        ': ✓ better, ✕ worse, grey where none is found or no value is better.',
      [{ text: 'Metric' }, ...shown.map((policy) => ({ text: t.data.policies[policy], isNumber: true }))],
      lines,
      { class: 'wide' }
    );
  };
})(window.tafsim);
