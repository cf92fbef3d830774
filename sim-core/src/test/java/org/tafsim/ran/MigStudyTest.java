package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.CardShare;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigProfile;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.RanSharing;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/**
 * Beside the study of H. Yet et al., arXiv 2602.23722: frames to Qwen2.5-VL each half second, on the device, on an instance of a GH200
 * that a DU shares, and in a cloud region far away. Figures and assumptions: {@code docs/model/ran.md}.
 */
class MigStudyTest {
    private static final StepConstants VLLM =
            new StepConstants("vllm/H100", 0.83, 0.69, 0.36, 0.67, 2.5, 41e-6, 0, 18.6e-6, 12.5e-6, 0.45, "test");
    private static final ModelProfile SMALL = model("qwen2.5-vl-3b", 36, 2048, 16, 2, 11008, 3_750_000_000L);
    private static final ModelProfile LARGE = model("qwen2.5-vl-7b", 28, 3584, 28, 4, 18944, 8_290_000_000L);
    private static final Precision AWQ = new Precision(0.53, 0.53, 2, Precision.Arithmetic.BF16);

    private static final AcceleratorProfile GH200 = card("GH200", 989e12, 96_000_000_000L, 4.0e12);
    private static final AcceleratorProfile H100 = card("H100", 989e12, 80_000_000_000L, 3.35e12);
    private static final AcceleratorProfile ORIN = card("AGX-Orin-64", 42e12, 64_000_000_000L, 205e9);

    private static final MigProfile FOR_AI = new MigProfile("3g.48gb", 3, 4, List.of(0, 4), 2, 60.0 / 132, 0.5);
    private static final MigProfile FOR_RAN = new MigProfile("4g.48gb", 4, 4, List.of(0), 1, 64.0 / 132, 0.5);
    private static final AcceleratorProfile EDGE = CardShare.of(
                    new MigGeometry("GH200", 7, 8, List.of(FOR_AI, FOR_RAN), "test"), FOR_AI)
            .of(GH200);

    /** There and back with a frame of some 100 kB, on the radio alone (s): 8–20 ms, and 10 ms to send it. */
    private static final InverseCdf RADIO = Samplers.lognormalOfMean(0.03, 0.3);

    /** The same to the cloud: some five round trips, connection and slow start included. Its mean is fitted to one figure, 32.9 %. */
    private static final InverseCdf WAN = Samplers.lognormalOfMean(0.34, 0.15);

    @ParameterizedTest
    @CsvSource({"3, AWQ", "3, BF16", "7, AWQ", "7, BF16"})
    void onTheDeviceNothingIsInTime(int billions, String weights) {
        double[] seconds = latencies(replica(billions, weights, ORIN), 1, u -> 0);

        assertThat(share(seconds, 0.5)).isZero();
        assertThat(share(seconds, 1.0)).isZero();
    }

    /** The larger model with one client, as many as the study's trace has; the smaller with all twenty, too. */
    @ParameterizedTest
    @CsvSource({"3, 1", "3, 20", "7, 1"})
    void atTheEdgeQuantisedModelsAnswerWithinHalfASecond(int billions, int clients) {
        double[] seconds = latencies(replica(billions, "AWQ", EDGE), clients, RADIO);

        assertThat(share(seconds, 0.5)).isCloseTo(1, within(0.1));
        assertThat(share(seconds, 1.0)).isEqualTo(1);
    }

    @Test
    void atTheEdgeModelsThatAreNotQuantisedMissHalfASecond() {
        assertThat(share(latencies(replica(3, "BF16", EDGE), 20, RADIO), 0.5)).isLessThan(0.5);
        assertThat(share(latencies(replica(7, "BF16", EDGE), 1, RADIO), 0.5)).isZero();
    }

    @Test
    void inTheCloudAThirdIsThereWithinHalfASecond() {
        assertThat(share(latencies(replica(3, "AWQ", H100), 1, WAN), 0.5)).isCloseTo(0.329, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"3, AWQ", "3, BF16", "7, AWQ", "7, BF16"})
    void inTheCloudAllIsThereWithinOneSecond(int billions, String weights) {
        double[] seconds = latencies(replica(billions, weights, H100), 1, WAN);

        assertThat(share(seconds, 0.5)).isBetween(0.0, 0.429);
        assertThat(share(seconds, 1.0)).isCloseTo(1, within(0.1));
    }

    /** What the study calls timing health: with instances the baseband does not notice twenty clients; without, it would. */
    @Test
    void withInstancesTheBasebandDoesNotNoticeAi() {
        RanSharing cut = RanSharing.FixedSlice.of(FOR_RAN, FOR_AI);
        MissModel isolated = new MissModel(RanSpecs.alike(4, cut));
        MissModel inTurns = new MissModel(RanSpecs.alike(4, RanSpecs.IN_TURNS));
        double share = FOR_RAN.computeShare();

        double saturated = isolated.missProbability(share, 1, 1);

        assertThat(saturated).isEqualTo(isolated.missProbability(share, 1, 0)).isLessThan(1e-5);
        assertThat(inTurns.missProbability(share, 1, 1)).isGreaterThan(100 * saturated);
    }

    private static double share(double[] seconds, double within) {
        return (double) Arrays.stream(seconds).filter(each -> each <= within).count() / seconds.length;
    }

    private static double[] latencies(ReplicaSpec replica, int clients, InverseCdf network) {
        double[] seconds = new FrameBench(replica, clients).seconds();
        Mrg32k3a stream = new RandomStreams(1, 0).stream("network");
        return Arrays.stream(seconds).map(each -> each + network.sample(stream)).toArray();
    }

    private static ReplicaSpec replica(int billions, String weights, AcceleratorProfile card) {
        return new ReplicaSpec(
                "r",
                "hub",
                billions == 3 ? SMALL : LARGE,
                card,
                1,
                weights.equals("AWQ") ? AWQ : Precision.BF16,
                BatchLimits.DEFAULT,
                VLLM);
    }

    private static ModelProfile model(
            String id, int layers, int hidden, int heads, int kvHeads, int ffn, long parameters) {
        return new ModelProfile(
                id, "CN", layers, hidden, heads, kvHeads, 128, ffn, 3, 1, 1, 151_936, parameters, 32_768, "test");
    }

    private static AcceleratorProfile card(String id, double bf16, long memory, double bandwidth) {
        return new AcceleratorProfile(id, "US", bf16, bf16, memory, bandwidth, 1e9, 700, "test");
    }
}
