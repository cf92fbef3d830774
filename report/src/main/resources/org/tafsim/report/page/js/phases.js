'use strict';
/* The phases of a request, in the order of its life, as `tafsim explain` parts them. */
(function (t) {
  const PHASES = [
    ['connect', 'connection', '#CC79A7'],
    ['radioUp', 'radio up', '#0072B2'],
    ['fiberUp', 'fiber up', '#56B4E9'],
    ['linksUp', 'links up', '#9fd3f3'],
    ['held', 'held', '#8a8f94'],
    ['waiting', 'waiting', '#E69F00'],
    ['prefill', 'prefill to first token', '#007a5a'],
    ['decode', 'decode', '#44b795'],
    ['down', 'way down', '#6a5acd'],
  ];
  const number = (value) =>
    typeof value === 'number' ? value : value === '' || value === null || value === undefined ? null : Number(value);
  const positive = (value) => Math.max(0, value || 0);

  /** Seconds of each phase; a request that did not get so far has none of the later ones. */
  function of(row) {
    const at = (column) => number(row[column]);
    const arrival = at('arrival_s');
    const end = at('end_s');
    const reached = at('reached_replica_s');
    const admitted = at('admitted_s');
    const first = at('first_token_s');
    const up = {
      connect: positive(at('connect_s')),
      radioUp: positive(at('radio_up_s')),
      fiberUp: positive(at('fiber_up_s')),
      linksUp: positive(at('links_up_s')),
    };
    const way = up.connect + up.radioUp + up.fiberUp + up.linksUp;
    if (reached === null) return { ...up, held: positive(end - arrival - way), total: end - arrival };
    const phases = {
      ...up,
      held: positive(reached - arrival - way),
      waiting: positive((admitted === null ? end : admitted) - reached),
      total: end - arrival,
    };
    if (admitted === null) return phases;
    if (first === null) return { ...phases, prefill: positive(end - admitted) };
    const down = Math.min(
      positive(at('links_down_s')) + positive(at('fiber_down_s')) + positive(at('radio_down_s')),
      positive(end - admitted)
    );
    const decode = positive(end - first - down);
    return { ...phases, prefill: positive(end - admitted - decode - down), decode, down };
  }

  t.phases = { PHASES, of };
})(window.tafsim);
