'use strict';
/* A figure as a file of its own: title, key and drawing on white, without animation, whatever the theme of the page. */
(function (t) {
  const LINE = 20;
  const escape = (text) =>
    String(text)
      .replace(/[&<>"']/g, (one) => '&#' + one.charCodeAt(0) + ';')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

  /** Names in lines no wider than the picture; the width of text is guessed at 7 px a letter. */
  function key(entries, width, top) {
    let x = 16;
    let y = top;
    const parts = entries.map(([tint, name]) => {
      const room = 44 + String(name).length * 7;
      if (x + room > width && x > 16) {
        x = 16;
        y += LINE;
      }
      const at = x;
      x += room;
      const color = typeof tint === 'number' ? t.theme.color(tint) : tint;
      const sample =
        typeof tint === 'number'
          ? `<line x1="${at}" x2="${at + 22}" y1="${y - 4}" y2="${y - 4}" stroke="${color}" stroke-width="2" stroke-dasharray="${t.theme.dash(tint).join(' ')}"/>`
          : `<rect x="${at + 8}" y="${y - 10}" width="12" height="12" fill="${color}"/>`;
      return sample + `<text x="${at + 28}" y="${y}">${escape(name)}</text>`;
    });
    return [parts.join(''), entries.length ? y + 12 : top - LINE + 8];
  }

  /** Of whom, when and what it is, where the page says so beside the figure. */
  function about({ keys = [] }) {
    const has = (name) => keys.includes(name);
    return [
      t.data.title,
      has('scope') && t.state.scope !== 'all' ? t.scopeLabel(t.state.scope) : null,
      has('policy') && !(has('layer') && !t.data.places) ? t.data.policies[t.current()] : null,
      has('layer') && t.data.places ? t.state.layer : null,
      has('layer') && has('time') && t.data.places ? t.time.label() : null,
    ]
      .filter(Boolean)
      .join(', ');
  }

  function draw(spec, width) {
    const height = t.charts.heightOf(spec, width);
    const chart = window.echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    const option = spec.option(width);
    if (option) chart.setOption({ ...t.charts.base(), ...option, animation: false, dataZoom: undefined });
    const [legend, top] = key((spec.key && spec.key()) || [], width, 24 + LINE);
    const drawing = chart.renderToSVGString().replace('<svg ', `<svg y="${top}" `);
    chart.dispose();
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + top}" viewBox="0 0 ${width} ${height + top}" font-family="sans-serif" font-size="12" fill="#1d2125">` +
      `<title>${escape(spec.title)}</title><desc>${escape(spec.words())}</desc><rect width="100%" height="100%" fill="#ffffff"/><text x="16" y="22" font-size="14" font-weight="600">${escape(spec.title + ' – ' + about(spec))}</text>${legend}${drawing}</svg>`
    );
  }

  t.picture = (spec, width) => t.theme.inLight(() => draw(spec, Math.max(width || 0, 640)));
})(window.tafsim);
