package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.AssetKind;
import org.tafsim.model.CutOff;
import org.tafsim.model.Regime;
import org.tafsim.testing.SeedSource;

/**
 * LAW-4: the ledger of data keeps sums, and yet says what following every single request would say, whatever changes in the
 * meantime: flows, bytes that broke rules, integrals over time, bytes out of reach. {@link PlainBooks} follow every request.
 */
class DataLawsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 80)
    void everyByteIsInTheFlowsOnceForEveryPlaceItWasAt(long seed) {
        PlainBooks books = new PlainBooks(seed);

        Map<String, Double> flows = new TreeMap<>();
        for (DataFlow flow : new DataReport(books.ledger(), books.scenario()).flows()) {
            assertThat(flow.isOutside())
                    .isEqualTo(!LegalArea.of(flow.fromCountry()).contains(flow.toCountry()));
            flows.put(key(flow), flow.bytes());
        }

        assertSame(flows, books.flows());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 80)
    void bytesThatBrokeARuleAreThoseOfTheRequestsThatBrokeIt(long seed) {
        PlainBooks books = new PlainBooks(seed);

        Map<String, Double> broken = new TreeMap<>();
        new DataReport(books.ledger(), books.scenario()).brokenBytes().forEach((rule, byStage) -> {
            double bytes =
                    byStage.values().stream().mapToDouble(Double::doubleValue).sum();
            if (bytes > 0) {
                broken.put(rule, bytes);
            }
        });

        assertSame(broken, books.brokenBytes());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 120)
    void exposureIsTheIntegralOverEveryRequestsData(long seed) {
        PlainBooks books = new PlainBooks(seed);
        ExposureReport report = new ExposureReport(books.ledger(), books.scenario());

        Map<String, Double> denied = new TreeMap<>();
        Map<String, Double> unknown = new TreeMap<>();
        for (Map.Entry<AssetKind, Exposure> of : report.byKind().entrySet()) {
            denied.put(of.getKey().word(), of.getValue().deniedByteSeconds());
            unknown.put(of.getKey().word(), of.getValue().unknownByteSeconds());
        }

        assertSame(denied, books.exposure(Verdict.DENY));
        assertSame(unknown, books.exposure(Verdict.UNKNOWN));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 80)
    void whatARegimeReachesAndWhatACutOffTakesAreThoseOfEveryRequest(long seed) {
        PlainBooks books = new PlainBooks(seed);
        ExposureReport report = new ExposureReport(books.ledger(), books.scenario());

        for (Regime regime : books.scenario().sovereignty().regimes()) {
            assertThat(report.compelledByteSeconds(regime.id()))
                    .as("reach of %s", regime.id())
                    .isCloseTo(books.compelled(regime.id()), within(1e-3));
        }
        for (CutOff cutOff : books.scenario().sovereignty().cutOffs()) {
            assertThat(report.bytesOutOfReach(cutOff))
                    .as("%s", cutOff)
                    .isCloseTo(books.outOfReach(cutOff), within(1e-3));
        }
    }

    private static String key(DataFlow flow) {
        return PlainBooks.key(flow.stage(), flow.data(), flow.fromCountry(), flow.toCountry());
    }

    /** Equal up to rounding, where what is not there is 0. */
    private static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
        Map<String, Double> all = new TreeMap<>(actual);
        all.putAll(expected);
        for (String key : all.keySet()) {
            assertThat(actual.getOrDefault(key, 0.0)).as(key).isCloseTo(expected.getOrDefault(key, 0.0), within(1e-3));
        }
    }
}
