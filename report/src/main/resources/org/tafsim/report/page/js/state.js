'use strict';
/* What the reader has chosen, kept in the address after #, so that a link opens the same view. */
(function (t) {
  const count = (t.data.policies || []).length;
  const DEFAULTS = {
    policy: 0,
    baseline: 0,
    hidden: [],
    scope: 'all',
    time: null,
    theme: null,
    layer: 'load',
    site: null,
    request: null,
    x: null,
    y: null,
    metric: null,
    section: null,
  };
  const listeners = [];
  const state = { ...DEFAULTS };

  const whole = (text, limit) => (/^\d+$/.test(text) && Number(text) < limit ? Number(text) : null);
  const READERS = {
    policy: (text) => whole(text, count) || 0,
    baseline: (text) => whole(text, count) || 0,
    hidden: (text) =>
      text
        .split('.')
        .map((part) => whole(part, count))
        .filter((part) => part !== null),
    time: (text) => whole(text, 100000),
  };

  function read() {
    const parameters = new URLSearchParams(location.hash.slice(1));
    Object.assign(state, DEFAULTS);
    for (const [name, value] of parameters) {
      if (name in DEFAULTS) state[name] = READERS[name] ? READERS[name](value) : value;
    }
    if (!parameters.size && /^#[a-z]+$/.test(location.hash)) state.section = location.hash.slice(1);
    if (state.hidden.length >= count) state.hidden = [];
    if (!t.metrics.scopes.includes(state.scope)) state.scope = 'all';
  }

  /** The address that opens this view; the section is where the reader is. */
  function hash() {
    const parts = new URLSearchParams();
    for (const [name, standard] of Object.entries(DEFAULTS)) {
      const value = Array.isArray(state[name]) ? state[name].join('.') : state[name];
      if (value !== null && value !== '' && value !== standard) parts.set(name, value);
    }
    return parts.toString();
  }

  function remember() {
    const address = '#' + hash();
    // A page from a file may not be allowed to rewrite its address; the view works without.
    try {
      history.replaceState(null, '', address);
    } catch {
      /* kept in memory */
    }
  }

  /** Changes the view and tells every panel which keys changed. */
  t.set = function (changes) {
    const changed = Object.keys(changes).filter((name) => JSON.stringify(state[name]) !== JSON.stringify(changes[name]));
    if (!changed.length) return;
    Object.assign(state, changes);
    remember();
    listeners.forEach(({ keys, action }) => {
      if (changed.some((name) => keys.includes(name))) t.guarded('state', () => action(changed));
    });
  };

  t.on = (keys, action) => listeners.push({ keys, action });
  t.state = state;
  t.link = () => location.href.split('#')[0] + '#' + hash();
  t.isShown = (policy) => !state.hidden.includes(policy);
  t.shown = () => t.data.policies.map((name, index) => index).filter(t.isShown);
  /** The policy that panels of one policy show: the chosen one, or the first that is not filtered away. */
  t.current = () => (t.isShown(state.policy) ? state.policy : t.shown()[0]);
  read();
  window.addEventListener('hashchange', () => {
    if (location.hash.slice(1) === hash() || /^#[a-z]+$/.test(location.hash)) return;
    read();
    listeners.forEach(({ action, keys }) => t.guarded('state', () => action(keys)));
  });
})(window.tafsim);
