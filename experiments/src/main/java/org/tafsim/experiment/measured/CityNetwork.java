package org.tafsim.experiment.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Upf;
import org.tafsim.network.Network;

/** The modelled network between the cities of the tables of round trips: in each a user without radio delay, a UPF and a site. */
final class CityNetwork {

    /** As the tables call them; latitude and longitude (degrees) of their centres. */
    private static final Map<String, GeoPoint> CITIES = cities();

    private static final String OPERATOR = "operator";
    private static final String ACCESS = "instant";
    private static final String COUNTRY = "EU";
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final List<String> names;
    private final Network network;

    /** Of all cities. */
    CityNetwork(TransportSpec transport) {
        this(transport, List.copyOf(CITIES.keySet()));
    }

    /** Of the cities that lie no farther than this (m) from a node of a graph. */
    static CityNetwork near(TransportSpec.Graph graph, double meters) {
        List<String> near = new ArrayList<>();
        CITIES.forEach((city, place) -> {
            if (graph.nodes().stream().anyMatch(node -> node.location().distanceMeters(place) <= meters)) {
                near.add(city);
            }
        });
        return new CityNetwork(graph, near);
    }

    private CityNetwork(TransportSpec transport, List<String> names) {
        this.names = List.copyOf(names);
        network = new Network(
                Kernels.create(KernelKind.CALENDAR),
                scenario(transport, names),
                new RandomStreams(0, 0).keyed("network"),
                (token, leg) -> {});
    }

    private static Map<String, GeoPoint> cities() {
        Map<String, GeoPoint> cities = new LinkedHashMap<>();
        cities.put("Paris", new GeoPoint(48.857, 2.352));
        cities.put("Marseille", new GeoPoint(43.297, 5.370));
        cities.put("Berlin", new GeoPoint(52.520, 13.405));
        cities.put("Frankfurt", new GeoPoint(50.111, 8.682));
        cities.put("Dublin", new GeoPoint(53.350, -6.260));
        cities.put("Oslo", new GeoPoint(59.914, 10.752));
        cities.put("Stavanger", new GeoPoint(58.970, 5.733));
        cities.put("Gavle", new GeoPoint(60.675, 17.141));
        cities.put("Zurich", new GeoPoint(47.377, 8.542));
        cities.put("Geneva", new GeoPoint(46.204, 6.143));
        cities.put("London", new GeoPoint(51.507, -0.128));
        cities.put("Cardiff", new GeoPoint(51.482, -3.179));
        cities.put("Amsterdam", new GeoPoint(52.368, 4.904));
        cities.put("Madrid", new GeoPoint(40.417, -3.704));
        return cities;
    }

    /** Whether a city is known, and near enough to the network. */
    boolean knows(String city) {
        return names.contains(city);
    }

    /** Mean round trip between two cities (ms). */
    double roundTripMillis(String from, String to) {
        return MILLIS_PER_SECOND * network.meanRoundTripSeconds(names.indexOf(from), names.indexOf(to));
    }

    private static Scenario scenario(TransportSpec transport, List<String> names) {
        QuantileTable none = new QuantileTable(List.of(0.0, 1.0), List.of(0.0, 0.0));
        List<Site> sites = new ArrayList<>();
        List<Upf> upfs = new ArrayList<>();
        List<Population> populations = new ArrayList<>();
        Site.Custody custody = new Site.Custody(List.of(), List.of(), List.of(), List.of());
        names.forEach(city -> {
            GeoPoint place = Objects.requireNonNull(CITIES.get(city));
            sites.add(new Site(city, city, COUNTRY, place, Tier.CLOUD, OPERATOR, custody, 1e12));
            upfs.add(new Upf(city, city, COUNTRY, place, OPERATOR));
            populations.add(new Population(city, city, COUNTRY, place, 1, ACCESS, city));
        });
        return new Scenario(
                "round trips",
                "",
                new RunSpec(1, 1, 0, SECOND_NANOS, 0, SECOND_NANOS, 0),
                List.of(new Operator(OPERATOR, COUNTRY, List.of(COUNTRY))),
                List.of(),
                sites,
                upfs,
                List.of(new AccessProfile(ACCESS, none, none, 1e9, 1e9, "none")),
                populations,
                List.of(),
                List.of(),
                transport,
                SovereigntySpec.NONE,
                List.of());
    }
}
