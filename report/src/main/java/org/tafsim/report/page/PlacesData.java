package org.tafsim.report.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sites.csv} and {@code flows-over-time.csv} say: the frames of the map.
 *
 * @param t ends of intervals (s)
 * @param byPolicy in the order of policies
 */
record PlacesData(List<BigDecimal> t, List<OfPolicy> byPolicy) {

    private static final String SITES = "sites.csv";
    private static final String FLOWS = "flows-over-time.csv";

    /** Frames times sites times policies: beyond, there are fewer frames. */
    private static final int MOST_CELLS = 32_000;

    private static final int MOST_FRAMES = 120;
    private static final int FEWEST_FRAMES = 12;
    private static final int MOST_PAIRS = 60;
    private static final int DECIMALS = 3;

    /**
     * Of each site in the order of the scenario a value for each time.
     *
     * @param utilization share of accelerator time, mean of the interval
     * @param inFlight requests at its replicas
     * @param waiting those that wait
     * @param violations in the interval
     */
    record OfPolicy(
            List<List<@Nullable BigDecimal>> utilization,
            @JsonProperty("in_flight") List<List<@Nullable BigDecimal>> inFlight,
            List<List<@Nullable BigDecimal>> waiting,
            List<List<@Nullable BigDecimal>> violations,
            Flows flows) {}

    /** Gigabytes between pairs of countries, and whether they left the legal area. */
    record Flows(List<List<Object>> pairs, List<List<@Nullable BigDecimal>> gb) {}

    private record Line(int policy, int site, BigDecimal time, List<Double> values) {}

    private record Flow(int policy, Pair pair, BigDecimal time, double gb) {}

    private record Pair(String from, String to, boolean isOutside) {}

    static @Nullable PlacesData read(FolderFiles files, Names policies, List<Geography.Site> sites) {
        if (sites.isEmpty()) {
            return null;
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        sites.forEach(site -> places.put(site.id(), places.size()));
        NavigableSet<BigDecimal> times = new TreeSet<>();
        List<Line> lines = lines(files, policies, places, times);
        if (lines.isEmpty()) {
            return null;
        }
        List<Flow> flows = flows(files, policies, times);
        int count = policies.list().size();
        int most = Math.max(FEWEST_FRAMES, Math.min(MOST_FRAMES, MOST_CELLS / (sites.size() * count)));
        Grid grid = new Grid(times, most);
        if (grid.each() > 1) {
            files.notices()
                    .inform("The map has %d frames, each of %d intervals; sites.csv has all of them."
                            .formatted(grid.size(), grid.each()));
        }
        List<OfPolicy> byPolicy = new ArrayList<>();
        for (int policy = 0; policy < count; policy++) {
            byPolicy.add(ofPolicy(policy, lines, flows, sites.size(), grid, files.notices()));
        }
        return new PlacesData(grid.ends(), byPolicy);
    }

    private static List<Line> lines(
            FolderFiles files, Names policies, Map<String, Integer> places, NavigableSet<BigDecimal> times) {
        List<Line> lines = new ArrayList<>();
        List<String> measures = List.of("utilization_fraction", "in_flight", "waiting", "violations");
        List<String> columns = new ArrayList<>(List.of("policy", "t_s", "site"));
        columns.addAll(measures);
        files.rows(SITES, columns, "the map does not move", row -> {
            Integer site = places.get(row.getField("site"));
            if (site != null) {
                List<Double> values = measures.stream()
                        .map(measure -> Numbers.of(row.getField(measure)).doubleValue())
                        .toList();
                BigDecimal time = Numbers.of(row.getField("t_s"));
                times.add(time);
                lines.add(new Line(policies.indexOf(row.getField("policy")), site, time, values));
            }
        });
        return lines;
    }

    private static List<Flow> flows(FolderFiles files, Names policies, NavigableSet<BigDecimal> times) {
        List<Flow> flows = new ArrayList<>();
        files.rows(
                FLOWS,
                List.of("policy", "t_s", "from_country", "to_country", "outside", "gb"),
                "the map has no flows",
                row -> {
                    Pair pair = new Pair(
                            row.getField("from_country"),
                            row.getField("to_country"),
                            !row.getField("outside").equals("false"));
                    BigDecimal time = Numbers.of(row.getField("t_s"));
                    times.add(time);
                    flows.add(new Flow(
                            policies.indexOf(row.getField("policy")),
                            pair,
                            time,
                            Numbers.of(row.getField("gb")).doubleValue()));
                });
        return flows;
    }

    private static OfPolicy ofPolicy(
            int policy, List<Line> lines, List<Flow> flows, int sites, Grid grid, Notices notices) {
        List<MeanOfParts[]> parts = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            MeanOfParts[] ofSite = new MeanOfParts[4];
            for (int measure = 0; measure < ofSite.length; measure++) {
                ofSite[measure] = new MeanOfParts(grid.size());
            }
            parts.add(ofSite);
        }
        for (Line line : lines) {
            if (line.policy() == policy) {
                for (int measure = 0; measure < 4; measure++) {
                    parts.get(line.site())[measure].add(
                            grid.placeOf(line.time()), line.values().get(measure));
                }
            }
        }
        return new OfPolicy(
                frames(parts, 0, grid, false),
                frames(parts, 1, grid, false),
                frames(parts, 2, grid, false),
                frames(parts, 3, grid, true),
                flowsOf(policy, flows, grid, notices));
    }

    private static List<List<@Nullable BigDecimal>> frames(
            List<MeanOfParts[]> parts, int measure, Grid grid, boolean isSum) {
        List<List<@Nullable BigDecimal>> frames = new ArrayList<>();
        parts.forEach(ofSite -> frames.add(line(ofSite[measure], grid, isSum && !ofSite[measure].isEmpty(), DECIMALS)));
        return frames;
    }

    private static List<@Nullable BigDecimal> line(MeanOfParts values, Grid grid, boolean isSum, int decimals) {
        List<@Nullable BigDecimal> line = new ArrayList<>();
        for (int place = 0; place < grid.size(); place++) {
            line.add(Numbers.drawn(isSum ? values.sum(place) : values.mean(place), decimals));
        }
        return line;
    }

    private static Flows flowsOf(int policy, List<Flow> flows, Grid grid, Notices notices) {
        Map<Pair, MeanOfParts> byPair = new LinkedHashMap<>();
        Map<Pair, Double> totals = new LinkedHashMap<>();
        for (Flow flow : flows) {
            if (flow.policy() == policy) {
                byPair.computeIfAbsent(flow.pair(), added -> new MeanOfParts(grid.size()))
                        .add(grid.placeOf(flow.time()), flow.gb());
                totals.merge(flow.pair(), flow.gb(), Double::sum);
            }
        }
        List<Pair> shown = new ArrayList<>(byPair.keySet());
        if (shown.size() > MOST_PAIRS) {
            notices.inform("The map shows the %d largest flows of a policy; flows-over-time.csv has each."
                    .formatted(MOST_PAIRS));
            shown.sort(Comparator.comparing((Pair pair) -> -totals.getOrDefault(pair, 0.0)));
            shown = shown.subList(0, MOST_PAIRS);
        }
        List<List<@Nullable BigDecimal>> gb = new ArrayList<>();
        for (Pair pair : shown) {
            gb.add(line(byPair.getOrDefault(pair, new MeanOfParts(grid.size())), grid, true, 6));
        }
        List<List<Object>> pairs = shown.stream()
                .map(pair -> List.<Object>of(pair.from(), pair.to(), pair.isOutside()))
                .toList();
        return new Flows(pairs, gb);
    }
}
