package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;

/**
 * Where things of a scenario are.
 *
 * @param sites in its order
 * @param populations in its order
 * @param links of the transport graph; none where distances alone count
 */
record Geography(List<Site> sites, List<Population> populations, List<Link> links) {

    private static final double[] STEPS = {1e9, 1e6, 1e3};
    private static final String[] UNITS = {"Gbit/s", "Mbit/s", "kbit/s"};

    /**
     * A place with accelerators.
     *
     * @param accelerators e.g. {@code 4 × L40S}; those of its replicas
     * @param models ids that it serves
     */
    record Site(
            String id,
            String city,
            String country,
            double lat,
            double lon,
            String tier,
            String operator,
            List<String> controlledFrom,
            String accelerators,
            List<String> models) {}

    /** Users of one place. */
    record Population(String id, String city, String country, double lat, double lon) {}

    /** A link, both ways. */
    record Link(MapPoint from, MapPoint to, String label) {}

    static Geography of(ScenarioTree scenario) {
        Map<String, List<String>> control = new LinkedHashMap<>();
        scenario.items("operators")
                .forEach(operator -> control.put(operator.text("id"), operator.texts("controlledFrom")));
        Map<String, Map<String, Integer>> cards = cards(scenario);
        Map<String, Set<String>> models = models(scenario);
        List<Site> sites = new ArrayList<>();
        for (ScenarioTree site : scenario.items("sites")) {
            String id = site.text("id");
            MapPoint.of(site, id)
                    .ifPresent(place -> sites.add(new Site(
                            id,
                            site.text("city"),
                            site.text("country"),
                            place.lat(),
                            place.lon(),
                            site.text("tier"),
                            site.text("operator"),
                            control.getOrDefault(site.text("operator"), List.of()),
                            text(cards.getOrDefault(id, Map.of())),
                            List.copyOf(models.getOrDefault(id, Set.of())))));
        }
        return new Geography(List.copyOf(sites), populations(scenario), links(scenario));
    }

    /** All points, for the cut of the map. */
    Stream<MapPoint> places() {
        return Stream.of(
                        sites.stream().map(site -> new MapPoint(site.lat(), site.lon(), site.id())),
                        populations.stream().map(users -> new MapPoint(users.lat(), users.lon(), users.id())),
                        links.stream().flatMap(link -> Stream.of(link.from(), link.to())))
                .flatMap(places -> places);
    }

    private static List<Population> populations(ScenarioTree scenario) {
        List<Population> populations = new ArrayList<>();
        for (ScenarioTree users : scenario.items("populations")) {
            MapPoint.of(users, users.text("id"))
                    .ifPresent(place -> populations.add(new Population(
                            users.text("id"), users.text("city"), users.text("country"), place.lat(), place.lon())));
        }
        return List.copyOf(populations);
    }

    /** Cards of replicas by site; those that share some on demand count with what they share. */
    private static Map<String, Map<String, Integer>> cards(ScenarioTree scenario) {
        Map<String, Map<String, Integer>> cards = new LinkedHashMap<>();
        Map<String, List<String>> onDemand = new LinkedHashMap<>();
        for (ScenarioTree site : scenario.items("sites")) {
            onDemand.put(site.text("id"), site.texts("onDemand", "models"));
            site.fields("onDemand", "cards")
                    .forEach(card ->
                            add(cards, site.text("id"), card.key(), site.text("onDemand", "cards", card.key())));
        }
        for (ScenarioTree replica : scenario.items("replicas")) {
            String site = replica.text("site");
            if (!onDemand.getOrDefault(site, List.of()).contains(replica.text("model"))) {
                int each = count(replica.text("tensorParallel")) * count(replica.text("pipelineParallel"));
                add(cards, site, replica.text("accelerator"), Integer.toString(each));
            }
        }
        return cards;
    }

    private static void add(Map<String, Map<String, Integer>> cards, String site, String card, String count) {
        cards.computeIfAbsent(site, added -> new LinkedHashMap<>()).merge(card, count(count), Integer::sum);
    }

    /** A small number; 1 where nothing is stated. */
    private static int count(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 1;
    }

    private static String text(Map<String, Integer> cards) {
        return String.join(
                ", ",
                cards.entrySet().stream()
                        .map(card -> "%d × %s".formatted(card.getValue(), card.getKey()))
                        .toList());
    }

    private static Map<String, Set<String>> models(ScenarioTree scenario) {
        Map<String, Set<String>> models = new LinkedHashMap<>();
        for (ScenarioTree replica : scenario.items("replicas")) {
            models.computeIfAbsent(replica.text("site"), added -> new LinkedHashSet<>())
                    .add(replica.text("model"));
        }
        return models;
    }

    private static List<Link> links(ScenarioTree scenario) {
        Map<String, MapPoint> nodes = new LinkedHashMap<>();
        scenario.items("transport", "nodes")
                .forEach(node -> MapPoint.of(node, node.text("id")).ifPresent(place -> nodes.put(place.name(), place)));
        List<Link> links = new ArrayList<>();
        for (ScenarioTree link : scenario.items("transport", "links")) {
            MapPoint from = nodes.get(link.text("from"));
            MapPoint to = nodes.get(link.text("to"));
            if (from != null && to != null) {
                links.add(new Link(from, to, rate(link.text("capacity"))));
            }
        }
        return List.copyOf(links);
    }

    /** A data rate as people say it; as it stands where it is none. */
    private static String rate(String text) {
        try {
            double bits = Quantities.DATA_RATE.parse(text);
            for (int i = 0; i < STEPS.length; i++) {
                if (bits >= STEPS[i]) {
                    return "%s %s".formatted(Numbers.drawn(bits / STEPS[i], 2), UNITS[i]);
                }
            }
            return text;
        } catch (Format.Refused e) {
            return text;
        }
    }
}
