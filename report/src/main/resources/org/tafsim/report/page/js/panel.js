'use strict';
/* Sections in their order, and the navigation that follows them. */
(function (t) {
  const panels = [];

  /** spec: id, title, has() (whether there is anything to show), lead() (what it shows, with n and interval), build(section). */
  t.panel = (spec) => panels.push(spec);

  function build(spec) {
    const section = t.el(
      'section',
      { id: spec.id, class: 'panel', 'data-panel': spec.id, 'aria-labelledby': spec.id + '-heading' },
      t.el('h2', { id: spec.id + '-heading' }, spec.title),
      spec.lead ? t.el('p', { class: 'lead' }, spec.lead()) : null
    );
    document.getElementById('main').append(section);
    t.guarded('panel ' + spec.id, () => spec.build(section));
  }

  function navigation(shown) {
    const nav = document.getElementById('nav');
    const links = shown.map((spec) => t.el('a', { href: '#' + spec.id, 'data-nav': spec.id }, spec.short || spec.title));
    const here = t.el('span', { class: 'fold-here' });
    const fold = t.button('☰ Sections', () => open(nav.dataset.open !== 'true'), {
      'aria-expanded': 'false',
      'aria-controls': 'nav-list',
      id: 'nav-fold',
    });
    const open = (isOpen) => {
      nav.dataset.open = String(isOpen);
      fold.setAttribute('aria-expanded', String(isOpen));
    };
    nav.append(
      t.el('div', { class: 'fold' }, here, fold),
      t.el(
        'ol',
        { id: 'nav-list' },
        links.map((link) => t.el('li', {}, link))
      )
    );
    nav.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        open(false);
        fold.focus();
      }
    });
    links.forEach((link) =>
      link.addEventListener('click', (event) => {
        event.preventDefault();
        open(false);
        go(link.dataset.nav);
      })
    );
    follow(links, here);
  }

  /** To a section; its heading takes the focus, so that the keyboard goes on from there. */
  function go(id) {
    const section = document.getElementById(id);
    if (!section) return;
    section.scrollIntoView();
    const heading = section.querySelector('h2');
    heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
    t.set({ section: id });
  }

  /** Marks the entry of the section that the reader is in: the last that begins above the upper third of the view. */
  function follow(links, here) {
    const sections = links.map((link) => document.getElementById(link.dataset.nav));
    let isWaiting = false;
    const mark = () => {
      isWaiting = false;
      const passed = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 3).length;
      links.forEach((link, index) =>
        index === Math.max(0, passed - 1) ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')
      );
      here.textContent = links[Math.max(0, passed - 1)].textContent;
    };
    window.addEventListener(
      'scroll',
      () => {
        if (!isWaiting) {
          isWaiting = true;
          requestAnimationFrame(mark);
        }
      },
      { passive: true }
    );
    if (links.length) mark();
  }

  /** Builds the sections one by one; between them the browser may paint. */
  t.buildPanels = async function () {
    // What a sweep varied and what came of it is what its reader came for.
    const first = t.data.sweep ? ['sweep', 'pareto'] : [];
    const ordered = [...panels.filter((spec) => first.includes(spec.id)), ...panels.filter((spec) => !first.includes(spec.id))];
    const shown = ordered.filter((spec) => t.guarded('panel ' + spec.id, () => !spec.has || spec.has()));
    for (const [index, spec] of shown.entries()) {
      build(spec);
      if (index === 1) await new Promise((resolve) => setTimeout(resolve));
    }
    navigation(shown);
    if (t.state.section) go(t.state.section);
  };

  /** "mean over 5 replications with its 95 % interval" */
  t.howSure = function () {
    const { replications, confidence } = t.facts;
    if (!(replications > 1)) return 'One replication: no intervals.';
    return (
      'Means over ' +
      replications +
      ' replications; ± is half of the ' +
      Math.round((confidence || 0.95) * 100) +
      ' % confidence interval (n = ' +
      replications +
      ').'
    );
  };

  /** A table: columns are {text, isNumber}, rows are arrays of text, nodes or {text, class}. */
  t.table = function (caption, columns, rows, attributes) {
    const cell = (value, index) => {
      const { text, ...rest } = value !== null && typeof value === 'object' && !(value instanceof Node) ? value : { text: value };
      const classes = [columns[index].isNumber ? 'number' : '', columns[index].class || '', rest.class || ''].join(' ').trim();
      return t.el(
        index ? 'td' : 'th',
        { scope: index ? null : 'row', class: classes || null, title: rest.title },
        text === null || text === undefined ? '' : text
      );
    };
    return t.el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      t.el(
        'table',
        attributes || {},
        t.el('caption', {}, caption),
        t.el(
          'thead',
          {},
          t.el(
            'tr',
            {},
            columns.map((column) => t.el('th', { scope: 'col', class: column.isNumber ? 'number' : null }, column.text))
          )
        ),
        t.el(
          'tbody',
          {},
          rows.map((row) => t.el('tr', row.attributes || {}, row.map(cell)))
        )
      )
    );
  };
})(window.tafsim);
