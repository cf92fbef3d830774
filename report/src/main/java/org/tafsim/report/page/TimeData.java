package org.tafsim.report.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.stats.Tally;

/**
 * What {@code series.csv} says, as means over replications.
 *
 * @param t ends of intervals (s)
 * @param warmupSeconds that is not measured
 * @param byPolicy in the order of policies
 */
record TimeData(
        List<BigDecimal> t,
        @JsonProperty("warmup_s") @Nullable BigDecimal warmupSeconds,
        List<OfPolicy> byPolicy) {

    private static final String FILE = "series.csv";
    private static final int MOST_POINTS = 240;

    /** Points of all lines together: beyond, each has fewer. */
    private static final int MOST_NUMBERS = 40_000;

    private static final int FEWEST_POINTS = 40;

    /**
     * Lines of a policy by entity and metric.
     *
     * @param half half-widths of the intervals of the means; nothing where there is one replication
     */
    record OfPolicy(
            Map<String, Map<String, List<@Nullable BigDecimal>>> entities,
            @Nullable Map<String, Map<String, List<@Nullable BigDecimal>>> half) {}

    private record Key(int policy, String entity, String metric) {}

    private record Sample(BigDecimal time, double value) {}

    static @Nullable TimeData read(FolderFiles files, Names policies, Optional<BigDecimal> warmupSeconds) {
        if (!files.has(FILE) && files.has("series.parquet")) {
            files.notices().inform("The series are in Parquet, which a report does not read: they are left out.");
            return null;
        }
        Map<Key, Map<String, List<Sample>>> lines = new LinkedHashMap<>();
        NavigableSet<BigDecimal> times = new TreeSet<>();
        files.rows(
                FILE,
                List.of("policy", "replication", "t_s", "entity", "metric", "value"),
                "utilization over time is left out",
                row -> {
                    BigDecimal time = Numbers.of(row.getField("t_s"));
                    Key key = new Key(
                            policies.indexOf(row.getField("policy")), row.getField("entity"), row.getField("metric"));
                    double value = Numbers.of(row.getField("value")).doubleValue();
                    times.add(time);
                    lines.computeIfAbsent(key, added -> new TreeMap<>())
                            .computeIfAbsent(row.getField("replication"), added -> new ArrayList<>())
                            .add(new Sample(time, value));
                });
        if (lines.isEmpty()) {
            return null;
        }
        int most = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, MOST_NUMBERS / lines.size()));
        Grid grid = new Grid(times, most);
        if (grid.each() > 1) {
            files.notices()
                    .inform("Lines over time show means of %d intervals; series.csv has each.".formatted(grid.each()));
        }
        return new TimeData(
                grid.ends(),
                warmupSeconds.orElse(null),
                byPolicy(lines, grid, policies.list().size()));
    }

    private static List<OfPolicy> byPolicy(Map<Key, Map<String, List<Sample>>> lines, Grid grid, int policies) {
        List<OfPolicy> all = new ArrayList<>();
        boolean hasWidths = lines.values().stream().anyMatch(replications -> replications.size() > 1);
        for (int i = 0; i < policies; i++) {
            all.add(new OfPolicy(new LinkedHashMap<>(), hasWidths ? new LinkedHashMap<>() : null));
        }
        StudentWidths widths = new StudentWidths(SummaryTable.CONFIDENCE);
        lines.forEach((key, replications) -> {
            List<Tally> tallies = tallies(replications, grid);
            OfPolicy policy = all.get(key.policy());
            put(policy.entities(), key, tallies, tally -> tally.count() == 0 ? Double.NaN : tally.mean());
            if (policy.half() != null) {
                put(policy.half(), key, tallies, widths::of);
            }
        });
        return all;
    }

    /** One value of each replication on each place. */
    private static List<Tally> tallies(Map<String, List<Sample>> replications, Grid grid) {
        List<Tally> tallies = new ArrayList<>();
        for (int place = 0; place < grid.size(); place++) {
            tallies.add(new Tally());
        }
        replications.values().forEach(samples -> {
            MeanOfParts means = new MeanOfParts(grid.size());
            samples.forEach(sample -> means.add(grid.placeOf(sample.time()), sample.value()));
            for (int place = 0; place < grid.size(); place++) {
                if (!Double.isNaN(means.mean(place))) {
                    tallies.get(place).record(means.mean(place));
                }
            }
        });
        return tallies;
    }

    private static void put(
            Map<String, Map<String, List<@Nullable BigDecimal>>> entities,
            Key key,
            List<Tally> tallies,
            ToDoubleFunction<Tally> value) {
        List<@Nullable BigDecimal> line = new ArrayList<>();
        tallies.forEach(tally -> line.add(Numbers.drawn(value.applyAsDouble(tally))));
        entities.computeIfAbsent(key.entity(), added -> new LinkedHashMap<>()).put(key.metric(), line);
    }
}
