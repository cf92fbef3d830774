package org.tafsim.experiment.measured;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.SlottedDelay;
import org.tafsim.radio.DelayDistribution;
import org.tafsim.radio.SlottedRadio;
import org.tafsim.scenario.catalog.Catalog;

/** One-way delays of two networks in Aachen (DETERMINISTIC6G), and those of the catalog's radios that were fitted to them. */
final class AccessRows {
    static final String FILE = "measured-5g/measured-quantiles.csv";

    private static final String SOURCE = "DETERMINISTIC6G";
    private static final double MEDIAN_BOUND_PERCENT = 10;
    private static final double P95_BOUND_PERCENT = 15;

    /** By the source's word for a case. */
    private static final Map<String, Case> CASES = cases();

    private record Case(String access, boolean isUp) {}

    private record Quantile(String column, double share, Optional<Double> boundPercent) {}

    private static final List<Quantile> QUANTILES = List.of(
            new Quantile("p5", 0.05, Optional.empty()),
            new Quantile("p50", 0.5, Optional.of(MEDIAN_BOUND_PERCENT)),
            new Quantile("p95", 0.95, Optional.of(P95_BOUND_PERCENT)),
            new Quantile("p99", 0.99, Optional.empty()));

    private static final List<String> WORDS = List.of("source", "case");
    private static final List<String> COLUMNS =
            QUANTILES.stream().map(Quantile::column).toList();

    private AccessRows() {}

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("2a midband UL OWD", new Case("slotted-sa-private", true));
        cases.put("2a midband 3.7GHz 100MHz SA DL OWD", new Case("slotted-sa-private", false));
        cases.put("3a URLLC 28GHz UL", new Case("slotted-urllc", true));
        cases.put("3a URLLC 28GHz DL", new Case("slotted-urllc", false));
        return cases;
    }

    static List<NetworkRow> read(Path file, Catalog catalog) {
        List<NetworkRow> rows = new ArrayList<>();
        for (NamedCsvRecord row : CheckedTable.read(file, WORDS, COLUMNS, AccessRows::isOfUse)) {
            rows.addAll(compare(row, Objects.requireNonNull(CASES.get(row.getField("case"))), catalog));
        }
        return rows;
    }

    private static boolean isOfUse(NamedCsvRecord row) {
        return row.findField("source").orElse("").equals(SOURCE)
                && CASES.containsKey(row.findField("case").orElse(""));
    }

    private static List<NetworkRow> compare(NamedCsvRecord row, Case known, Catalog catalog) {
        DelayDistribution delays = delays(known, catalog);
        String name = "%s, %s".formatted(known.access(), known.isUp() ? "up" : "down");
        return QUANTILES.stream()
                .map(quantile -> NetworkRow.relative(
                        "radio access",
                        name,
                        quantile.column() + ", ms",
                        Sources.number(row, quantile.column()),
                        delays.quantileMillis(quantile.share()),
                        quantile.boundPercent()))
                .toList();
    }

    private static DelayDistribution delays(Case known, Catalog catalog) {
        AccessProfile access = catalog.accesses().get(known.access());
        if (access != null && access.delay() instanceof SlottedDelay slots) {
            SlottedRadio radio = new SlottedRadio(slots);
            return known.isUp() ? radio.uplinkDelays() : radio.downlinkDelays();
        }
        throw new IllegalStateException("The access %s of the catalog must have slots.".formatted(known.access()));
    }
}
