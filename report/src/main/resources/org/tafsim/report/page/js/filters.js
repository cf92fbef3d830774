'use strict';
/* What is shown everywhere: policies, application, the baseline that others are compared with. */
(function (t) {
  const { policies } = t.data;

  function toggle(policy) {
    const hidden = t.state.hidden.includes(policy)
      ? t.state.hidden.filter((other) => other !== policy)
      : [...t.state.hidden, policy];
    if (hidden.length === policies.length) {
      t.announce('One policy stays shown');
      return;
    }
    t.set({ hidden: hidden.sort((a, b) => a - b) });
  }

  function chip(policy) {
    return t.el(
      'button',
      { type: 'button', class: 'chip', 'data-policy': policy, title: policies[policy], onclick: () => toggle(policy) },
      t.theme.mark(policy),
      t.el('span', { class: 'chip-name' }, t.el('span', {}, policies[policy]))
    );
  }

  function chips() {
    const all = policies.map((name, policy) => chip(policy));
    const update = () =>
      all.forEach((button, policy) => {
        button.setAttribute('aria-pressed', String(t.isShown(policy)));
        button.querySelector('.pin')?.remove();
        if (policy === t.state.baseline && policies.length > 1 && t.hasBaseline())
          button.append(t.el('span', { class: 'pin' }, 'baseline'));
      });
    t.on(['hidden', 'baseline'], update);
    update();
    const tools =
      policies.length > 8
        ? [
            t.button('All ' + policies.length, () => t.set({ hidden: [] }), { class: 'button quiet' }),
            t.button('First six', () => t.set({ hidden: policies.map((name, policy) => policy).slice(6) }), {
              class: 'button quiet',
            }),
          ]
        : [];
    return t.el('div', { class: 'chips', role: 'group', 'aria-label': 'Policies shown' }, tools, all);
  }

  /** Whether anything is compared with a baseline policy. */
  t.hasBaseline = () => !t.data.sweep && t.data.differences.length + t.data.tiles.length > 0;

  /** "app:chat" is "chat". */
  t.scopeLabel = (scope) => (scope === 'all' ? 'all applications' : scope.replace(/^app:/, ''));
  t.appScopes = () => ['all', ...t.metrics.scopes.filter((scope) => scope.startsWith('app:') && !scope.includes('/'))];

  function choices() {
    const apps = t.appScopes();
    const nodes = [];
    if (apps.length > 2) {
      const scope = t.choice(
        'Application',
        apps.map((app) => [app, app === 'all' ? 'all' : t.scopeLabel(app)]),
        t.state.scope,
        (value) => t.set({ scope: value }),
        { id: 'filter-app' }
      );
      t.on(['scope'], () => {
        scope.querySelector('select').value = t.state.scope;
      });
      nodes.push(scope);
    }
    if (policies.length > 1 && t.hasBaseline()) {
      const baseline = t.choice(
        'Baseline',
        policies.map((name, index) => [String(index), name]),
        String(t.state.baseline),
        (value) => t.set({ baseline: Number(value) }),
        { id: 'filter-baseline' }
      );
      t.on(['baseline'], () => {
        baseline.querySelector('select').value = String(t.state.baseline);
      });
      nodes.push(baseline);
    }
    return nodes.length ? t.el('div', { class: 'filter-choices' }, nodes) : null;
  }

  /** A choice of the policy that a panel of one policy shows; the panels share it. */
  t.policyChoice = function () {
    if (policies.length < 2) return null;
    const select = t.el('select', { 'data-policy-choice': true, onchange: () => t.set({ policy: Number(select.value) }) });
    const update = () => {
      select.replaceChildren(...t.shown().map((policy) => t.el('option', { value: policy }, policies[policy])));
      select.value = String(t.current());
    };
    t.on(['hidden', 'policy'], update);
    update();
    return t.el('label', { class: 'choice' }, 'Policy', select);
  };

  t.buildFilters = function () {
    const bar = document.getElementById('filters');
    if (policies.length > 1) bar.append(chips());
    const more = choices();
    if (more) bar.append(more);
    // Sections scroll to below the bar where it sticks.
    const room = () =>
      document.documentElement.style.setProperty(
        '--bar',
        (getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 44) + 'px'
      );
    new ResizeObserver(room).observe(bar);
    window.addEventListener('resize', room);
  };
})(window.tafsim);
