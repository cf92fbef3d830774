'use strict';
/* Puts the page together; the last script. */
(function (t) {
  const { data, facts } = t;

  function headline() {
    const sites = data.sites.length;
    const parts =
      data.kind === 'sweep' && data.sweep
        ? [t.format.plural(data.sweep.points.length, 'point'), t.format.plural(data.policies.length, 'policy', 'policies')]
        : [
            sites ? t.format.plural(sites, 'site') : null,
            data.populations.length ? t.format.plural(data.populations.length, 'population') : null,
            t.format.plural(data.policies.length, 'policy', 'policies'),
          ];
    if (facts.replications) parts.push(t.format.plural(facts.replications, 'replication'));
    if (facts.duration_s)
      parts.push(t.format.clock(facts.duration_s) + ' measured after ' + t.format.clock(facts.warmup_s || 0) + ' of warm-up');
    return parts.filter(Boolean).join(' · ');
  }

  function masthead() {
    document.getElementById('kind').textContent = data.kind === 'sweep' ? 'sweep' : 'run';
    document.getElementById('description').textContent = data.description || '';
    document.getElementById('headline').textContent = headline();
    const theme = t.button('', () => t.set({ theme: t.theme.isDark() ? 'light' : 'dark' }), { id: 'theme' });
    const name = () => {
      theme.textContent = t.theme.isDark() ? '☀ Light' : '☾ Dark';
    };
    t.on(['theme'], name);
    name();
    const link = t.button('Copy link', () => t.copy(t.link(), link), { id: 'copy-link' });
    document.getElementById('tools').append(
      theme,
      link,
      t.button('Print', () => window.print(), { id: 'print' }),
      t.button('Keys ?', () => t.showKeys(), { id: 'keys' })
    );
  }

  function notices() {
    document
      .getElementById('notices')
      .append(
        ...data.notices.map((notice) =>
          t.el(
            'p',
            { class: 'notice', 'data-level': notice.level, role: notice.level === 'warning' ? 'alert' : null },
            t.el('strong', {}, notice.level === 'warning' ? 'Warning:' : 'Note:'),
            notice.text
          )
        )
      );
  }

  function footer() {
    const known = [
      ['Id', facts.id],
      ['SHA-256 of the scenario', facts.sha256],
      ['tafsim', facts.version],
      ['Seed', facts.seed],
      ['Started', facts.started_at],
      ['Took', facts.wall_s === undefined || facts.wall_s === null ? null : t.format.number(facts.wall_s) + ' s'],
      ['JDK', facts.jdk],
      ['System', facts.os],
      ['Cores', facts.cores],
    ];
    document.getElementById('footer').append(
      known
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => name + ' ' + value)
        .join(' · ')
    );
  }

  async function boot() {
    t.guarded('masthead', masthead);
    t.guarded('notices', notices);
    t.guarded('filters', t.buildFilters);
    await t.buildPanels();
    t.guarded('footer', footer);
    t.guarded('keys', t.bindKeys);
    document.documentElement.dataset.ready = 'true';
    t.finish();
  }

  boot().catch((error) => t.errors.push(String(error)));
})(window.tafsim);
