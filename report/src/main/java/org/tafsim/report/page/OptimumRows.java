package org.tafsim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code optimum.csv} says, as means over replications. */
final class OptimumRows {

    private static final String FILE = "optimum.csv";
    private static final List<String> NUMBERS = List.of("value", "bound", "gap");
    private static final int DECIMALS = 6;

    private OptimumRows() {}

    private record Key(int policy, String metric, String unit) {}

    /** Rows of policy, metric, unit, value, bound and gap; nothing where nobody asked for it. */
    static @Nullable List<List<Object>> read(FolderFiles files, Names policies) {
        if (!files.has(FILE)) {
            return null;
        }
        Map<Key, List<BigDecimal[]>> values = new LinkedHashMap<>();
        files.rows(
                FILE,
                List.of("policy", "metric", "unit", "replication", "value", "bound", "gap"),
                "bounds are left out",
                row -> {
                    Key key = new Key(
                            policies.indexOf(row.getField("policy")), row.getField("metric"), row.getField("unit"));
                    BigDecimal[] numbers = NUMBERS.stream()
                            .map(column -> Numbers.of(row.getField(column)))
                            .toArray(BigDecimal[]::new);
                    values.computeIfAbsent(key, added -> new ArrayList<>()).add(numbers);
                });
        List<List<Object>> rows = new ArrayList<>();
        values.forEach((key, numbers) -> rows.add(
                List.of(key.policy(), key.metric(), key.unit(), mean(numbers, 0), mean(numbers, 1), mean(numbers, 2))));
        return rows.isEmpty() ? null : rows;
    }

    private static BigDecimal mean(List<BigDecimal[]> numbers, int column) {
        BigDecimal sum = numbers.stream().map(row -> row[column]).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Numbers.of(sum.divide(BigDecimal.valueOf(numbers.size()), DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString());
    }
}
