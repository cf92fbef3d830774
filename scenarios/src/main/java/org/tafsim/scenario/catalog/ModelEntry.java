package org.tafsim.scenario.catalog;

import java.util.Optional;
import org.tafsim.model.Attention;
import org.tafsim.model.FeedForward;
import org.tafsim.model.GroupedAttention;
import org.tafsim.model.LatentAttention;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.SlidingWindow;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads a model's figures. */
final class ModelEntry {

    private static final Format<Long> PARAMETERS = Quantities.whole(1, 1_000_000_000_000_000L, "8.03e9");
    private static final Format<Integer> COUNT = Quantities.count("32");
    private static final Format<Integer> SIZE = Quantities.count("4096");

    private ModelEntry() {}

    static Optional<ModelProfile> read(String id, Keys keys, String source, Problems problems) {
        String provider = keys.required("provider", Format.TEXT);
        int layers = keys.required("layers", COUNT);
        int hidden = keys.required("hiddenSize", SIZE);
        Optional<Attention> attention = attention(keys, problems);
        Optional<SlidingWindow> window = window(keys, problems);
        Optional<FeedForward> feedForward = feedForward(keys, problems);
        int vocabulary = keys.required("vocabularySize", Quantities.count("128256"));
        long parameters = keys.required("parameters", PARAMETERS);
        int context = keys.required("contextTokens", Quantities.count("131072"));
        if (attention.isEmpty() || window.isEmpty() || feedForward.isEmpty()) {
            return Optional.empty();
        }
        return problems.build(
                keys.at(),
                () -> new ModelProfile(
                        id,
                        provider,
                        layers,
                        hidden,
                        attention.get(),
                        window.get(),
                        feedForward.get(),
                        vocabulary,
                        parameters,
                        context,
                        source));
    }

    /** Latent where a rank of keys and values is stated, grouped otherwise. */
    private static Optional<Attention> attention(Keys keys, Problems problems) {
        int heads = keys.required("attentionHeads", COUNT);
        if (keys.has("kvRank")) {
            int queryRank = keys.required("queryRank", SIZE);
            int kvRank = keys.required("kvRank", SIZE);
            int rope = keys.required("ropeDimension", COUNT);
            int nope = keys.required("nopeDimension", COUNT);
            int value = keys.required("valueDimension", COUNT);
            return problems.build(keys.at(), () -> new LatentAttention(heads, queryRank, kvRank, rope, nope, value));
        }
        int kvHeads = keys.required("kvHeads", COUNT);
        int dimension = keys.required("headDimension", Quantities.count("128"));
        return problems.build(keys.at(), () -> new GroupedAttention(heads, kvHeads, dimension));
    }

    private static Optional<SlidingWindow> window(Keys keys, Problems problems) {
        if (!keys.has("windowLayers")) {
            return Optional.of(SlidingWindow.NONE);
        }
        int layers = keys.required("windowLayers", COUNT);
        int tokens = keys.required("windowTokens", SIZE);
        return problems.build(keys.at("windowLayers"), () -> new SlidingWindow(layers, tokens));
    }

    private static Optional<FeedForward> feedForward(Keys keys, Problems problems) {
        int size = keys.required("ffnSize", Quantities.count("14336"));
        int matrices = keys.optional("mlpMatrices", COUNT, 3);
        int experts = keys.optional("experts", COUNT, 1);
        int active = keys.optional("activeExperts", COUNT, 1);
        int shared = keys.optional("sharedExperts", COUNT, 0);
        int denseLayers = keys.optional("denseLayers", COUNT, 0);
        int denseSize = denseLayers == 0 ? 0 : keys.required("denseFfnSize", SIZE);
        return problems.build(
                keys.at(), () -> new FeedForward(size, matrices, experts, active, shared, denseLayers, denseSize));
    }
}
