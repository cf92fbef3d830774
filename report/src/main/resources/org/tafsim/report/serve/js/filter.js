// What the filter says: words that must occur, and bounds such as ttft_p95<200 that some policy must keep.

const BOUND = /^([a-z0-9_]+)(<=|>=|<|>|=)(-?[0-9.]+)(%?)$/;

const TESTS = {
  '<': (value, bound) => value < bound,
  '>': (value, bound) => value > bound,
  '<=': (value, bound) => value <= bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
};

export function holds(filter, run, metrics) {
  const text = [run.id, run.scenario, run.key, run.version, ...run.policies.map((policy) => policy.label)].join('\n').toLowerCase();
  return filter.toLowerCase().split(/\s+/).filter((word) => word).every((word) => {
    const bound = BOUND.exec(word);
    const place = bound ? metrics.findIndex((metric) => metric.name === bound[1]) : -1;
    if (bound && (place >= 0 || bound[1] === 'seed' || bound[1] === 'n')) return keeps(run, place, bound);
    return text.includes(word);
  });
}

function keeps(run, place, [, name, relation, number, percent]) {
  const bound = Number(number) / (percent ? 100 : 1);
  const values = place >= 0 ? run.policies.map((policy) => policy.values[place]) : [name === 'n' ? run.replications : Number(run.seed)];
  return values.some((value) => value !== null && TESTS[relation](value, bound));
}
