'use strict';
/* Light and dark; the color, dash and marker of each policy. */
(function (t) {
  // Told apart with any kind of color vision: Okabe and Ito, Color Universal Design, 2008. The seventh is the theme's ink.
  const COLORS = ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#56B4E9', '#CC79A7'];
  const DASHES = [[], [6, 3], [2, 2], [9, 3, 2, 3]];
  const MARKERS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;

  const isDark = () => !printing && (t.state.theme ? t.state.theme === 'dark' : prefersDark.matches);
  const variable = (name) =>
    getComputedStyle(document.documentElement)
      .getPropertyValue('--' + name)
      .trim();

  function apply() {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    t.ink = Object.fromEntries(
      ['paper', 'card', 'sunk', 'ink', 'faint', 'line', 'edge', 'accent', 'good', 'near', 'bad'].map((name) => [
        name,
        variable(name),
      ])
    );
    // Sequential scales run from the ground to a dark or bright end, so that more always stands out more.
    t.ink.scale = isDark()
      ? ['#24323c', '#1f5c85', '#3f97c9', '#9ad3f2', '#f4fbff']
      : ['#e8f1f7', '#a9cfe6', '#569fcb', '#1b6ca3', '#08304f'];
    t.ink.diverging = isDark() ? ['#56B4E9', '#2a3036', '#E8853F'] : ['#0072B2', '#f4f4f2', '#D55E00'];
  }

  const color = (policy) => {
    const index = policy % (COLORS.length + 1);
    return index === COLORS.length ? t.ink.ink : COLORS[index];
  };
  // Seven colors with four dashes tell 28 policies apart, with eight markers 56: neither shares a divisor with seven.
  const dash = (policy) => DASHES[policy % DASHES.length];
  const marker = (policy) => MARKERS[policy % MARKERS.length];

  /** A filled or hollow symbol of a policy in a chart; the hollow ones of ECharts are white inside, also on a dark ground. */
  function point(policy, isHollow) {
    const kind = marker(policy);
    const tint = color(policy);
    const isOpen = isHollow === undefined ? kind.startsWith('empty') : isHollow;
    return {
      symbol: kind.replace('empty', '').toLowerCase(),
      itemStyle: { color: isOpen ? t.ink.card : tint, borderColor: tint, borderWidth: 2, opacity: 1 },
    };
  }

  function shape(kind, fill, stroke) {
    const common = { fill, stroke, 'stroke-width': 1.5 };
    if (kind.endsWith('ircle')) return t.svg('circle', { cx: 13, cy: 6, r: 3.7, ...common });
    if (kind.endsWith('ect')) return t.svg('rect', { x: 9.6, y: 2.6, width: 6.8, height: 6.8, ...common });
    if (kind.endsWith('riangle')) return t.svg('path', { d: 'M13 1.8 17.2 9.8H8.8Z', ...common });
    return t.svg('path', { d: 'M13 1.2 17.8 6 13 10.8 8.2 6Z', ...common });
  }

  /** Black or white, whichever is told better from a ground (any CSS color of three numbers or six digits). */
  function inkOn(ground) {
    const parts = ground.startsWith('#')
      ? [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16))
      : ground.match(/[\d.]+/g).map(Number);
    const [red, green, blue] = parts.map((part) =>
      part / 255 <= 0.04 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#000000' : '#ffffff';
  }

  /** Runs with the colors of the light theme, as paper has them; the page keeps its own. */
  function inLight(action) {
    const before = printing;
    printing = true;
    apply();
    try {
      return action();
    } finally {
      printing = before;
      apply();
    }
  }

  /** Line and marker of a policy, as it is drawn everywhere. */
  function mark(policy) {
    const tint = color(policy);
    const kind = marker(policy);
    return t.svg(
      'svg',
      { class: 'mark', viewBox: '0 0 26 12', 'aria-hidden': 'true', 'data-policy': policy },
      t.svg('line', { x1: 0, x2: 26, y1: 6, y2: 6, stroke: tint, 'stroke-width': 2, 'stroke-dasharray': dash(policy).join(' ') }),
      shape(kind, kind.startsWith('empty') ? t.ink.card : tint, tint)
    );
  }

  t.theme = { isDark, isPrinting: () => printing, color, dash, marker, point, mark, inkOn, inLight, apply, colors: COLORS };
  t.policyKey = () => t.shown().map((policy) => [policy, t.data.policies[policy]]);
  apply();
  t.on(['theme'], apply);
  prefersDark.addEventListener('change', () => {
    apply();
    t.repaint();
  });
  window.addEventListener('beforeprint', () => {
    printing = true;
    apply();
    t.repaint(true);
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    apply();
    t.repaint();
  });
})(window.tafsim);
