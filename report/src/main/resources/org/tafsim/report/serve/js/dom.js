// Elements. Names of results come in as text only, never as markup.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const show = (host, ...children) => host.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));

/** A choice with its label; options are [value, text] pairs. */
export function choice(label, options, chosen, onchange) {
  const select = el('select', { onchange: () => onchange(select.value) },
    options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  return el('label', { class: 'choice' }, label, select);
}

/** A region that scrolls by itself, also by keyboard. */
export const scroll = (label, className, child) => el('div', { class: 'scroll ' + className, role: 'region', 'aria-label': label, tabindex: '0' }, child);

/** Where the report of a result is. */
export const reportOf = (key) => '/results/' + (key === '.' ? '' : key.split('/').map(encodeURIComponent).join('/') + '/') + 'report.html';

/** 75 → 1 min 15 s. */
export function duration(seconds) {
  if (seconds < 60) return Math.round(seconds) + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + Math.round(seconds % 60) + ' s';
  if (seconds < 48 * 3600) return Math.floor(seconds / 3600) + ' h ' + Math.round((seconds % 3600) / 60) + ' min';
  return Math.round(seconds / 86400) + ' days';
}
