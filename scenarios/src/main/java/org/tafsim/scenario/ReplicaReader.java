package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.BatchModel;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.StepConstants;
import org.tafsim.model.SwapSpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads what a replica is: model, accelerator, precision, limits and engine. */
final class ReplicaReader {

    private static final Format<Long> HOST_MEMORY = Quantities.SIZE.that(bytes -> bytes > 0, "be more than zero");

    private enum Preemption {
        RECOMPUTE,
        SWAP
    }

    private final Reading reading;

    ReplicaReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * A replica.
     *
     * @param cards what it can run on beside the catalog's accelerators; the only one needs no mention
     */
    Optional<? extends ServedReplica> read(Keys keys, String id, String site, SiteCards cards) {
        Optional<BatchModel> batch = BatchReplicaReader.find(keys, reading);
        return batch.isPresent()
                ? new BatchReplicaReader(reading).read(keys, id, site, batch.get(), card(keys, cards))
                : decoder(keys, id, site, cards);
    }

    private Optional<ReplicaSpec> decoder(Keys keys, String id, String site, SiteCards cards) {
        ModelProfile model = keys.required("model", model());
        keys.find("batch")
                .ifPresent(node -> reading.problems()
                        .report(
                                node.at(),
                                "%s decodes: 'batch' is for models that take whole batches.".formatted(model.id()),
                                Optional.of("Maybe 'limits: {sequences: 8}'?")));
        CardKind card = card(keys, cards);
        Optional<Parallelism> parallelism = new ParallelismReader(reading).read(keys, model, card);
        Precision precision = keys.find("precision")
                .map(node -> PrecisionReader.read(node, reading))
                .orElse(Precision.BF16);
        BatchLimits limits = limits(keys);
        Optional<StepConstants> constants = constants(keys, card);
        if (parallelism.isEmpty() || constants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReplicaSpec(
                id, site, model, card.profile(), parallelism.get(), precision, limits, constants.get()));
    }

    /** Names of both kinds of models are known, so that a mistake in any finds the one that was meant. */
    private Format<ModelProfile> model() {
        Map<String, ModelProfile> models = reading.catalog().models();
        Format<ModelProfile> format = Format.oneOf("a model of the catalog", models);
        return new Format<>(
                format.noun(),
                format.example(),
                text -> {
                    if (!models.containsKey(text)) {
                        throw Format.Refused.unknown(
                                text,
                                "a model of the catalog",
                                reading.catalog().modelNames());
                    }
                    return format.parse(text);
                },
                format.standIn());
    }

    private CardKind card(Keys keys, SiteCards cards) {
        Map<String, CardKind> known = new LinkedHashMap<>();
        reading.catalog().accelerators().forEach((id, card) -> known.put(id, CardKind.whole(card, Integer.MAX_VALUE)));
        known.putAll(cards.kinds());
        if (!cards.areAll()) {
            keys.find("accelerator");
            return known.values().iterator().next();
        }
        Format<CardKind> format = Format.oneOf("an accelerator of the catalog", known);
        return cards.kinds().size() == 1
                ? keys.optional(
                        "accelerator", format, cards.kinds().values().iterator().next())
                : keys.required("accelerator", format);
    }

    private Optional<StepConstants> constants(Keys keys, CardKind card) {
        String engine = keys.optional("engine", Format.TEXT, "vllm");
        Optional<StepConstants> exact =
                Optional.ofNullable(reading.catalog().engines().get(engine));
        Optional<StepConstants> found = exact.or(() -> reading.catalog().findConstants(engine, card.cardId()));
        if (found.isEmpty()) {
            reading.problems()
                    .report(
                            keys.at("engine"),
                            "no step constants are known for the engine '%s' on %s.".formatted(engine, card.cardId()),
                            Suggestions.maybe(engine, reading.catalog().engineNames()));
        }
        return found;
    }

    private BatchLimits limits(Keys replica) {
        Optional<Keys> stated = replica.mapping("limits", "the limits of a replica");
        if (stated.isEmpty()) {
            return BatchLimits.DEFAULT;
        }
        Keys keys = stated.get();
        BatchLimits usual = BatchLimits.DEFAULT;
        int batched = keys.optional("batchedTokens", Quantities.count("2048"), usual.batchedTokens());
        int sequences = keys.optional("sequences", Quantities.count("256"), usual.sequences());
        int block = keys.optional("blockTokens", Quantities.count("16"), usual.blockTokens());
        double memory = keys.optional("memoryFraction", Quantities.FRACTION, usual.memoryFraction());
        OptionalInt blocks = keys.optional("kvBlocks", Quantities.optionalCount("2588"), usual.kvBlocks());
        EngineRules rules = rules(keys);
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new BatchLimits(batched, sequences, block, memory, blocks, rules))
                .orElse(usual);
    }

    private EngineRules rules(Keys keys) {
        EngineRules usual = EngineRules.DEFAULT;
        return new EngineRules(
                keys.optional("prefixCaching", Format.FLAG, usual.prefixCaching()),
                keys.optional("maxContext", Quantities.optionalCount("8192"), usual.maxContext()),
                swap(keys));
    }

    private Optional<SwapSpec> swap(Keys keys) {
        Preemption preemption = keys.optional(
                "preemption", Format.constant("a way to preempt", Preemption.class), Preemption.RECOMPUTE);
        SwapSpec usual = SwapSpec.USUAL;
        SwapSpec swap = new SwapSpec(
                keys.optional("hostMemory", HOST_MEMORY, usual.bytes()),
                keys.optional("hostLink", Quantities.BYTE_RATE, usual.bytesPerSecond()));
        if (preemption == Preemption.SWAP) {
            return Optional.of(swap);
        }
        for (String key : List.of("hostMemory", "hostLink")) {
            if (keys.has(key)) {
                reading.problems().report(keys.at(key), "needs 'preemption: swap' beside it.");
            }
        }
        return Optional.empty();
    }
}
