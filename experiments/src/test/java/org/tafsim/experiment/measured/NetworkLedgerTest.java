package org.tafsim.experiment.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.scenario.catalog.Catalog;

/** Radio and transport beside measurements, as shipped: errors that must not grow. */
class NetworkLedgerTest {
    private static final Path DATA =
            Path.of(System.getProperty("tafsim.shared", "../../shared")).resolve("data");

    private static NetworkLedger ledger = new NetworkLedger(List.of(), List.of());

    @BeforeAll
    static void compareAll() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "The measurements are not there: " + DATA);
        ledger = NetworkLedger.of(DATA, Catalog.shipped());
        assertThat(ledger.missing()).isEmpty();
    }

    private static List<NetworkRow> rows(String table, String quantity) {
        return ledger.rows().stream()
                .filter(row -> row.table().equals(table) && row.quantity().startsWith(quantity))
                .toList();
    }

    @Test
    void fittedRadiosMeetTheMediansInAachenWithinATenth() {
        assertThat(rows("radio access", "p50"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(Math.abs(row.error().size())).isLessThan(10));
    }

    @Test
    void fittedRadiosMeetTheSlowestInTwentyInAachen() {
        assertThat(rows("radio access", "p95"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(Math.abs(row.error().size())).isLessThan(15));
    }

    @Test
    void roundTripsInEuropeAreMetWithinABar() {
        assertThat(rows("round trips", "median |error|"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.error().size()).isLessThan(2.5));
        assertThat(ledger.rows()).anyMatch(row -> row.name().equals("Azure, 56 pairs, nobel_eu"));
        assertThat(ledger.rows()).anyMatch(row -> row.name().equals("Azure, 132 pairs, europe_nosc"));
        assertThat(ledger.rows()).anyMatch(row -> row.name().startsWith("Azure, 156 pairs"));
        assertThat(ledger.rows()).anyMatch(row -> row.name().startsWith("IBM, 6 pairs"));
    }

    @Test
    void peakRatesAreTheStatedOnes() {
        assertThat(rows("peak rate", "rate"))
                .hasSize(10)
                .allSatisfy(row -> assertThat(Math.abs(row.error().size())).isLessThanOrEqualTo(0.5));
    }

    @Test
    void nothingIsOutsideItsBound() {
        assertThat(ledger.broken()).isEmpty();
    }

    @Test
    void anErrorOutsideItsBoundIsSaidToBe() {
        NetworkRow far = NetworkRow.relative("t", "n", "q", 10, 8.9, Optional.of(10.0));
        NetworkRow near = NetworkRow.relative("t", "n", "q", 10, 9.1, Optional.of(10.0));
        NetworkRow free = NetworkRow.relative("t", "n", "q", 10, 5, Optional.empty());

        assertThat(far.error().isBroken()).isTrue();
        assertThat(far.verdict()).isEqualTo("OUTSIDE");
        assertThat(near.verdict()).isEqualTo("within");
        assertThat(free.error().isBroken()).isFalse();
    }

    @Test
    void filesThatAreNotThereAreNamed(@TempDir Path folder) {
        NetworkLedger nothing = NetworkLedger.of(folder, Catalog.shipped());

        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.missing()).containsExactlyElementsOf(NetworkLedger.sources());
    }
}
