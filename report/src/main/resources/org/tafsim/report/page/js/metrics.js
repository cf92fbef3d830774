'use strict';
/* The summary by name: values, units, what is better. */
(function (t) {
  const summary = t.data.summary || { scopes: [], metrics: [], rows: [] };
  const scopes = summary.scopes || [];
  const metrics = summary.metrics || [];
  const definitions = new Map((t.data.definitions || []).map((entry) => [entry.metric, entry]));
  const units = new Map(metrics.map((metric) => [metric.name, metric.unit]));
  const values = new Map();
  const key = (policy, scope, metric) => policy + '\n' + scope + '\n' + metric;

  for (const [policy, scope, metric, mean, half, n] of summary.rows || []) {
    values.set(key(policy, scopes[scope], metrics[metric].name), { mean, half, n });
  }

  const SHORT = {
    ttft: 'Time to first token',
    tpot: 'Time per output token',
    e2e: 'End-to-end time',
    slo: 'SLO',
    kv: 'KV cache',
    ran: 'RAN',
    ai: 'AI',
    l1: 'Layer 1',
  };
  const UNIT_WORDS = new Set(['s', 'ms', 'gb', 'kwh', 'wh', 'g', 'eur', 'kw', 'j', 'h']);

  /** "ttft_p95" is "Time to first token, p95". */
  function label(metric) {
    const words = metric.split('_');
    const quantile = /^(p\d+|mean|peak)$/.test(words[words.length - 1]) && words.length > 1 ? ', ' + words.pop() : '';
    const named = words
      .filter((word, index) => index === 0 || !UNIT_WORDS.has(word))
      .map((word, index) => SHORT[word] || (index ? word : word[0].toUpperCase() + word.slice(1)));
    return (
      named
        .join(' ')
        .replace(/ per 1k$/, ' per 1,000 requests')
        .replace(/ per 1m tokens$/, ' per million tokens') + quantile
    );
  }

  /** Label with its unit, as an axis has it. */
  function axis(metric) {
    const text = t.format.scale(units.get(metric))[1];
    return label(metric) + (text ? ' (' + text + ')' : '');
  }

  t.metrics = {
    label,
    axis,
    names: metrics.map((metric) => metric.name),
    scopes,
    unit: (metric) => units.get(metric) || '',
    better: (metric) => (definitions.get(metric) || {}).better || 'none',
    meaning: (metric) => (definitions.get(metric) || {}).meaning || '',
    value: (policy, scope, metric) => values.get(key(policy, scope, metric)),
    /** Whether any policy has the metric in the scope. */
    has: (scope, metric) => t.data.policies.some((name, policy) => values.has(key(policy, scope, metric))),
    text: (metric, mean, half, options) => t.format.measure(mean, half, units.get(metric), options),
    factor: (metric) => t.format.scale(units.get(metric))[0],
    /** Of entries those with the best mean, and all whose interval overlaps its interval; none where no value is better. */
    best(metric, entries) {
      const better = (definitions.get(metric) || {}).better;
      const known = entries.filter((entry) => entry.mean !== null && entry.mean !== undefined);
      if (!known.length || (better !== 'less' && better !== 'more')) return [];
      const [best] = [...known].sort((a, b) => (better === 'less' ? a.mean - b.mean : b.mean - a.mean));
      return known.filter(
        (entry) => entry.mean === best.mean || Math.abs(entry.mean - best.mean) <= (entry.halfWidth || 0) + (best.halfWidth || 0)
      );
    },
  };
})(window.tafsim);
