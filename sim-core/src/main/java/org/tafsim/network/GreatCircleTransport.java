package org.tafsim.network;

import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;

/** No graph: fiber straight from UPF to site, and nothing known of what lies between. */
final class GreatCircleTransport implements Transport {
    private final Scenario scenario;
    private final Fiber fiber;
    private final long fixedNanos;

    GreatCircleTransport(Scenario scenario, TransportSpec.GreatCircle spec) {
        this.scenario = scenario;
        fiber = Transport.fiber(spec);
        fixedNanos = spec.fixedNanos();
    }

    @Override
    public Route route(int upf, int site) {
        long nanos = fiber.nanosBetween(
                scenario.upfs().get(upf).location(), scenario.sites().get(site).location());
        return Route.direct(nanos + fixedNanos);
    }

    @Override
    public Route between(int from, int to) {
        long nanos = fiber.nanosBetween(
                scenario.sites().get(from).location(), scenario.sites().get(to).location());
        return Route.direct(nanos + fixedNanos);
    }

    @Override
    public void collect(int upf, int site, PathFacts.Collector facts) {}
}
