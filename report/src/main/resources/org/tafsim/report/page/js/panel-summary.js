'use strict';
/* Tiles: the numbers that decide, each with its interval, its bound in color and word, and its distance to the baseline. */
(function (t) {
  const STATES = { good: ['✓', 'good'], near: ['~', 'near'], bad: ['✕', 'bad'] };
  const MOST = 6;

  /** What a tile says of a policy: the text that Java wrote, or of another application the same written here. */
  function entry(tile, policy) {
    const own = tile.byPolicy[policy] || { text: '–', mean: null, halfWidth: null, state: 'none', why: '' };
    if (t.state.scope === 'all' || t.state.scope === tile.scope) return { policy, ...own };
    const value = t.metrics.value(policy, t.state.scope, tile.metric);
    if (!value) return { policy, text: '–', mean: null, halfWidth: null, state: 'none', why: '' };
    return {
      policy,
      text: t.metrics.text(tile.metric, value.mean, value.half),
      mean: value.mean,
      halfWidth: value.half,
      state: 'none',
      why: '',
    };
  }

  function badge({ state, why }) {
    if (!STATES[state]) return null;
    const [symbol, word] = STATES[state];
    return t.el(
      'span',
      { class: 'state', 'data-state': state, title: why || null },
      t.el('span', { 'aria-hidden': 'true' }, symbol),
      word
    );
  }

  /** Mean and interval on the scale of the tile, from its least to its greatest. */
  function whisker(one, low, high) {
    const at = (value) => (high > low ? 4 + ((value - low) / (high - low)) * 92 : 50) + '%';
    const half = one.halfWidth || 0;
    const tint = t.theme.color(one.policy);
    return t.svg(
      'svg',
      { class: 'whisker', 'aria-hidden': 'true' },
      t.svg('line', { x1: '4%', x2: '96%', y1: 7, y2: 7, stroke: 'var(--line)', 'stroke-width': 2 }),
      half
        ? t.svg('line', {
            x1: at(one.mean - half),
            x2: at(one.mean + half),
            y1: 7,
            y2: 7,
            stroke: tint,
            'stroke-width': 4,
            opacity: 0.45,
          })
        : null,
      t.svg('circle', { cx: at(one.mean), cy: 7, r: 4, fill: tint })
    );
  }

  /** "−12.3 %" against the baseline; nothing where the baseline is zero or missing. */
  function against(one, base) {
    if (!base || base.mean === null || one.mean === null) return null;
    if (one.policy === base.policy) return t.el('span', { class: 'against' }, 'baseline');
    if (!base.mean) return null;
    const change = (one.mean / base.mean - 1) * 100;
    const text =
      Math.abs(change) < 0.05
        ? '= baseline'
        : (change > 0 ? '+' : '−') + t.format.number(Math.abs(change), Math.abs(change) < 10 ? 1 : 0) + ' %';
    return t.el('span', { class: 'against', title: 'against ' + t.data.policies[base.policy] }, text);
  }

  function row(one, context) {
    const bar = one.mean === null ? t.el('span', {}) : whisker(one, context.low, context.high);
    const below = (context.isAlone ? [badge(one)] : [bar, against(one, context.base) || t.el('span', {}), badge(one)]).filter(
      Boolean
    );
    return t.el(
      'li',
      { 'data-policy': one.policy, 'data-best': String(context.best.includes(one)) },
      t.theme.mark(one.policy),
      t.el('span', { class: 'name', title: t.data.policies[one.policy] }, t.data.policies[one.policy]),
      t.el('span', { class: 'value' }, one.text),
      below.length ? t.el('div', { class: 'below' }, below) : null
    );
  }

  function draw(tile) {
    const all = t.shown().map((policy) => entry(tile, policy));
    const known = all.filter((one) => one.mean !== null);
    const context = {
      isAlone: t.data.policies.length === 1,
      low: Math.min(...known.map((one) => one.mean - (one.halfWidth || 0))),
      high: Math.max(...known.map((one) => one.mean + (one.halfWidth || 0))),
      best: all.length > 1 && new Set(known.map((one) => one.mean)).size > 1 ? t.metrics.best(tile.metric, all) : [],
      base: all.find((one) => one.policy === t.state.baseline),
    };
    // Of many the first shown are the best, after the baseline.
    const way = { less: 1, more: -1 }[t.metrics.better(tile.metric)];
    const ordered =
      all.length > MOST && way
        ? [...all].sort(
            (a, b) =>
              (b.policy === t.state.baseline) - (a.policy === t.state.baseline) ||
              (a.mean === null) - (b.mean === null) ||
              way * (a.mean - b.mean)
          )
        : all;
    const rows = ordered.map((one) => row(one, context));
    const list = t.el('ul', {}, rows.slice(0, MOST));
    const rest =
      rows.length > MOST
        ? t.button(
            'Show all ' + rows.length,
            () => {
              list.append(...rows.slice(MOST));
              rest.remove();
            },
            { class: 'button quiet' }
          )
        : null;
    const isOther = t.state.scope !== 'all' && t.state.scope !== tile.scope;
    return t.el(
      'article',
      {
        class: 'tile' + (context.isAlone ? ' single' : ''),
        'data-tile': tile.metric,
        'data-judged': String(all.some((one) => STATES[one.state])),
      },
      t.el('h3', {}, tile.label, isOther ? t.el('span', { class: 'unit' }, t.scopeLabel(t.state.scope)) : null),
      t.el('p', { class: 'meaning' }, tile.meaning),
      list,
      rest
    );
  }

  /** "SLO attainment (99.9 %)": the interval is in the tile. */
  const say = (tile, one) => tile.label + ' (' + one.text.replace(/ ?± ?[\d.,]+/, '') + ')';

  /** What each policy is best at, and where it falls short of a bound: a line each, of six at most. */
  function glance() {
    const shown = t.shown();
    if (shown.length < 2) return [];
    const best = new Map(shown.map((policy) => [policy, []]));
    const bad = new Map(shown.map((policy) => [policy, []]));
    t.data.tiles.forEach((tile) => {
      const all = shown.map((policy) => entry(tile, policy));
      const winners = t.metrics.best(tile.metric, all);
      if (winners.length < all.length) winners.forEach((one) => best.get(one.policy).push(say(tile, one)));
      all.filter((one) => one.state === 'bad').forEach((one) => bad.get(one.policy).push(say(tile, one)));
    });
    const said = shown
      .filter((policy) => best.get(policy).length + bad.get(policy).length)
      .sort((a, b) => best.get(b).length - best.get(a).length);
    return said
      .slice(0, MOST)
      .map((policy) =>
        t.el(
          'li',
          { 'data-policy': policy },
          t.theme.mark(policy),
          t.el('strong', {}, t.data.policies[policy]),
          best.get(policy).length ? ' is best in ' + t.format.list(best.get(policy)) : '',
          best.get(policy).length && bad.get(policy).length ? ';' : '',
          bad.get(policy).length ? ' falls short in ' + t.format.list(bad.get(policy)) : '',
          '.'
        )
      );
  }

  t.panel({
    id: 'summary',
    title: 'At a glance',
    short: 'At a glance',
    has: () => t.data.tiles.length > 0,
    lead: () =>
      t.howSure() +
      (t.data.policies.length > 1
        ? ' All policies saw the same requests. Bars span the interval; distances are to the baseline.'
        : ''),
    build(section) {
      const words = t.el('ul', { class: 'glance', id: 'glance' });
      const tiles = t.el('div', { class: 'tiles' });
      section.append(words, tiles);
      const update = () => {
        t.refill(words, glance());
        words.hidden = !words.childElementCount;
        t.refill(tiles, t.data.tiles.map(draw));
      };
      t.on(['hidden', 'baseline', 'scope', 'theme'], update);
      update();
    },
  });
})(window.tafsim);
