package org.tafsim.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of results: the rows of all files of one name, with the id of their run or sweep. */
enum ResultView {
    SUMMARY("policy scope metric unit", "mean half_width", "n"),
    DIFFERENCES("policy baseline scope metric unit", "mean_difference half_width", "n"),
    SERIES("policy entity metric", "t_s value", "replication"),
    CDF("policy scope metric", "probability value_ms", ""),
    REQUESTS(
            "policy app population replica outcome",
            "arrival_s reached_replica_s admitted_s first_token_s end_s",
            "replication sequence prompt_tokens output_tokens broken_rules"),
    POINTS("", "", "");

    private final Map<String, String> types = new LinkedHashMap<>();

    ResultView(String texts, String numbers, String counts) {
        types.put("id", "VARCHAR");
        types.put("point", "BIGINT");
        putAll(texts, "VARCHAR");
        putAll(numbers, "DOUBLE");
        putAll(counts, "BIGINT");
        if (texts.contains("outcome")) {
            types.put("measured", "BOOLEAN");
        }
    }

    private void putAll(String names, String type) {
        Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).forEach(name -> types.put(name, type));
    }

    /** As queries name it; its files are of that name, too. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Query without rows that has the columns whatever the files. */
    String nothing() {
        return types.entrySet().stream()
                .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /** Types of those columns of a CSV file that are known, as {@code read_csv} takes them. */
    String typesOf(List<String> header) {
        return types.entrySet().stream()
                .filter(column -> header.contains(column.getKey()))
                .map(column -> "%s: %s".formatted(DuckDb.literal(column.getKey()), DuckDb.literal(column.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Query for the rows of the only folder, in the order of their files; a run's have neither id nor point. */
    String exported(boolean isSweep) {
        return "SELECT * EXCLUDE (%s) FROM %s".formatted(isSweep ? "id" : "id, point", word());
    }
}
