package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.Country;
import org.tafsim.model.FeedForward;
import org.tafsim.model.L1Demand;
import org.tafsim.model.MeasuredDelay;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;
import org.tafsim.radio.SlottedRadio;
import org.tafsim.scenario.catalog.Assumed;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.catalog.CountryFacts;
import org.tafsim.scenario.catalog.CountrySet;
import org.tafsim.scenario.catalog.Tariffs;
import org.tafsim.scenario.source.Format;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.shipped();

    @Test
    void everyEntryHasASource() {
        assertThat(CATALOG.accelerators().values())
                .extracting(AcceleratorProfile::source)
                .noneMatch(String::isBlank);
        assertThat(CATALOG.models().values()).extracting(ModelProfile::source).noneMatch(String::isBlank);
        assertThat(CATALOG.engines().values()).extracting(StepConstants::source).noneMatch(String::isBlank);
        assertThat(CATALOG.layer1().values()).extracting(L1Demand::source).noneMatch(String::isBlank);
        assertThat(CATALOG.accesses().values())
                .extracting(AccessProfile::source)
                .noneMatch(String::isBlank);
        assertThat(CATALOG.countries().values())
                .extracting(CountryFacts::source)
                .noneMatch(String::isBlank);
        assertThat(CATALOG.cities().values()).extracting(City::source).noneMatch(String::isBlank);
        assertThat(CATALOG.countrySets().values())
                .extracting(CountrySet::source)
                .noneMatch(String::isBlank);
    }

    @Test
    void everyAcceleratorHasAPriceAndEveryTierItsOverheads() {
        Tariffs tariffs = CATALOG.tariffs();

        assertThat(tariffs.hours()).containsOnlyKeys(CATALOG.accelerators().keySet());
        assertThat(tariffs.hours().values()).extracting(Assumed::source).noneMatch(String::isBlank);
        assertThat(tariffs.assumptions().values()).extracting(Assumed::source).noneMatch(String::isBlank);
        assertThat(tariffs.tiers()).containsOnlyKeys(Tier.values());
        assertThat(tariffs.power().idleFraction()).isLessThan(tariffs.power().activeFraction());
    }

    /** A slip of a digit would show: prices of an accelerator's speed lie within a decade of one another. */
    @Test
    void pricesOfAcceleratorsGoWithTheirSpeed() {
        assertThat(CATALOG.accelerators().values()).allSatisfy(card -> {
            double perPetaflop = CATALOG.tariffs().eurPerHour(card) / (card.bf16FlopsPerSecond() / 1e15);
            assertThat(perPetaflop).as(card.id()).isBetween(1.0, 6.0);
        });
    }

    @Test
    void itHoldsWhatItPromises() {
        assertThat(CATALOG.cities()).hasSize(111);
        assertThat(CATALOG.countries()).hasSizeGreaterThanOrEqualTo(36).containsKeys("NO", "GB", "CH", "US", "TR");
        assertThat(CATALOG.accelerators()).containsKeys("L4", "L40S", "H100", "A100-80", "RTX-4090", "RTX-PRO-6000");
        assertThat(CATALOG.accelerators())
                .containsKeys("T4", "V100", "A2", "A16", "Orin-NX-16", "Thor-T5000", "Gaudi2");
        assertThat(CATALOG.models()).hasSize(20);
        assertThat(CATALOG.batchModels()).containsKeys("whisper-large-v3-turbo", "kokoro-82m", "yolov8n-640", "bge-m3");
    }

    @Test
    void citiesStandInKnownCountries() {
        assertThat(CATALOG.cities().values())
                .allSatisfy(city -> assertThat(CATALOG.countries()).containsKey(city.countryCode()));
    }

    @Test
    void makersAndProvidersSitInKnownCountries() {
        assertThat(CATALOG.accelerators().values())
                .allSatisfy(card -> assertThat(CATALOG.countries()).containsKey(card.vendorCountry()));
        assertThat(CATALOG.models().values())
                .allSatisfy(model -> assertThat(CATALOG.countries()).containsKey(model.providerCountry()));
        assertThat(CATALOG.batchModels().values())
                .allSatisfy(model -> assertThat(CATALOG.countries()).containsKey(model.providerCountry()));
    }

    /** Larger batches take longer, and less for each item: a transposed row would show. */
    @Test
    void batchesTakeLongerAndItemsLess() {
        assertThat(CATALOG.batchModels().values())
                .allSatisfy(model -> model.latencies().forEach((card, latency) -> {
                    assertThat(CATALOG.accelerators()).as(model.id()).containsKey(card);
                    for (int i = 1; i < latency.items().size(); i++) {
                        double growth =
                                latency.seconds().get(i) / latency.seconds().get(i - 1);
                        double items = (double) latency.items().get(i)
                                / latency.items().get(i - 1);
                        assertThat(growth).as("%s on %s", model.id(), card).isBetween(1.0, items);
                    }
                }));
    }

    /** Parameters follow from the figures of the configuration: a transposed digit would show. */
    @Test
    void parametersOfModelsAgreeWithTheirFigures() {
        assertThat(CATALOG.models().values()).allSatisfy(model -> {
            FeedForward mlp = model.feedForward();
            double width = (double) mlp.matrices() * model.hiddenSize();
            double experts = width * mlp.size() * (mlp.experts() + mlp.shared());
            double total = model.layers() * model.attention().parameters(model.hiddenSize())
                    + (model.layers() - mlp.denseLayers()) * experts
                    + mlp.denseLayers() * width * mlp.denseSize()
                    + 2 * model.headParameters();
            assertThat(model.parameters() / total).as(model.id()).isBetween(0.93, 1.03);
        });
    }

    /** An accelerator's peaks: 8 bit is as fast as 16 bit or about twice as fast; sparse figures would be four times. */
    @Test
    void peaksAreDense() {
        assertThat(CATALOG.accelerators().values())
                .allSatisfy(card -> assertThat(card.fp8FlopsPerSecond() / card.bf16FlopsPerSecond())
                        .as(card.id())
                        .isBetween(1.0, 2.05));
    }

    @Test
    void everyAcceleratorHasConstants() {
        assertThat(CATALOG.accelerators().keySet())
                .allSatisfy(id -> assertThat(CATALOG.findConstants("vllm", id)).isPresent());
        assertThat(CATALOG.findConstants("vllm", "H100").orElseThrow().id()).isEqualTo("vllm/H100");
        assertThat(CATALOG.findConstants("vllm", "A10").orElseThrow().id()).isEqualTo("vllm/*");
        assertThat(CATALOG.findConstants("nothing", "A10")).isEmpty();
    }

    /** The medians of a commercial standalone network with local breakout sum up to 12 to 20 ms. */
    @Test
    void accessMediansAreTheMeasuredOnes() {
        assertThat(medianRoundTrip("sa-private")).isBetween(11.5, 12.0);
        assertThat(medianRoundTrip("sa-midband")).isBetween(15.9, 16.1);
        assertThat(medianRoundTrip("nsa-midband")).isBetween(19.9, 20.1);
        assertThat(medianRoundTrip("urllc-mmwave")).isBetween(1.4, 1.5);
        assertThat(medianRoundTrip("slotted-sa-private")).isBetween(11.5, 12.0);
        assertThat(medianRoundTrip("slotted-sa-midband")).isBetween(16.6, 16.8);
        assertThat(medianRoundTrip("slotted-nsa-midband")).isBetween(18.0, 18.2);
        assertThat(medianRoundTrip("slotted-urllc")).isBetween(1.5, 1.6);
    }

    private static double medianRoundTrip(String id) {
        AccessProfile access = Optional.ofNullable(CATALOG.accesses().get(id)).orElseThrow();
        if (access.delay() instanceof SlottedDelay slots) {
            SlottedRadio radio = new SlottedRadio(slots);
            return radio.uplinkDelays().quantileMillis(0.5)
                    + radio.downlinkDelays().quantileMillis(0.5);
        }
        MeasuredDelay measured = (MeasuredDelay) access.delay();
        return median(measured.uplinkMillis()) + median(measured.downlinkMillis());
    }

    private static double median(QuantileTable table) {
        return table.values().get(table.probabilities().indexOf(0.5));
    }

    @Test
    void setsOfCountriesChangeWithTheDay() throws Format.Refused {
        Format<List<String>> now = CATALOG.countries(LocalDate.of(2026, 11, 1));
        Format<List<String>> later = CATALOG.countries(LocalDate.of(2032, 1, 1));

        assertThat(now.parse("EU27")).hasSize(27).doesNotContain("NO", "GB");
        assertThat(now.parse("EEA")).hasSize(30).contains("NO", "IS", "LI");
        assertThat(now.parse("ADEQUATE")).contains("GB", "CH", "BR").doesNotContain("US");
        assertThat(later.parse("ADEQUATE")).doesNotContain("GB").contains("CH");
        assertThat(now.parse("SCHENGEN")).contains("CH", "NO").doesNotContain("IE", "CY");
        assertThat(now.parse("NO")).containsExactly("NO");
    }

    @Test
    void standingsThatEndAreDatedAlikeInCountriesAndSets() {
        CountryFacts britain =
                Optional.ofNullable(CATALOG.countries().get("GB")).orElseThrow();
        CountrySet adequate =
                Optional.ofNullable(CATALOG.countrySets().get("ADEQUATE")).orElseThrow();

        assertThat(britain.until()).contains(LocalDate.of(2031, 12, 27));
        assertThat(adequate.members())
                .filteredOn(member -> member.word().equals("GB"))
                .extracting(CountrySet.Member::until)
                .containsExactly(britain.until());
    }

    @Test
    void theUnionAndItsStandingAgree() throws Format.Refused {
        List<String> union = CATALOG.countries().values().stream()
                .filter(facts -> facts.country().dataProtection() == Country.DataProtection.EU)
                .map(facts -> facts.country().code())
                .toList();

        assertThat(CATALOG.countries(LocalDate.EPOCH).parse("EU27")).containsExactlyInAnyOrderElementsOf(union);
    }

    @Test
    void citiesAnswerToTheirOtherNames() throws Format.Refused {
        assertThat(CATALOG.city().parse("Copenhagen").name()).isEqualTo("Kobenhavn");
        assertThat(CATALOG.city().parse("L'Aquila").slug()).isEqualTo("l-aquila");
        assertThat(CATALOG.findCapital("DE").orElseThrow().name()).isEqualTo("Berlin");
    }
}
