package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/** Step times beside measured ones, with the catalog's constants. */
class MeasuredStepTimesTest {
    private static final StepConstants VLLM_A100 =
            new StepConstants("vllm/A100-80", 0.76, 0.5, 0.4, 0.66, 2.5, 12e-6, 2.1e-3, 4.4e-6, 28e-6, 0.52, "test");
    private static final StepConstants VLLM_L4 =
            new StepConstants("vllm/L4", 0.83, 0.5, 0.4, 0.7, 2.5, 12e-6, 2e-3, 4.4e-6, 28e-6, 0.4, "test");
    private static final StepConstants VLLM_2024_A100 =
            new StepConstants("vllm-2024/A100-40", 0.88, 0.28, 0.4, 0.66, 2.5, 12e-6, 2.1e-3, 0, 28e-6, 0.52, "test");
    private static final StepConstants VLLM_2024_H100 =
            new StepConstants("vllm-2024/H100", 0.95, 0.22, 0.4, 0.63, 2.5, 12e-6, 2.9e-3, 0, 26e-6, 0.61, "test");

    /** Where the constants were fitted, by another program: the equations are the ones that were fitted. */
    @Test
    void fittedConstantsReproduceTheFitOnLlmInferenceBench() {
        assertThat(medianErrorOnInferenceBench("Nvidia A100 GPU", ServingSpecs.A100_40, VLLM_2024_A100))
                .isLessThan(0.065);
        assertThat(medianErrorOnInferenceBench("Nvidia H100 GPU", ServingSpecs.H100, VLLM_2024_H100))
                .isLessThan(0.065);
    }

    private static double medianErrorOnInferenceBench(
            String hardware, AcceleratorProfile accelerator, StepConstants constants) {
        double[] errors = Stream.of(ServingSpecs.LLAMA_8B, ServingSpecs.LLAMA_2_70B)
                .flatMapToDouble(model -> inferenceBenchRows(hardware, model)
                        .mapToDouble(row -> latencyError(row, model, accelerator, constants)))
                .toArray();
        assertThat(errors).hasSizeGreaterThan(20);
        return median(errors);
    }

    private static Stream<String[]> inferenceBenchRows(String hardware, ModelProfile model) {
        String name = model.equals(ServingSpecs.LLAMA_8B) ? "meta-llama/Meta-Llama-3-8B" : "meta-llama/Llama-2-70b-hf";
        return MeasuredData.rows("llm-inference-bench", "all_results.csv").stream()
                .filter(row -> row[0].equals(hardware) && row[2].equals("vLLM") && row[3].equals(name))
                .filter(MeasuredStepTimesTest::isConsistent);
    }

    /** A static batch of b prompts of n tokens that give n tokens each: its latency as a whole. */
    private static double latencyError(
            String[] row, ModelProfile model, AcceleratorProfile accelerator, StepConstants constants) {
        int tokens = Integer.parseInt(row[4]);
        int batch = Integer.parseInt(row[5]);
        IterationTime time = time(model, accelerator, Integer.parseInt(row[1]), constants);
        double prefill = time.prefillSeconds((long) batch * tokens, (double) batch * tokens * tokens, 0, 0);
        double decode = time.decodeSeconds(tokens - 1, batch, batch * (tokens + 1L));
        return Math.abs((prefill + decode) / Double.parseDouble(row[6]) - 1);
    }

    /** A fifth of the table's rows contradict themselves. */
    private static boolean isConsistent(String[] row) {
        double tokens = 2.0 * Double.parseDouble(row[4]) * Double.parseDouble(row[5]);
        return Math.abs(Double.parseDouble(row[6]) * Double.parseDouble(row[7]) / tokens - 1) < 0.1;
    }

    /** Batches of up to four; the engine of 2023 prefilled larger ones badly. Nothing is fitted to this source. */
    @Test
    void prefillOfLlama70BOnEightA100IsThatOfSplitwise() {
        IterationTime time = time(ServingSpecs.LLAMA_2_70B, ServingSpecs.A100, 8, VLLM_A100);
        double[] errors = splitwiseRows().stream()
                .filter(row -> Integer.parseInt(row[2]) >= 512 && Integer.parseInt(row[3]) <= 4)
                .mapToDouble(row -> {
                    int prompt = Integer.parseInt(row[2]);
                    int batch = Integer.parseInt(row[3]);
                    double seconds = time.seconds(0, batch * prompt, batch, (long) batch * prompt * prompt, 0);
                    return Math.abs(seconds / (Double.parseDouble(row[7]) / 1e3) - 1);
                })
                .toArray();

        assertThat(errors).hasSizeGreaterThan(50);
        assertThat(median(errors)).isLessThan(0.12);
    }

    /** That engine's decode waited for its host, whatever the accelerators: ours must not be slower than it was. */
    @Test
    void decodeOfLlama70BOnEightA100IsNotSlowerThanAnEngineThatWaitsForItsHost() {
        IterationTime time = time(ServingSpecs.LLAMA_2_70B, ServingSpecs.A100, 8, VLLM_A100);

        assertThat(splitwiseRows()).isNotEmpty().allSatisfy(row -> {
            int batch = Integer.parseInt(row[3]);
            long contexts = (long) batch * (Integer.parseInt(row[2]) + Integer.parseInt(row[4]));
            assertThat(time.seconds(batch, 0, 0, 0, contexts)).isLessThan(Double.parseDouble(row[8]) / 1e3);
        });
    }

    private static List<String[]> splitwiseRows() {
        return MeasuredData.rows("splitwise-sim", "perf_model.csv").stream()
                .filter(row -> row[0].equals("llama2-70b") && row[1].equals("a100-80gb") && row[10].equals("8"))
                .toList();
    }

    /** 16.06 GB of weights, less the 1.05 GB of an embedding that is looked up and not streamed. */
    @Test
    void aDecodeOfLlama8BIsNotFasterThanItsWeightsStream() {
        IterationTime onL4 = time(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, VLLM_L4);
        IterationTime onH100 = time(ServingSpecs.LLAMA_8B, ServingSpecs.H100, 1, VLLM_2024_H100);

        assertThat(onL4.seconds(1, 0, 0, 0, 1)).isBetween(15.0 / 300, 1.3 * 15.0 / 300);
        assertThat(onH100.seconds(1, 0, 0, 0, 1)).isBetween(15.0 / 3350, 0.0085);
    }

    private static IterationTime time(
            ModelProfile model, AcceleratorProfile accelerator, int parallel, StepConstants constants) {
        BatchLimits limits = new BatchLimits(16_384, 256, 16, 0.98, OptionalInt.of(1));
        ReplicaSpec replica = ServingSpecs.replica(model, accelerator, parallel, limits, constants);
        return IterationTime.of(replica);
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
