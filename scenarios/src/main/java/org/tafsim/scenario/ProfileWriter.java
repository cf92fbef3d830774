package org.tafsim.scenario;

import java.util.List;
import java.util.function.Function;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.StepConstants;

/** Writes catalog entries as a scenario states them. */
final class ProfileWriter {

    private ProfileWriter() {}

    static String accelerator(AcceleratorProfile card) {
        return new Entry()
                .word("id", card.id())
                .word("vendor", card.vendorCountry())
                .quantity("bf16", card.bf16FlopsPerSecond(), "FLOP/s")
                .quantity("fp8", card.fp8FlopsPerSecond(), "FLOP/s")
                .raw("memory", card.memoryBytes() + " B")
                .quantity("bandwidth", card.memoryBytesPerSecond(), "B/s")
                .quantity("link", card.linkBytesPerSecond(), "B/s")
                .quantity("power", card.boardWatts(), "W")
                .word("source", card.source())
                .toString();
    }

    static String model(ModelProfile model) {
        return new Entry()
                .word("id", model.id())
                .word("provider", model.providerCountry())
                .number("layers", model.layers())
                .number("hiddenSize", model.hiddenSize())
                .number("attentionHeads", model.attentionHeads())
                .number("kvHeads", model.kvHeads())
                .number("headDimension", model.headDimension())
                .number("ffnSize", model.ffnSize())
                .number("mlpMatrices", model.mlpMatrices())
                .number("experts", model.experts())
                .number("activeExperts", model.activeExperts())
                .number("vocabularySize", model.vocabularySize())
                .number("parameters", model.parameters())
                .number("contextTokens", model.contextTokens())
                .word("source", model.source())
                .toString();
    }

    static String engine(StepConstants constants) {
        return new Entry()
                .word("id", constants.id())
                .number("gemmBandwidth", constants.gemmBandwidthFraction())
                .number("gemmCompute", constants.gemmComputeFraction())
                .number("attentionCompute", constants.attentionComputeFraction())
                .number("kvBandwidth", constants.kvBandwidthFraction())
                .number("rooflineExponent", constants.rooflineExponent())
                .quantity("layer", constants.layerSeconds(), "s")
                .quantity("step", constants.stepSeconds(), "s")
                .quantity("sequence", constants.sequenceSeconds(), "s")
                .quantity("allReduce", constants.allReduceSeconds(), "s")
                .number("link", constants.linkFraction())
                .word("source", constants.source())
                .toString();
    }

    static String access(AccessProfile access) {
        return new Entry()
                .word("id", access.id())
                .raw("uplinkDelay", quantiles(access.uplinkMillis(), " ms"))
                .raw("downlinkDelay", quantiles(access.downlinkMillis(), " ms"))
                .quantity("uplink", access.uplinkBitsPerSecond(), "bit/s")
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

    private static String quantiles(QuantileTable table, String unit) {
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
