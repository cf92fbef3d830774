package org.tafsim.serving;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.EngineRules;
import org.tafsim.model.FeedForward;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/** Replicas for tests. Figures from the published configurations and data sheets (docs/model/serving.md). */
final class ServingSpecs {
    static final ModelProfile LLAMA_8B =
            model("llama-3.1-8b", 32, 4096, 32, 8, 128, 14336, 1, 1, 128256, 8_030_000_000L, 131_072);
    static final ModelProfile LLAMA_2_70B =
            model("llama-2-70b", 80, 8192, 64, 8, 128, 28672, 1, 1, 32000, 69_000_000_000L, 16_384);
    static final ModelProfile MISTRAL_SMALL =
            model("mistral-small-24b", 40, 5120, 32, 8, 128, 32768, 1, 1, 131072, 23_600_000_000L, 32_768);
    static final ModelProfile QWEN3_30B_A3B =
            model("qwen3-30b-a3b", 48, 2048, 32, 4, 128, 768, 128, 8, 151936, 30_500_000_000L, 40_960);
    static final List<ModelProfile> MODELS = List.of(LLAMA_8B, LLAMA_2_70B, MISTRAL_SMALL, QWEN3_30B_A3B);

    static final AcceleratorProfile L4 = accelerator("L4", 121e12, 242e12, 24_000_000_000L, 0.300e12, 32e9, 72);
    static final AcceleratorProfile RTX_4090 =
            accelerator("RTX 4090", 165e12, 330e12, 25_250_627_584L, 1.008e12, 32e9, 450);
    static final AcceleratorProfile A100 =
            accelerator("A100 SXM 80", 312e12, 312e12, 80_000_000_000L, 2.039e12, 300e9, 400);
    static final AcceleratorProfile A100_40 =
            accelerator("A100 SXM 40", 312e12, 312e12, 40_000_000_000L, 1.555e12, 300e9, 400);
    static final AcceleratorProfile H100 =
            accelerator("H100 SXM", 989e12, 1978e12, 80_000_000_000L, 3.35e12, 450e9, 700);
    static final List<AcceleratorProfile> ACCELERATORS = List.of(L4, RTX_4090, A100, H100);

    static final StepConstants CONSTANTS =
            new StepConstants("test", 0.82, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 10e-6, 28e-6, 0.6, "test");

    /** Every step takes 10 ms, and 1 ms more for each sequence that emits a token: prompts and contexts cost next to nothing. */
    private static final StepConstants TEN_MILLIS_AND_ONE_PER_TOKEN =
            new StepConstants("ticking", 1, 1, 1, 1, 2.5, 0, 0.010, 0.001, 0, 1, "test");

    private ServingSpecs() {}

    static ReplicaSpec replica(ModelProfile model, AcceleratorProfile accelerator, int parallel, BatchLimits limits) {
        return replica(model, accelerator, parallel, limits, CONSTANTS);
    }

    static ReplicaSpec replica(
            ModelProfile model,
            AcceleratorProfile accelerator,
            int parallel,
            BatchLimits limits,
            StepConstants constants) {
        return new ReplicaSpec("r", "site", model, accelerator, parallel, Precision.BF16, limits, constants);
    }

    /** The same replica, shared over its accelerators in another way. */
    static ReplicaSpec with(ReplicaSpec replica, Parallelism parallelism) {
        return new ReplicaSpec(
                replica.id(),
                replica.siteId(),
                replica.model(),
                replica.accelerator(),
                parallelism,
                replica.precision(),
                replica.limits(),
                replica.constants());
    }

    /** A replica whose steps take 10 ms and 1 ms for each token emitted, with a context of 1,000 tokens. */
    static ReplicaSpec ticking(int batchedTokens, int sequences, int blockTokens, int blocks) {
        return replica(
                model("tiny", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1_000),
                accelerator("endless", 1e30, 1e30, 1_000_000_000_000L, 1e30, 1e30, 1),
                1,
                new BatchLimits(batchedTokens, sequences, blockTokens, 1, OptionalInt.of(blocks)),
                TEN_MILLIS_AND_ONE_PER_TOKEN);
    }

    /** The same replica with an engine of other rules. */
    static ReplicaSpec with(ReplicaSpec replica, EngineRules rules) {
        return new ReplicaSpec(
                replica.id(),
                replica.siteId(),
                replica.model(),
                replica.accelerator(),
                replica.parallelism(),
                replica.precision(),
                replica.limits().with(rules),
                replica.constants());
    }

    /** Some replica on which the model fits, its layers shared, spread over a pipeline, or both; its experts whole or in parts. */
    static ReplicaSpec any(SplittableRandom random, BatchLimits limits) {
        ModelProfile model = MODELS.get(random.nextInt(MODELS.size()));
        AcceleratorProfile accelerator = ACCELERATORS.get(random.nextInt(ACCELERATORS.size()));
        int parallel = 1;
        while (parallel * accelerator.memoryBytes() * 0.7 < 2.0 * model.parameters()) {
            parallel *= 2;
        }
        int tensor = parallel << random.nextInt(2);
        int pipeline = 1;
        while (tensor > 1 && random.nextInt(3) == 0) {
            tensor /= 2;
            pipeline *= 2;
        }
        if (random.nextInt(4) == 0) {
            pipeline *= 3;
        }
        boolean isExpertParallel = model.feedForward().isSparse() && tensor > 1 && random.nextBoolean();
        return with(
                replica(model, accelerator, tensor, limits, anyConstants(random)),
                new Parallelism(tensor, pipeline, isExpertParallel));
    }

    /** The same model with other experts; its parameters stay as they are. */
    static ModelProfile withFeedForward(ModelProfile model, FeedForward feedForward) {
        return new ModelProfile(
                model.id(),
                model.providerCountry(),
                model.layers(),
                model.hiddenSize(),
                model.attention(),
                model.window(),
                feedForward,
                model.vocabularySize(),
                model.parameters(),
                model.contextTokens(),
                model.source());
    }

    private static StepConstants anyConstants(SplittableRandom random) {
        return new StepConstants(
                "any",
                random.nextDouble(0.1, 1),
                random.nextDouble(0.1, 1),
                random.nextDouble(0.1, 1),
                random.nextDouble(0.1, 1),
                random.nextDouble(1, 4),
                random.nextDouble(0, 30e-6),
                random.nextBoolean() ? 0 : random.nextDouble(0, 400e-6),
                random.nextDouble(0, 60e-6),
                random.nextDouble(0, 5e-3),
                random.nextDouble(0, 50e-6),
                random.nextDouble(0, 60e-6),
                random.nextDouble(0.1, 1),
                "test");
    }

    private static ModelProfile model(
            String id,
            int layers,
            int hiddenSize,
            int heads,
            int kvHeads,
            int headDimension,
            int ffnSize,
            int experts,
            int activeExperts,
            int vocabularySize,
            long parameters,
            int contextTokens) {
        return new ModelProfile(
                id,
                "US",
                layers,
                hiddenSize,
                heads,
                kvHeads,
                headDimension,
                ffnSize,
                3,
                experts,
                activeExperts,
                vocabularySize,
                parameters,
                contextTokens,
                "test");
    }

    private static AcceleratorProfile accelerator(
            String id, double bf16, double fp8, long memory, double bandwidth, double link, double watts) {
        return new AcceleratorProfile(id, "US", bf16, fp8, memory, bandwidth, link, watts, "test");
    }
}
