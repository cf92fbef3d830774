// Charts in the colors of the theme.
import { el } from './dom.js';

// Told apart with any kind of color vision: Okabe and Ito, Color Universal Design, 2008. The seventh is the theme's ink.
const COLORS = ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#56B4E9', '#CC79A7'];
const DASHES = [[], [6, 3], [2, 2], [9, 3, 2, 3]];
const drawn = new Map(); // host → what redraws it

const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

export const ink = () => Object.fromEntries(['paper', 'card', 'ink', 'faint', 'line', 'edge', 'accent'].map((name) => [name, variable(name)]));

export const color = (index) => {
  const place = index % (COLORS.length + 1);
  return place === COLORS.length ? variable('ink') : COLORS[place];
};

// Seven colors and four dashes have no common divisor, so that the two together tell 28 lines apart.
export const dash = (index) => DASHES[index % DASHES.length];

/** The line of a column, as charts draw it. */
export function mark(index) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('viewBox', '0 0 26 12');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(ns, 'line');
  Object.entries({ x1: 0, x2: 26, y1: 6, y2: 6, 'stroke-width': 3, stroke: color(index), 'stroke-dasharray': dash(index).join(' ') })
    .forEach(([name, value]) => line.setAttribute(name, value));
  svg.append(line);
  return svg;
}

/** A figure; paint gives ECharts' option for the size it has. */
export function figure(id, label, caption, paint, { onclick, height } = {}) {
  const host = el('div', { class: 'plot', id });
  if (height) host.style.height = height;
  const box = el('figure', { role: 'img', 'aria-label': label }, host);
  const whole = el('div', {}, box, el('figcaption', {}, caption));
  let chart = null;
  const redraw = () => {
    if (!host.isConnected || host.clientWidth === 0) return;
    if (!chart) {
      chart = window.echarts.init(host, null, { renderer: 'canvas' });
      if (onclick) chart.on('click', onclick);
    }
    chart.resize();
    chart.setOption({ ...frame(), ...paint(host.clientWidth) }, { notMerge: true });
  };
  new ResizeObserver(redraw).observe(host);
  drawn.set(host, { redraw, dispose: () => chart && chart.dispose() });
  window.dashboard.charts[id] = () => chart;
  return whole;
}

function frame() {
  const t = ink();
  return {
    animation: false, backgroundColor: 'transparent',
    textStyle: { color: t.ink, fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: t.card, borderColor: t.edge, textStyle: { color: t.ink, fontSize: 12 } },
  };
}

/** Options that axes have in common. */
export function axis(name, more = {}) {
  const t = ink();
  return {
    name, nameLocation: 'middle', nameTextStyle: { color: t.ink, fontSize: 12 },
    axisLabel: { color: t.faint, hideOverlap: true }, axisLine: { show: true, lineStyle: { color: t.edge } },
    splitLine: { lineStyle: { color: t.line } }, ...more,
  };
}

/** Width of the widest of some texts on a chart (px). */
export function widest(texts, size) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = size + 'px ' + getComputedStyle(document.body).fontFamily;
  return Math.ceil(Math.max(0, ...texts.map((text) => context.measureText(text).width)));
}

/** Draws all again, in other colors maybe; forgets those that are gone. */
export function repaint() {
  for (const [host, chart] of drawn) {
    if (host.isConnected) chart.redraw();
    else { chart.dispose(); drawn.delete(host); }
  }
}

/** About three digits. */
export const short = (value) => (Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));
