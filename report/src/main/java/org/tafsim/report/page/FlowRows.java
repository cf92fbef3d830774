package org.tafsim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code flows.csv} says, as means over all replications: a flow that one of them lacks is none there. */
final class FlowRows {

    /** More cannot be told apart. */
    private static final int MOST = 4_000;

    private static final int DECIMALS = 6;

    private FlowRows() {}

    private record Key(int policy, String stage, String data, String from, String to, boolean isOutside) {}

    /** Rows of policy, stage, data, from, to, outside and gigabytes. */
    static List<List<Object>> read(FolderFiles files, Names policies) {
        Map<Key, BigDecimal> sums = new LinkedHashMap<>();
        Map<Integer, Set<String>> replications = new LinkedHashMap<>();
        files.rows(
                "flows.csv",
                List.of("policy", "replication", "stage", "data", "from_country", "to_country", "outside", "gb"),
                "flows of data are left out",
                row -> {
                    int policy = policies.indexOf(row.getField("policy"));
                    Key key = new Key(
                            policy,
                            row.getField("stage"),
                            row.getField("data"),
                            row.getField("from_country"),
                            row.getField("to_country"),
                            !row.getField("outside").equals("false"));
                    sums.merge(key, Numbers.of(row.getField("gb")), BigDecimal::add);
                    replications
                            .computeIfAbsent(policy, added -> new HashSet<>())
                            .add(row.getField("replication"));
                });
        List<List<Object>> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(List.of(
                key.policy(),
                key.stage(),
                key.data(),
                key.from(),
                key.to(),
                key.isOutside(),
                mean(sum, replications.getOrDefault(key.policy(), Set.of()).size()))));
        if (rows.size() > MOST) {
            files.notices()
                    .inform("Of %d flows the %d largest are shown; flows.csv has each.".formatted(rows.size(), MOST));
            rows.sort(Comparator.comparing(row -> ((BigDecimal) row.get(6)).negate()));
            return List.copyOf(rows.subList(0, MOST));
        }
        return rows;
    }

    private static BigDecimal mean(BigDecimal sum, int count) {
        return Numbers.of(sum.divide(BigDecimal.valueOf(Math.max(1, count)), DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString());
    }
}
