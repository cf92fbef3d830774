package org.tafsim.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of results: the rows of all files of one name, with the id of their run or sweep. */
enum ResultView {
    SUMMARY("policy scope metric unit", "mean half_width", "n"),
    REPLICATIONS("policy scope metric unit", "value", "replication"),
    DIFFERENCES("policy baseline scope metric unit", "mean_difference half_width adjusted_p_value", "n"),
    SERIES("policy entity metric", "t_s value", "replication"),
    CDF("policy scope metric", "probability value_ms", ""),
    REQUESTS(
            "policy app population replica outcome",
            "arrival_s reached_replica_s admitted_s first_token_s end_s",
            "replication sequence prompt_tokens output_tokens broken_rules"),
    POINTS("", "", "");

    private final String texts;
    private final String numbers;
    private final String counts;

    ResultView(String texts, String numbers, String counts) {
        this.texts = texts;
        this.numbers = numbers;
        this.counts = counts;
    }

    /** Types of its columns, by name. */
    private Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("id", "VARCHAR");
        types.put("point", "BIGINT");
        names(texts).forEach(name -> types.put(name, "VARCHAR"));
        names(numbers).forEach(name -> types.put(name, "DOUBLE"));
        names(counts).forEach(name -> types.put(name, "BIGINT"));
        if (this == REQUESTS) {
            types.put("measured", "BOOLEAN");
        }
        return types;
    }

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(" ")).filter(name -> !name.isEmpty());
    }

    /** As queries name it; its files are of that name, too. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Query without rows that has the columns whatever the files. */
    String nothing() {
        return types().entrySet().stream()
                .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /** Types of those columns of a CSV file that are known, as {@code read_csv} takes them. */
    String typesOf(List<String> header) {
        return types().entrySet().stream()
                .filter(column -> header.contains(column.getKey()))
                .map(column -> "%s: %s".formatted(DuckDb.literal(column.getKey()), DuckDb.literal(column.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Query for the rows of the only folder, in the order of their files; a run's have neither id nor point. */
    String exported(boolean isSweep) {
        return "SELECT * EXCLUDE (%s) FROM %s".formatted(isSweep ? "id" : "id, point", word());
    }
}
