package org.tafsim.cli.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Population;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Upf;

/** Segments of the network that are longer than their budgets, one way: backhaul (N3) 10 ms, fronthaul (split 7.2x) 20 km of reach. */
final class Budgets {
    private static final double BACKHAUL_MILLIS = 10;
    private static final double FRONTHAUL_METERS = 20e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Budgets() {}

    /** A sentence for each, without its full stop. */
    static List<String> exceeded(Scenario scenario) {
        List<String> exceeded = new ArrayList<>();
        Map<String, Upf> upfs = scenario.upfs().stream().collect(Collectors.toMap(Upf::id, Function.identity()));
        for (Population users : scenario.populations()) {
            Upf upf = upfs.get(users.upfId());
            double millis = upf == null
                    ? 0
                    : users.location().distanceMeters(upf.location())
                            * nanosPerMeter(scenario.transport())
                            / NANOS_PER_MILLI;
            if (millis > BACKHAUL_MILLIS) {
                exceeded.add(String.format(
                        Locale.ROOT,
                        "the backhaul of population %s to UPF %s takes %.1f ms one way, more than the usual %.0f ms",
                        users.id(),
                        users.upfId(),
                        millis,
                        BACKHAUL_MILLIS));
            }
        }
        Map<String, Site> sites = scenario.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        for (RanSpec ran : scenario.ran()) {
            Site site = sites.get(ran.siteId());
            double meters = site == null ? 0 : nearest(scenario, site.location());
            if (meters > FRONTHAUL_METERS) {
                exceeded.add(String.format(
                        Locale.ROOT,
                        "the RAN of site %s is %.0f km from the nearest population, beyond a fronthaul of %.0f km (100 us one way)",
                        ran.siteId(),
                        meters / 1e3,
                        FRONTHAUL_METERS / 1e3));
            }
        }
        return exceeded;
    }

    private static double nearest(Scenario scenario, GeoPoint place) {
        return scenario.populations().stream()
                .mapToDouble(users -> users.location().distanceMeters(place))
                .min()
                .orElse(0);
    }

    /** Propagation by distance as the crow flies. */
    private static double nanosPerMeter(TransportSpec transport) {
        if (transport instanceof TransportSpec.Graph graph) {
            return graph.routeFactor() * graph.nanosPerMeter();
        }
        TransportSpec.GreatCircle circle = (TransportSpec.GreatCircle) transport;
        return circle.routeFactor() * circle.nanosPerMeter();
    }
}
