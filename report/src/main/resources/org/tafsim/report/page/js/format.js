'use strict';
/* Numbers as the terminal writes them: about three digits, a comma between thousands, a unit. */
(function (t) {
  function grouped(value, decimals) {
    const [whole, rest] = Math.abs(value).toFixed(decimals).split('.');
    const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? '.' + rest : '');
    return value < 0 && /[1-9]/.test(text) ? '−' + text : text;
  }

  /** Decimals for about three digits; more for what would vanish, up to six. */
  function decimalsFor(size) {
    if (!(size > 0) || size >= 100) return 0;
    if (size >= 10) return 1;
    if (size >= 1) return 2;
    return Math.min(6, 2 - Math.floor(Math.log10(size)));
  }

  const SCALES = { fraction: [100, '%'], count: [1, ''] };

  function scale(unit) {
    return SCALES[unit] || [1, unit || ''];
  }

  function number(value, decimals) {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (decimals === undefined && Number.isInteger(value)) return grouped(value, 0);
    return grouped(value, decimals === undefined ? decimalsFor(Math.abs(value)) : decimals);
  }

  function decimals(mean, half, unit) {
    if (unit === 'count' && Number.isInteger(mean) && (!half || Number.isInteger(half))) return 0;
    return unit === 'fraction' ? (Math.abs(mean) < 0.1 && mean !== 0 ? 2 : 1) : decimalsFor(Math.max(Math.abs(mean), half || 0));
  }

  /** "198 ±12 ms"; no half-width where there is none. */
  function measure(mean, half, unit, options) {
    if (mean === null || mean === undefined) return '–';
    const [factor, text] = scale(unit);
    const places = decimals(mean * (unit === 'fraction' ? 1 : factor), half, unit);
    const sign = options && options.isSigned && mean > 0 ? '+' : '';
    const spread = half > 0 && !(options && options.isShort) ? ' ±' + grouped(half * factor, places) : '';
    return sign + grouped(mean * factor, places) + spread + (text ? ' ' + text : '');
  }

  /** A short number on an axis. */
  function tick(value) {
    const size = Math.abs(value);
    if (size >= 1e9) return number(value / 1e9) + ' G';
    if (size >= 1e6) return number(value / 1e6) + ' M';
    if (size >= 1e4) return number(value / 1e3) + ' k';
    return Number.isInteger(value) ? grouped(value, 0) : String(parseFloat(value.toPrecision(3))).replace('-', '−');
  }

  /** Milliseconds as people say them. */
  function millis(value) {
    if (value === null || value === undefined) return '–';
    return value >= 10000 ? number(value / 1000) + ' s' : number(value) + ' ms';
  }

  /** Seconds since the start as 1:05, 12:00 or 3:20:00. */
  function clock(seconds) {
    const total = Math.round(seconds);
    const two = (part) => String(part).padStart(2, '0');
    const hours = Math.floor(total / 3600);
    const minutes = Math.floor(total / 60) % 60;
    return hours ? hours + ':' + two(minutes) + ':' + two(total % 60) : minutes + ':' + two(total % 60);
  }

  function bytes(gb) {
    if (gb >= 1000) return number(gb / 1000) + ' TB';
    if (gb >= 1 || gb === 0) return number(gb) + ' GB';
    return gb >= 0.001 ? number(gb * 1000) + ' MB' : number(gb * 1e6) + ' kB';
  }

  const list = (words) => (words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' and ' + words[words.length - 1]);
  const plural = (count, one, many) => number(count) + ' ' + (count === 1 ? one : many || one + 's');

  t.format = { number, measure, tick, millis, clock, bytes, list, plural, scale };
})(window.tafsim);
