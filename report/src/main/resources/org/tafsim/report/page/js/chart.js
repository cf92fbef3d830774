'use strict';
/* A figure with its words and buttons. It is drawn when it first comes near the view, and again when what it shows has changed. */
(function (t) {
  const PAPER = 690;
  const charts = new Map();
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const near = new IntersectionObserver(
    (entries) =>
      entries.forEach((entry) => {
        const chart = charts.get(entry.target.dataset.chart);
        chart.isNear = entry.isIntersecting;
        if (chart.isNear && chart.isDirty) draw(chart);
      }),
    { rootMargin: '350px 0px' }
  );
  const sizes = new ResizeObserver((entries) =>
    entries.forEach((entry) => {
      const chart = charts.get(entry.target.closest('[data-chart]').dataset.chart);
      const width = Math.round(entry.contentRect.width);
      if (width > 0 && chart.drawn && !t.theme.isPrinting() && width !== chart.width) refresh(chart);
    })
  );

  function base() {
    return {
      animation: !isCalm && !t.theme.isPrinting(),
      animationDuration: 250,
      animationDurationUpdate: 250,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily.replace(/"/g, ''), color: t.ink.ink, fontSize: 12 },
      color: t.theme.colors,
      tooltip: tooltip({}),
      axisPointer: { lineStyle: { color: t.ink.faint }, label: { backgroundColor: t.ink.ink, color: t.ink.card } },
    };
  }

  function tooltip(more) {
    return {
      confine: true,
      backgroundColor: t.ink.card,
      borderColor: t.ink.edge,
      borderWidth: 1,
      padding: [6, 10],
      transitionDuration: 0,
      extraCssText: 'max-width:min(26rem,80vw);white-space:normal;box-shadow:0 2px 10px rgb(0 0 0/18%)',
      textStyle: { color: t.ink.ink, fontSize: 13 },
      ...more,
    };
  }

  const heightOf = (spec, width) => (typeof spec.height === 'function' ? spec.height(width) : spec.height || 320);

  function draw(chart) {
    const { spec, canvas } = chart;
    chart.isDirty = false;
    t.guarded('chart ' + spec.id, () => {
      // Paper is laid out only after charts are drawn for it: as wide as A4 between its margins.
      canvas.style.width = t.theme.isPrinting() ? PAPER + 'px' : '';
      chart.width = Math.round(canvas.clientWidth);
      if (!chart.width) {
        chart.isDirty = true;
        return;
      }
      const option = spec.option(chart.width);
      chart.element.dataset.drawn = option ? 'true' : 'empty';
      chart.canvas.hidden = !option;
      chart.nothing.hidden = Boolean(option);
      if (!option) return;
      canvas.style.height = heightOf(spec, chart.width) + 'px';
      if (!chart.drawn) {
        chart.drawn = window.echarts.init(canvas, null, { renderer: spec.renderer || 'svg' });
        if (spec.group) chart.drawn.group = spec.group;
        if (spec.ready) spec.ready(chart.drawn);
      } else {
        chart.drawn.resize({ animation: { duration: 0 } });
      }
      chart.drawn.setOption(
        { ...base(), ...option },
        spec.merges && !chart.mustReplace ? { replaceMerge: ['series'] } : { notMerge: true }
      );
      chart.mustReplace = false;
      if (t.theme.isPrinting()) chart.drawn.getZr().flush();
    });
  }

  /** Colors with their names above the figure; those of policies are in the filters, and here for paper only. */
  function explain(chart) {
    const entries = (chart.spec.key && t.guarded('key ' + chart.spec.id, chart.spec.key)) || [];
    chart.legend.hidden = !entries.length;
    chart.legend.classList.toggle('for-print', entries.length > 0 && typeof entries[0][0] === 'number');
    t.refill(
      chart.legend,
      entries.map(([tint, name]) =>
        t.el(
          'li',
          {},
          typeof tint === 'number' ? t.theme.mark(tint) : t.el('span', { class: 'swatch', style: { background: tint } }),
          name
        )
      )
    );
  }

  function say(chart) {
    const words = t.guarded('words ' + chart.spec.id, () => chart.spec.words()) || '';
    t.refill(chart.words, words);
    chart.figure.setAttribute('aria-label', chart.spec.title + '. ' + chart.words.textContent);
  }

  function refresh(chart, isForced) {
    chart.isDirty = true;
    say(chart);
    explain(chart);
    if (chart.isNear || isForced) draw(chart);
  }

  /**
   * A figure. spec: id, title, hint, height (px or a function of the width), keys (of the state, that change it), key() (colors or policies with their names), option(width) (of ECharts, or null
   * where there is nothing to draw), words() (what it says, as text), csv() (its numbers), ready(chart) (to listen to clicks).
   */
  t.chart = function (spec) {
    const canvas = t.el('div', { class: 'canvas' });
    const figure = t.el('figure', { role: 'img' }, canvas);
    const words = t.el('p', { class: 'words' });
    const legend = t.el('ul', { class: 'key', hidden: true });
    const nothing = t.el('p', { class: 'nothing', hidden: true }, spec.nothing || 'Nothing to draw for this choice.');
    const chart = { spec, canvas, figure, words, nothing, legend, isDirty: true, isNear: false, drawn: null };
    chart.element = t.el(
      'div',
      { class: 'chart', 'data-chart': spec.id, 'data-drawn': 'false' },
      t.el(
        'div',
        { class: 'chart-bar' },
        t.el('h3', {}, spec.title, spec.hint ? t.el('span', { class: 'hint' }, ' ' + spec.hint) : null),
        t.el(
          'div',
          { class: 'chart-tools' },
          t.button('CSV', () => t.saveCsv(spec.id, spec.csv()), {
            class: 'button quiet',
            'data-csv': spec.id,
            'aria-label': 'Numbers of “' + spec.title + '” as CSV',
          }),
          t.button('SVG', () => t.saveSvg(spec.id, t.picture(spec, chart.width)), {
            class: 'button quiet',
            'data-svg': spec.id,
            'aria-label': 'Picture of “' + spec.title + '” as SVG',
          })
        )
      ),
      spec.controls || null,
      legend,
      figure,
      nothing,
      words
    );
    canvas.style.height = heightOf(spec, 900) + 'px';
    charts.set(spec.id, chart);
    t.on(spec.keys || ['hidden'], () => refresh(chart));
    say(chart);
    explain(chart);
    near.observe(chart.element);
    sizes.observe(canvas);
    chart.element.refresh = () => refresh(chart);
    return chart.element;
  };

  /** Draws all anew: those near the view at once, the others when they come near it. */
  t.repaint = function (isForced) {
    document.querySelectorAll('svg.mark').forEach((mark) => mark.replaceWith(t.theme.mark(Number(mark.dataset.policy))));
    charts.forEach((chart) => {
      chart.mustReplace = true;
      if (chart.drawn || isForced) refresh(chart, isForced);
    });
  };
  t.on(['theme'], () => t.repaint());

  t.charts = {
    isCalm,
    base,
    heightOf,
    tooltip,
    /** The drawn ECharts object of a figure, or null. */
    drawn: (id) => (charts.get(id) || {}).drawn || null,
    svg: (id) => t.picture(charts.get(id).spec, charts.get(id).width),
    csv: (id) => charts.get(id).spec.csv(),
    ids: () => [...charts.keys()],
    drawAll: () => charts.forEach((chart) => refresh(chart, true)),
  };
})(window.tafsim);
