// How far sweeps are, as it goes.
import { el, show, duration, reportOf } from './dom.js';

const RANK = { running: 0, quiet: 1, complete: 2 };
const open = new Set();

export function render(host, app) {
  if (!app.progress) {
    show(host, el('h2', {}, 'Sweeps'), el('p', { class: 'faint' }, 'Looking …'));
    return;
  }
  const sweeps = [...app.progress.sweeps].sort((a, b) => RANK[a.state] - RANK[b.state] || (a.id < b.id ? -1 : 1));
  show(host, el('h2', {}, 'Sweeps'),
    el('p', { class: 'faint' }, 'A task is a point of the experiment in one replication, under all policies.'),
    sweeps.length ? sweeps.map(card) : el('p', { class: 'notice' }, 'No sweeps yet. `tafsim sweep` makes one; it appears here as soon as it begins.'));
}
export { render as show };

function card(sweep) {
  return el('article', { class: 'sweep', 'data-key': sweep.key },
    el('header', {}, el('h3', {}, el('a', { href: reportOf(sweep.key) }, sweep.id)), chip(sweep)),
    sweep.total === null ? null : bar(sweep),
    el('p', { class: 'progress-text' }, words(sweep)),
    sweep.failures.length ? failures(sweep) : null);
}

function chip(sweep) {
  const state = sweep.state === 'complete' ? (sweep.failed ? 'bad' : 'good') : sweep.state === 'running' ? 'running' : 'near';
  const text = sweep.state === 'complete' ? (sweep.failed ? 'Done, with failures' : 'Done') : sweep.state === 'running' ? 'Running' : 'Quiet';
  return el('span', { class: 'state', 'data-state': state }, text);
}

function bar(sweep) {
  const all = Math.max(1, sweep.total);
  const done = el('span', { class: 'done' });
  const failed = el('span', { class: 'failed' });
  done.style.width = 100 * sweep.done / all + '%';
  failed.style.width = 100 * sweep.failed / all + '%';
  return el('div', { class: 'bar', role: 'progressbar', 'aria-label': 'Tasks done of ' + sweep.id, 'aria-valuemin': 0, 'aria-valuemax': sweep.total, 'aria-valuenow': sweep.done }, done, failed);
}

function words(sweep) {
  const parts = [sweep.total === null
    ? sweep.done + ' tasks done; the search decides how many it needs'
    : sweep.done + ' of ' + sweep.total + ' tasks done, ' + sweep.failed + ' failed'];
  parts.push(sweep.points + (sweep.points === 1 ? ' point × ' : ' points × ') + sweep.replications + (sweep.replications === 1 ? ' replication' : ' replications'));
  if (sweep.etaS !== null && sweep.state === 'running') parts.push('about ' + duration(sweep.etaS) + ' left');
  if (sweep.state === 'running' && sweep.quietS === null) parts.push('no task is done yet');
  if (sweep.state === 'quiet') {
    parts.push((sweep.quietS === null ? 'no task is done yet' : 'no task was done for ' + duration(sweep.quietS)) + '; if it was stopped, `tafsim sweep resume` goes on');
  }
  return parts.join(' · ');
}

function failures(sweep) {
  return el('details', { open: open.has(sweep.key), ontoggle: (event) => (event.target.open ? open.add(sweep.key) : open.delete(sweep.key)) },
    el('summary', {}, sweep.failed === 1 ? 'Why a task failed' : 'Why tasks failed'),
    el('ul', {}, sweep.failures.map((failure) => el('li', {}, el('code', {}, failure.task), ' ', failure.reason))));
}
