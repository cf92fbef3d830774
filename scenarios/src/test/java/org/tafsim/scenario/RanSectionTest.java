package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.CardShare;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.Isolation;
import org.tafsim.model.L1Demand;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanControl;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.scenario.catalog.Catalog;

class RanSectionTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Catalog CATALOG = Catalog.shipped();

    @Test
    void cellsOfTheUsualCarrierAndDayShareTheOnlyCardSideBySideWhereNothingElseIsSaid() {
        RanSpec ran = with("{sites: edge, cells: 2}").get(0);

        RanLoad day = new RanLoad.Diurnal(RanLoad.Diurnal.TWO_HUMPS, 0, new RanBurst.None());
        assertThat(ran)
                .isEqualTo(new RanSpec(
                        "edge",
                        List.of(cell("cell-1", day), cell("cell-2", day)),
                        demand("GH200"),
                        500_000,
                        new RanSharing.Mps(10, RanInterference.SIDE_BY_SIDE),
                        Isolation.BARE_METAL,
                        0,
                        new RanControl(SECOND, 1e-5, new HarvestSpec("follow", Map.of(), 10 * SECOND)),
                        List.of("edge/llama-3.1-8b/1")));
    }

    @Test
    void aBusyHourScalesTheUsualDay() {
        List<Double> hours = ((RanLoad.Diurnal) loadOf("load: {peak: 26 %, startHour: 6}")).hourlyLoads();

        for (int hour = 0; hour < hours.size(); hour++) {
            assertThat(hours.get(hour)).isCloseTo(RanLoad.Diurnal.TWO_HUMPS.get(hour) / 2, within(1e-15));
        }
    }

    @Test
    void oneNumberIsALoadForAlways() {
        assertThat(loadOf("load: 30 %"))
                .isEqualTo(new RanLoad.Diurnal(Collections.nCopies(24, 0.3), 0, new RanBurst.None()));
    }

    @Test
    void instancesHaveTheSharesOfTheCardsGeometry() {
        RanSharing sharing = with("{sites: edge, cells: 2, sharing: {mode: fixed-slices, ran: 3g.48gb, ai: 4g.48gb}}")
                .get(0)
                .sharing();

        MigGeometry card =
                Optional.ofNullable(CATALOG.migGeometries().get("GH200")).orElseThrow();
        assertThat(sharing)
                .isEqualTo(new RanSharing.FixedSlice(RanSharing.Slice.of(
                        card,
                        card.find("3g.48gb").orElseThrow(),
                        card.find("4g.48gb").orElseThrow())));
        RanSharing.Slice slice = ((RanSharing.FixedSlice) sharing).slice();
        assertThat(slice.ai().map(CardShare::link)).contains(0.0);
    }

    @Test
    void aPoolTakesTheFirstReplicaOfEachOfItsCards() {
        RanSpec ran = with("{sites: edge, cells: 2, sharing: {mode: pool, cards: 2, migration: 1 min}}", 3)
                .get(0);

        assertThat(ran.sharing()).isEqualTo(new RanSharing.Pooled(2, 0.8, 0.1, 60 * SECOND));
        assertThat(ran.replicaIds()).containsExactly("edge/llama-3.1-8b/1", "edge/llama-3.1-8b/2");
    }

    @ParameterizedTest
    @CsvSource({"llama-3.1-8b, edge/llama-3.1-8b/1", "edge/llama-3.1-8b/2, edge/llama-3.1-8b/2"})
    void whatSharesTheCardIsNamedByModelOrById(String name, String id) {
        RanSpec ran =
                with("{sites: edge, cells: 2, replicas: %s}".formatted(name), 3).get(0);

        assertThat(ran.replicaIds()).containsExactly(id);
    }

    @Test
    void nothingOfTheScenarioNeedShareTheCard() {
        assertThat(with("{sites: edge, cells: 2, replicas: []}").get(0).replicaIds())
                .isEmpty();
    }

    @Test
    void anOrchestratorDecidesNoMoreOftenThanSharesAreLookedAt() {
        RanControl control =
                with("{sites: edge, cells: 2, interval: 30 s}").get(0).control();

        assertThat(control.harvest().periodNanos()).isEqualTo(30 * SECOND);
    }

    @Test
    void parametersThatAHarvestPolicyDoesNotTakeAreRefused() {
        ScenarioReader reader = new ScenarioReader(KnownPolicies.of(PolicyTypes.of(List.of(new Fixed()))));
        String text = text("{sites: edge, cells: 2, harvest: {policy: fixed, parameters: {shar: 3}}}", 1)
                .replace("[nearest]", "[]");

        assertThat(problems(reader, text)).contains("the policy fixed has no parameter 'shar'. Maybe 'share'?");
    }

    @Test
    void aScenarioWithoutRanSaysNothingOfIt() {
        assertThat(Readers.read(Readers.valid()).ran()).isEmpty();
        assertThat(ResolvedScenarioWriter.yaml(Readers.read(Readers.valid()))).doesNotContain("ran:", "layer1:");
    }

    /** What the catalog has is what follows from the numbers of cells in its sources. */
    @Test
    void theCatalogsCardsServeTheCellsThatTheirMakerStates() {
        double slot = 0.5e-3;
        L1Demand derived = L1Demand.ofCapacity("A100-80-PCIe", slot, 4, 252 * 4, 8, 132 * 2, "");

        isAbout(demand("A100-80-PCIe"), derived);
        isAbout(demand("A100X"), derived.fasterBy(2, "A100X", ""));
        isAbout(demand("GH200"), derived.fasterBy(derived.downlinkSeconds(270 * 4) * 20 / slot, "GH200", ""));
    }

    private static void isAbout(L1Demand stated, L1Demand derived) {
        assertThat(stated.fixedSeconds() / derived.fixedSeconds()).isCloseTo(1, within(1e-6));
        assertThat(stated.downlinkSeconds() / derived.downlinkSeconds()).isCloseTo(1, within(1e-6));
        assertThat(stated.uplinkSeconds() / derived.uplinkSeconds()).isCloseTo(1, within(1e-6));
        assertThat(stated.grants()).isEqualTo(derived.grants());
    }

    private static String problems(ScenarioReader reader, String text) {
        return assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> reader.read("test.yaml", text, List.of(), Readers.RESOURCES))
                .actual()
                .problems()
                .toString();
    }

    private static L1Demand demand(String card) {
        return Optional.ofNullable(CATALOG.layer1().get(card)).orElseThrow();
    }

    private static CellSpec cell(String id, RanLoad load) {
        return new CellSpec(id, List.of(Carrier.MID_BAND_4T4R), CellSpec.USUAL_DOWNLINK_SLOTS, load);
    }

    private static RanLoad loadOf(String load) {
        return with("{sites: edge, cells: 1, %s}".formatted(load))
                .get(0)
                .cells()
                .get(0)
                .load();
    }

    private static List<RanSpec> with(String entry) {
        return with(entry, 1);
    }

    private static List<RanSpec> with(String entry, int cards) {
        return Readers.read(text(entry, cards)).ran();
    }

    private static String text(String entry, int cards) {
        return Readers.valid()
                .replace("{L4: 2}", "{GH200: %d}".formatted(cards))
                .replace("replicas: 2", "replicas: %d".formatted(cards))
                .replace("populations:\n", "ran: [%s]\npopulations:\n".formatted(entry));
    }

    /** What a third party might ship. */
    private static final class Fixed implements HarvestPolicyType {
        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public String rule() {
            return "Always the same.";
        }

        @Override
        public String source() {
            return "test";
        }

        @Override
        public List<String> parameterNames() {
            return List.of("share");
        }

        @Override
        public HarvestPolicy create(PolicyContext context) {
            return view -> 0.5;
        }
    }
}
