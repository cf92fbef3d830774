package org.tafsim.experiment.measured;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Round trips between cloud regions in Europe. */
final class RoundTripRows {
    static final String AZURE = "cloud-rtt/azure-europe-p50-2023-07.csv";
    static final String IBM = "cloud-rtt/ibm-vpc-europe-avg-2026-08.csv";

    private static final double MEDIAN_BOUND_MILLIS = 2.5;
    private static final double LARGEST_BOUND_MILLIS_OF_IBM = 3;

    private RoundTripRows() {}

    /**
     * Azure's medians of July 2023.
     *
     * @param transport what the network is called in the table
     */
    static List<NetworkRow> azure(Path file, String transport, CityNetwork network) {
        double[] errors = errors(file, "from_city", "to_city", "rtt_p50_ms", network);
        return rows(
                errors.length,
                row("Azure", transport, errors, "median |error|", 0.5, Optional.of(MEDIAN_BOUND_MILLIS)),
                row("Azure", transport, errors, "p95 |error|", 0.95, Optional.empty()),
                row("Azure", transport, errors, "largest |error|", 1, Optional.empty()));
    }

    /** IBM's means of August 2026. */
    static List<NetworkRow> ibm(Path file, String transport, CityNetwork network) {
        double[] errors = errors(file, "from", "to", "rtt_avg_ms", network);
        return rows(
                errors.length,
                row("IBM", transport, errors, "median |error|", 0.5, Optional.of(MEDIAN_BOUND_MILLIS)),
                row("IBM", transport, errors, "largest |error|", 1, Optional.of(LARGEST_BOUND_MILLIS_OF_IBM)));
    }

    /** None where no pair is known. */
    private static List<NetworkRow> rows(int pairs, NetworkRow... rows) {
        return pairs == 0 ? List.of() : List.of(rows);
    }

    /** Sizes, sorted (ms); pairs of a city that is not known, or of one city, are left out. */
    private static double[] errors(Path file, String from, String to, String millis, CityNetwork network) {
        return CheckedTable.read(
                        file,
                        List.of(from, to),
                        List.of(millis),
                        row -> isPair(
                                row.findField(from).orElse(""),
                                row.findField(to).orElse(""),
                                network))
                .stream()
                .mapToDouble(row -> Math.abs(error(row, from, to, millis, network)))
                .sorted()
                .toArray();
    }

    private static boolean isPair(String from, String to, CityNetwork network) {
        return network.knows(from) && network.knows(to) && !from.equals(to);
    }

    private static double error(NamedCsvRecord row, String from, String to, String millis, CityNetwork network) {
        return network.roundTripMillis(row.getField(from), row.getField(to)) - Sources.number(row, millis);
    }

    private static NetworkRow row(
            String source, String transport, double[] sorted, String quantity, double share, Optional<Double> bound) {
        String name = "%s, %d pairs, %s".formatted(source, sorted.length, transport);
        NetworkRow.Miss error = new NetworkRow.Miss(Errors.quantile(sorted, share), "ms", bound);
        return new NetworkRow("round trips", name, quantity, Optional.empty(), error);
    }
}
