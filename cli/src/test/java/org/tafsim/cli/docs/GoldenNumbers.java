package org.tafsim.cli.docs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Means of a golden run, as a text wants them. */
final class GoldenNumbers {

    private final Map<List<String>, Double> means = new HashMap<>();

    /** Of a {@code summary.csv}. */
    GoldenNumbers(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> means.put(
                    List.of(row.getField("policy"), row.getField("scope"), row.getField("metric")),
                    Double.valueOf(row.getField("mean"))));
        }
    }

    /**
     * The number that a place of the template names: {@code policy|scope|metric|form}. The form is a count of decimals, behind
     * {@code %} for a fraction in percent and behind {@code s} for milliseconds in seconds.
     */
    String text(String place) {
        String[] parts = place.split("\\|", -1);
        double mean = Optional.ofNullable(means.get(List.of(parts[0], parts[1], parts[2])))
                .orElseThrow(() -> new IllegalArgumentException("There is no " + place));
        int decimals = Integer.parseInt(parts[3].replaceAll("\\D", ""));
        double scale = parts[3].startsWith("%") ? 100 : parts[3].startsWith("s") ? 1e-3 : 1;
        BigDecimal rounded =
                BigDecimal.valueOf(mean).multiply(BigDecimal.valueOf(scale)).setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded) + (parts[3].startsWith("%") ? " %" : "");
    }
}
