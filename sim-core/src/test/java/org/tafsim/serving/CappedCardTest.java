package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.CardShare;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.StepConstants;

/**
 * A capped H100 beside Splitwise's. Its capped rows are those of the uncapped card with every prefill 1.3 times as long and every
 * decode as long as before, to the last bit: a figure of its authors, not 84 measurements. They capped cards at half their power.
 */
class CappedCardTest {

    private static final StepConstants VLLM_H100 =
            new StepConstants("vllm/H100", 0.83, 0.5, 0.4, 0.63, 2.5, 12e-6, 2e-3, 4.4e-6, 26e-6, 0.61, "test");
    private static final ModelProfile BLOOM_176B = new ModelProfile(
            "bloom-176b", "FR", 70, 14336, 112, 112, 128, 57344, 2, 1, 1, 250880, 176_000_000_000L, 8192, "test");
    private static final double HALF = 350;

    /** One configuration: what is prefilled at once, and how many times longer the cap makes prefill and decode. */
    private record Config(ModelProfile model, int parallel, int prompt, int batch, double prefill, double decode) {

        double modelledPrefill() {
            long units = (long) batch * prompt * prompt;
            return capped().seconds(0, batch * prompt, batch, units, 0)
                    / uncapped().seconds(0, batch * prompt, batch, units, 0);
        }

        double modelledDecode() {
            long contexts = (long) batch * (prompt + 64);
            return capped().seconds(batch, 0, 0, 0, contexts) / uncapped().seconds(batch, 0, 0, 0, contexts);
        }

        private IterationTime uncapped() {
            return time(ServingSpecs.H100);
        }

        private IterationTime capped() {
            return time(CardShare.ofCapped(ServingSpecs.H100, HALF).of(ServingSpecs.H100));
        }

        private IterationTime time(AcceleratorProfile card) {
            BatchLimits limits = new BatchLimits(batch * prompt, 64, 16, 1, OptionalInt.of(1));
            return IterationTime.of(ServingSpecs.replica(model, card, parallel, limits, VLLM_H100));
        }
    }

    @Test
    void splitwiseCappedRowsAreItsUncappedOnesWithLongerPrefills() {
        assertThat(configs()).hasSizeGreaterThan(40).allSatisfy(config -> {
            assertThat(config.prefill()).isCloseTo(1.3, within(1e-12));
            assertThat(config.decode()).isEqualTo(1);
        });
    }

    /** Nothing is fitted: the cube law gives 1.344 where arithmetic is all, less where weights stream. */
    @Test
    void prefillOnACappedCardTakesAsMuchLongerAsSplitwiseSays() {
        double[] errors = configs().stream()
                .mapToDouble(config -> Math.abs(config.modelledPrefill() / config.prefill() - 1))
                .sorted()
                .toArray();

        assertThat(errors[errors.length / 2]).as("median").isLessThan(0.07);
        assertThat(errors[errors.length * 9 / 10]).as("p90").isLessThan(0.15);
    }

    @Test
    void decodeOnACappedCardTakesAsLongAsBefore() {
        assertThat(configs())
                .allSatisfy(config -> assertThat(config.modelledDecode())
                        .as(config.toString())
                        .isBetween(1.0, 1.03));
    }

    /** The two tables have their rows in the same order, five of each configuration, which may differ in output alone. */
    private static List<Config> configs() {
        List<String[]> uncapped = rows("h100-80gb");
        List<String[]> capped = rows("h100-80gb-pcap");
        return IntStream.range(0, capped.size() / 5)
                .mapToObj(i -> config(uncapped.get(5 * i), capped.get(5 * i)))
                .distinct()
                .toList();
    }

    private static List<String[]> rows(String hardware) {
        return MeasuredData.rows("splitwise-sim", "perf_model.csv").stream()
                .filter(row -> row[1].equals(hardware))
                .toList();
    }

    private static Config config(String[] uncapped, String[] capped) {
        for (int column : new int[] {0, 2, 3, 4, 10}) {
            assertThat(capped[column]).isEqualTo(uncapped[column]);
        }
        return new Config(
                capped[0].equals("bloom-176b") ? BLOOM_176B : ServingSpecs.LLAMA_2_70B,
                Integer.parseInt(capped[10]),
                Integer.parseInt(capped[2]),
                Integer.parseInt(capped[3]),
                ratio(capped[7], uncapped[7]),
                ratio(capped[8], uncapped[8]));
    }

    /** To twelve digits, so that what was divided again is the same. */
    private static double ratio(String capped, String uncapped) {
        return Math.round(1e12 * Double.parseDouble(capped) / Double.parseDouble(uncapped)) / 1e12;
    }
}
