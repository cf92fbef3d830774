'use strict';
/* One namespace. Every part is a script of its own: an error in one panel leaves the others alone, and is kept in tafsim.errors. */
window.tafsim = (function () {
  const errors = [];
  let isReady;
  const ready = new Promise((resolve) => {
    isReady = resolve;
  });
  window.addEventListener('error', (event) => errors.push(String(event.message)));
  window.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));

  /** Runs a part of the page; what it throws is kept and shown in the console. */
  function guarded(name, part) {
    try {
      return part();
    } catch (error) {
      errors.push(name + ': ' + error.message);
      console.error(name, error);
      return undefined;
    }
  }

  const data = guarded('data', () => JSON.parse(document.getElementById('tafsim-data').textContent)) || {};
  for (const part of [
    'policies',
    'tiles',
    'table',
    'notices',
    'rerun',
    'differences',
    'definitions',
    'sources',
    'defaults',
    'sites',
    'populations',
    'links',
    'flows',
    'rules',
  ]) {
    data[part] = data[part] || [];
  }
  const facts = data.facts || {};
  return {
    data,
    facts,
    errors,
    guarded,
    ready,
    isReady: false,
    finish() {
      this.isReady = true;
      isReady();
    },
  };
})();
