'use strict';
/* Keys. None works while the reader types, or with Ctrl, Alt or Meta, which belong to the browser. */
(function (t) {
  const KEYS = [
    ['?', 'this list'],
    ['1 – 9', 'show that policy where one is shown'],
    ['b', 'pin the shown policy as baseline'],
    ['← →', 'an interval earlier, later'],
    ['Space', 'play or pause the map (while no button has the focus)'],
    ['d', 'dark or light'],
    ['/', 'search the definitions'],
    ['Esc', 'close this list'],
  ];
  let dialog = null;

  t.showKeys = function () {
    if (!dialog) {
      dialog = t.el(
        'dialog',
        { 'aria-labelledby': 'keys-heading' },
        t.el('h2', { id: 'keys-heading' }, 'Keys'),
        t.el(
          'dl',
          {},
          KEYS.map(([key, meaning]) => [t.el('dt', {}, t.el('kbd', {}, key)), t.el('dd', {}, meaning)])
        ),
        t.button('Close', () => dialog.close())
      );
      document.body.append(dialog);
    }
    dialog.showModal();
  };

  function pick(digit) {
    const policy = digit - 1;
    if (policy >= t.data.policies.length) return;
    t.set({ policy, hidden: t.state.hidden.filter((other) => other !== policy) });
    t.announce('Showing ' + t.data.policies[policy]);
  }

  function search() {
    const field = document.getElementById('definitions-search');
    if (field) {
      field.scrollIntoView({ block: 'center' });
      field.focus();
    }
  }

  const ACTIONS = {
    '?': () => t.showKeys(),
    d: () => t.set({ theme: t.theme.isDark() ? 'light' : 'dark' }),
    b: () => {
      t.set({ baseline: t.current() });
      t.announce('Baseline is ' + t.data.policies[t.current()]);
    },
    '/': search,
    ArrowLeft: () => t.time && t.time.step(-1),
    ArrowRight: () => t.time && t.time.step(1),
    ' ': () => t.time && t.time.togglePlay(),
  };

  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || (dialog && dialog.open)) return;
    const isAtControl = event.target.closest && event.target.closest('input, select, textarea, button, a, [contenteditable]');
    if (isAtControl && (event.key === ' ' || event.key.startsWith('Arrow') || /INPUT|TEXTAREA/.test(isAtControl.tagName))) return;
    // A table that scrolls keeps its arrows.
    if (event.key.startsWith('Arrow') && event.target.closest && event.target.closest('.scroll')) return;
    const action = /^[1-9]$/.test(event.key) ? () => pick(Number(event.key)) : ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  t.bindKeys = () => document.addEventListener('keydown', pressed);
})(window.tafsim);
