package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.tafsim.engine.RunResult;
import org.tafsim.sovereignty.DataFlow;

/** Where the data of each country's subjects were: a field for each pair of countries, framed where that is outside the legal area. */
final class FlowsFigure {

    private static final int MOST_COUNTRIES = 10;
    private static final int MOST_PANELS = 4;
    private static final int FRAME_HEIGHT = 58;
    private static final String OTHERS = "rest";

    private final FigureData data;
    private final List<String> policies;

    /** By policy, then by pair: mean over replications (bytes). */
    private final Map<String, Map<Pair, Double>> bytes = new LinkedHashMap<>();

    /** What of that was outside the legal area, under all policies (bytes). */
    private final Map<Pair, Double> outside = new TreeMap<>();

    private final List<String> from;
    private final List<String> to;

    private FlowsFigure(FigureData data) {
        this.data = data;
        policies = data.drawn().subList(0, Math.min(MOST_PANELS, data.drawn().size()));
        List<Flow> flows = flows();
        from = largest(flows, Flow::from);
        to = largest(flows, Flow::to);
        for (Flow flow : flows) {
            Pair pair = new Pair(shown(flow.from(), from), shown(flow.to(), to));
            bytes.computeIfAbsent(flow.policy(), policy -> new TreeMap<>()).merge(pair, flow.bytes(), Double::sum);
            if (flow.isOutside()) {
                outside.merge(pair, flow.bytes(), Double::sum);
            }
        }
    }

    private record Pair(String from, String to) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::from).thenComparing(Pair::to);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /** So that the largest number has digits before its point. */
    private enum Unit {
        GB(1e9),
        MB(1e6),
        kB(1e3);

        private final double bytes;

        Unit(double bytes) {
            this.bytes = bytes;
        }

        static Unit of(double most) {
            return most >= GB.bytes ? GB : most >= MB.bytes ? MB : kB;
        }
    }

    private record Flow(String policy, String from, String to, boolean isOutside, double bytes) {}

    /** None where no data went anywhere. */
    static Optional<Figure> of(FigureData data) {
        FlowsFigure figure = new FlowsFigure(data);
        return figure.bytes.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
    }

    private List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (RunResult result : data.results()) {
            if (policies.contains(result.policy())) {
                for (DataFlow flow : result.flows()) {
                    double mean = flow.bytes() / data.replications();
                    if (mean > 0) {
                        flows.add(new Flow(
                                result.policy(), flow.fromCountry(), flow.toCountry(), flow.isOutside(), mean));
                    }
                }
            }
        }
        return flows;
    }

    /** Countries with the most bytes, by their codes; what is left out is one more. */
    private static List<String> largest(List<Flow> flows, Function<Flow, String> side) {
        Map<String, Double> sums = new TreeMap<>();
        flows.forEach(flow -> sums.merge(side.apply(flow), flow.bytes(), Double::sum));
        int most = sums.size() <= MOST_COUNTRIES ? MOST_COUNTRIES : MOST_COUNTRIES - 1;
        List<String> largest = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        List<String> ordered = new ArrayList<>(largest.stream().sorted().toList());
        if (sums.size() > largest.size()) {
            ordered.add(OTHERS);
        }
        return ordered;
    }

    private static String shown(String country, List<String> countries) {
        return countries.contains(country) ? country : OTHERS;
    }

    private Figure figure() {
        List<Double> all = bytes.values().stream()
                .flatMap(pairs -> pairs.values().stream())
                .toList();
        double least = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        Unit unit = Unit.of(most);
        Shades shades = Shades.logarithmic(least / unit.bytes, most / unit.bytes);
        HeatMap map = new HeatMap(to, "country where they were", from, "subjects of");
        bytes.forEach((policy, pairs) -> map.add(policy, cells(pairs, unit, shades)));
        String title = "Bytes by pair of countries";
        String subtitle = "%s: %s; %s%s"
                .formatted(
                        data.scenario(),
                        data.meanOf(),
                        outside.isEmpty() ? "none outside the legal area" : "framed: outside the legal area",
                        omission());
        JFreeChart chart = FigureStyle.chart(title, subtitle, map.plot(), false);
        chart.addSubtitle(shades.legend("carried, processed or kept (%s)".formatted(unit.name())));
        return new Figure(
                "flows-by-country",
                "Bytes of each country's subjects that were carried, processed or kept in each country, by policy, "
                        + data.scenario(),
                "%s, each byte once for every place; %s. %s".formatted(title, subtitle, found(unit)),
                FRAME_HEIGHT + map.height() + Shades.LEGEND_HEIGHT,
                chart);
    }

    private String omission() {
        int all = data.policies().size();
        return all > policies.size() ? "; %s of %s policies".formatted(policies.size(), all) : "";
    }

    private List<HeatMap.Cell> cells(Map<Pair, Double> pairs, Unit unit, Shades shades) {
        List<HeatMap.Cell> cells = new ArrayList<>();
        pairs.forEach((pair, value) -> cells.add(new HeatMap.Cell(
                to.indexOf(pair.to()),
                from.indexOf(pair.from()),
                shades.of(value / unit.bytes),
                HeatText.of(value / unit.bytes),
                outside.containsKey(pair))));
        return cells;
    }

    private String found(Unit unit) {
        double sum = outside.values().stream().mapToDouble(Double::doubleValue).sum();
        return outside.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> String.format(
                        Locale.ROOT,
                        "Outside the legal area: %s %s under all policies shown, most of it from %s in %s.",
                        HeatText.of(sum / unit.bytes),
                        unit.name(),
                        most.getKey().from(),
                        most.getKey().to()))
                .orElse("Nothing was outside the legal area.");
    }
}
