// What is looked for on a page; each answers with sentences about what is wrong.
window.checks = (() => {
  const seen = (element) => {
    for (let at = element; at && at.nodeType === 1; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0' || style.clipPath.startsWith('inset(50%')) return false;
    }
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  const words = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 40);
  const stays = (element) => {
    for (let at = element; at && at.nodeType === 1; at = at.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  /** A rectangle as far as the regions that scroll show it. */
  const clipped = (box, element) => {
    let { left, top, right, bottom } = box;
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const frame = at.getBoundingClientRect();
      left = Math.max(left, frame.left); top = Math.max(top, frame.top); right = Math.min(right, frame.right); bottom = Math.min(bottom, frame.bottom);
    }
    return { left, top, right, bottom };
  };
  const texts = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || !parent || parent.closest('script,style,noscript,option,title,svg') || !seen(parent)) continue;
      found.push(node);
    }
    return found;
  };

  /** Texts that lie on each other: words of the page, and labels within one picture. */
  function overlaps() {
    const boxes = [];
    for (const node of texts(document.body)) {
      if (stays(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) boxes.push({ ...clipped(line, node.parentElement), text: words(node.data), of: node, group: 'page' });
    }
    document.querySelectorAll('figure svg').forEach((svg, place) => svg.querySelectorAll('text').forEach((label) => {
      if (label.textContent.trim() && seen(label)) {
        const { left, top, right, bottom } = label.getBoundingClientRect();
        boxes.push({ left, top, right, bottom, text: words(label.textContent), of: label, group: 'picture ' + place });
      }
    }));
    boxes.sort((a, b) => a.top - b.top);
    const wrong = [];
    for (let i = 0; i < boxes.length; i++) {
      for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom - 3; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (a.of !== b.of && a.group === b.group && width > 2 && height > 3) {
          const section = (a.of.parentElement || a.of).closest('section');
          wrong.push((section ? section.id + ': ' : '') + '“' + a.text + '” and “' + b.text + '”');
        }
      }
    }
    return [...new Set(wrong)];
  }

  const channels = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  /** Color behind an element: layers up to the first that is not transparent, as [r, g, b] lists from below. */
  const grounds = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
      if (a > 0) layers.unshift([r, g, b, a]);
      if (a === 1) break;
    }
    return layers;
  };

  /** One entry for each pair of colors: words, color, grounds from below, size (px), weight. */
  function colors() {
    const pairs = new Map();
    for (const node of texts(document.body)) {
      const element = node.parentElement;
      if (element.closest(':disabled')) continue;
      const style = getComputedStyle(element);
      const entry = [words(node.data), channels(style.color), grounds(element), parseFloat(style.fontSize), Number(style.fontWeight)];
      const key = JSON.stringify(entry.slice(1));
      if (!pairs.has(key)) pairs.set(key, entry);
    }
    return [...pairs.values()];
  }

  function headings() {
    const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(seen);
    const wrong = [];
    if (all.filter((heading) => heading.tagName === 'H1').length !== 1) wrong.push('There is not exactly one h1.');
    let last = 0;
    for (const heading of all) {
      const level = Number(heading.tagName[1]);
      if (level > last + 1) wrong.push('h' + level + ' “' + words(heading.textContent) + '” follows h' + last);
      last = level;
    }
    return wrong;
  }

  /** Pictures, controls and regions that say nothing to who does not see them. */
  function names() {
    const wrong = [];
    document.querySelectorAll('figure,[role=img]').forEach((figure) => {
      if (seen(figure) && !(figure.getAttribute('aria-label') || '').trim() && !figure.querySelector('[role=img][aria-label],figcaption')) wrong.push('A figure without a text: ' + figure.outerHTML.slice(0, 80));
    });
    document.querySelectorAll('img').forEach((image) => { if (!image.alt) wrong.push('An image without alt: ' + image.outerHTML.slice(0, 80)); });
    document.querySelectorAll('button,a[href],select,input,textarea').forEach((control) => {
      const name = control.getAttribute('aria-label') || control.textContent.trim() || (control.labels && control.labels.length && control.labels[0].textContent.trim()) || control.title;
      if (seen(control) && !name) wrong.push('A control without a name: ' + control.outerHTML.slice(0, 120));
    });
    if (!document.documentElement.lang) wrong.push('The page says not in which language it is.');
    return wrong;
  }

  function scroll() {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1 && seen(element)).slice(-3);
    return ['The page is ' + page.scrollWidth + ' px wide in ' + page.clientWidth + ': ' + wide.map((element) => element.outerHTML.slice(0, 100)).join(' | ')];
  }

  /** Whatever was asked for elsewhere. */
  const external = () => performance.getEntriesByType('resource').map((entry) => entry.name)
    .filter((name) => !/^(data|blob):/.test(name) && !(location.protocol.startsWith('http') && name.startsWith(location.origin + '/')));

  /** Clicks what there is in a section, tries the choices, and waits for what comes of it. */
  async function exercise(section) {
    const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const skip = '[data-csv],[data-svg],[data-copy],[data-key],a';
    for (const button of [...section.querySelectorAll('button:not(:disabled)')].slice(0, 12)) {
      if (button.matches(skip) || !button.isConnected || !seen(button)) continue;
      button.click();
      await settle();
    }
    for (const select of section.querySelectorAll('select')) {
      const first = select.value;
      for (const value of [...[...select.options].slice(0, 4).map((option) => option.value), first]) {
        select.value = value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await settle();
      }
    }
    for (const slider of section.querySelectorAll('input[type=range]')) {
      for (const value of [slider.max, Math.round((Number(slider.min) + Number(slider.max)) / 2), slider.min]) {
        slider.value = value;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));
        await settle();
      }
    }
    for (const search of section.querySelectorAll('input[type=search]')) {
      for (const text of ['ttft', 'zzzz', '']) {
        search.value = text;
        search.dispatchEvent(new Event('input', { bubbles: true }));
        await settle();
      }
    }
  }

  const place = (element) => {
    const box = element.getBoundingClientRect();
    return [box.left + scrollX, box.top + scrollY, box.width, box.height];
  };

  return { overlaps, colors, headings, names, scroll, external, exercise, place, seen };
})();
