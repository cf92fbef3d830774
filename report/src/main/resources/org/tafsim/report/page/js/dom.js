'use strict';
/* Elements. Names of a scenario become text nodes here, never markup. */
(function (t) {
  const SVG = 'http://www.w3.org/2000/svg';

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (name === 'style') Object.assign(node.style, value);
      else if (value === true) node.setAttribute(name, '');
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  }

  t.el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  t.svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  t.button = (label, onclick, attributes) => t.el('button', { type: 'button', class: 'button', onclick, ...attributes }, label);

  /** A labelled choice; options are [value, text]. */
  t.choice = function (label, options, value, onchange, attributes) {
    const select = t.el(
      'select',
      { onchange: () => onchange(select.value), ...attributes },
      options.map(([key, text]) => t.el('option', { value: key, selected: key === value }, text))
    );
    return t.el('label', { class: 'choice' }, label, select);
  };

  /** Buttons of which one is pressed. */
  t.segments = function (label, options, value, onchange) {
    const buttons = options.map(([key, text]) =>
      t.button(
        text,
        () => {
          buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.value === key)));
          onchange(key);
        },
        { 'data-value': key, 'aria-pressed': String(key === value) }
      )
    );
    return t.el('div', { class: 'segments', role: 'group', 'aria-label': label }, buttons);
  };

  t.announce = function (text) {
    document.getElementById('announcer').textContent = text;
  };

  /** Replaces what is in a node, and keeps the page from jumping while it is empty. */
  t.refill = function (node, ...children) {
    node.replaceChildren(...children.flat(Infinity).filter(Boolean));
    return node;
  };
})(window.tafsim);
