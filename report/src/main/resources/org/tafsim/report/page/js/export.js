'use strict';
/* What a reader takes along: CSV, SVG, text on the clipboard. */
(function (t) {
  /** RFC 4180. */
  function csv(rows) {
    const field = (value) => {
      const text = value === null || value === undefined ? '' : String(value);
      return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    };
    return rows.map((row) => row.map(field).join(',')).join('\n') + '\n';
  }

  const safe = (name) =>
    String(name)
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'tafsim';

  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const anchor = t.el('a', { href: url, download: safe(t.data.title) + '-' + safe(name) });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** Copies; without a clipboard (a page from a file, an older browser) by a selected text field. */
  async function copy(text, button) {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = t.el('textarea', { style: { position: 'fixed', opacity: '0' } });
      field.value = text;
      document.body.append(field);
      field.select();
      done = document.execCommand('copy');
      field.remove();
    }
    t.announce(done ? 'Copied' : 'Could not copy');
    if (!button) return;
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = done ? 'Copied ✓' : 'Select and copy';
    setTimeout(() => {
      button.textContent = before;
    }, 1600);
  }

  t.saveCsv = (name, rows) => save(name + '.csv', 'text/csv;charset=utf-8', csv(rows));
  t.saveSvg = (name, text) => save(name + '.svg', 'image/svg+xml', text);
  t.csv = csv;
  t.copy = copy;
})(window.tafsim);
