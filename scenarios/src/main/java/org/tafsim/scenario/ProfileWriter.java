package org.tafsim.scenario;

import java.util.List;
import java.util.function.Function;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.Attention;
import org.tafsim.model.FeedForward;
import org.tafsim.model.GroupedAttention;
import org.tafsim.model.LatentAttention;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.MeasuredDelay;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.StepConstants;

/** Writes catalog entries as a scenario states them. */
public final class ProfileWriter {

    private ProfileWriter() {}

    static String accelerator(AcceleratorProfile card) {
        return new Entry()
                .word("id", card.id())
                .word("vendor", card.vendorCountry())
                .quantity("bf16", card.bf16FlopsPerSecond(), "FLOP/s")
                .quantity("fp8", card.fp8FlopsPerSecond(), "FLOP/s")
                .quantity("fp4", card.fp4FlopsPerSecond(), "FLOP/s")
                .raw("memory", card.memoryBytes() + " B")
                .quantity("bandwidth", card.memoryBytesPerSecond(), "B/s")
                .quantity("link", card.linkBytesPerSecond(), "B/s")
                .quantity("power", card.boardWatts(), "W")
                .word("source", card.source())
                .toString();
    }

    /** A model as an entry of the section of that name. */
    public static String model(ModelProfile model) {
        Entry entry = new Entry()
                .word("id", model.id())
                .word("provider", model.providerCountry())
                .number("layers", model.layers())
                .number("hiddenSize", model.hiddenSize());
        attention(model.attention(), entry);
        if (model.window().layers() > 0) {
            entry.number("windowLayers", model.window().layers())
                    .number("windowTokens", model.window().tokens());
        }
        feedForward(model.feedForward(), entry);
        return entry.number("vocabularySize", model.vocabularySize())
                .number("parameters", model.parameters())
                .number("contextTokens", model.contextTokens())
                .word("source", model.source())
                .toString();
    }

    private static void attention(Attention attention, Entry entry) {
        if (attention instanceof GroupedAttention grouped) {
            entry.number("attentionHeads", grouped.heads())
                    .number("kvHeads", grouped.kvHeads())
                    .number("headDimension", grouped.headDimension());
        } else if (attention instanceof LatentAttention latent) {
            entry.number("attentionHeads", latent.heads())
                    .number("queryRank", latent.queryRank())
                    .number("kvRank", latent.kvRank())
                    .number("ropeDimension", latent.ropeDimension())
                    .number("nopeDimension", latent.nopeDimension())
                    .number("valueDimension", latent.valueDimension());
        }
    }

    private static void feedForward(FeedForward feedForward, Entry entry) {
        entry.number("ffnSize", feedForward.size())
                .number("mlpMatrices", feedForward.matrices())
                .number("experts", feedForward.experts())
                .number("activeExperts", feedForward.active());
        if (feedForward.shared() > 0) {
            entry.number("sharedExperts", feedForward.shared());
        }
        if (feedForward.denseLayers() > 0) {
            entry.number("denseLayers", feedForward.denseLayers()).number("denseFfnSize", feedForward.denseSize());
        }
    }

    /** Constants as an entry of the section of engines. */
    public static String engine(StepConstants constants) {
        return new Entry()
                .word("id", constants.id())
                .number("gemmBandwidth", constants.gemmBandwidthFraction())
                .number("gemmCompute", constants.gemmComputeFraction())
                .number("attentionCompute", constants.attentionComputeFraction())
                .number("kvBandwidth", constants.kvBandwidthFraction())
                .number("rooflineExponent", constants.rooflineExponent())
                .quantity("layer", constants.layerSeconds(), "s")
                .quantity("launch", constants.launchSeconds(), "s")
                .quantity("expert", constants.expertSeconds(), "s")
                .quantity("step", constants.stepSeconds(), "s")
                .quantity("sequence", constants.sequenceSeconds(), "s")
                .quantity("allReduce", constants.allReduceSeconds(), "s")
                .number("link", constants.linkFraction())
                .word("source", constants.source())
                .toString();
    }

    static String access(AccessProfile access) {
        Entry entry = new Entry().word("id", access.id());
        if (access.delay() instanceof MeasuredDelay measured) {
            entry.raw("uplinkDelay", quantiles(measured.uplinkMillis(), " ms"))
                    .raw("downlinkDelay", quantiles(measured.downlinkMillis(), " ms"));
        } else if (access.delay() instanceof SlottedDelay slotted) {
            entry.raw("slots", SlotsWriter.slots(slotted));
        }
        return entry.quantity("uplink", access.uplinkBitsPerSecond(), "bit/s")
                .quantity("downlink", access.downlinkBitsPerSecond(), "bit/s")
                .word("source", access.source())
                .toString();
    }

    static String length(LengthSpec length) {
        if (length instanceof LengthSpec.Fixed fixed) {
            return Integer.toString(fixed.tokens());
        }
        if (length instanceof LengthSpec.Quantiles quantiles) {
            return new Entry()
                    .raw("quantiles", quantiles(quantiles.tokens(), ""))
                    .toString();
        }
        LogNormalMixture mixture = (LogNormalMixture) length;
        Function<LogNormalMixture.Component, String> component = part -> new Entry()
                .number("weight", part.weight())
                .number("mu", part.mu())
                .number("sigma", part.sigma())
                .toString();
        return new Entry()
                .raw("lognormal", YamlText.list(mixture.components(), component))
                .number("max", mixture.maxTokens())
                .toString();
    }

    static String quantiles(QuantileTable table, String unit) {
        List<Double> probabilities = table.probabilities();
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < probabilities.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(YamlText.number(probabilities.get(i)))
                    .append(": ")
                    .append(YamlText.number(table.values().get(i)))
                    .append(unit);
        }
        return text.append('}').toString();
    }
}
