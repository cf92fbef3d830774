package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads what a replica of a model is that takes whole batches. */
final class BatchReplicaReader {

    /** As inference servers do unless told otherwise: no waiting for others. */
    private static final long USUAL_DELAY_NANOS = 0;

    private static final List<String> DECODERS = Stream.concat(
                    ParallelismReader.KEYS.stream(), Stream.of("precision", "limits", "engine"))
            .toList();

    private final Reading reading;

    BatchReplicaReader(Reading reading) {
        this.reading = reading;
    }

    Optional<BatchReplicaSpec> read(Keys keys, String id, String site, BatchModel model, CardKind card) {
        DECODERS.stream()
                .filter(keys::has)
                .forEach(key -> reading.problems()
                        .report(
                                keys.at(key),
                                "%s takes whole batches: '%s' is for decoders.".formatted(model.id(), key),
                                Optional.of("Maybe 'batch: {items: 8, delay: 10 ms}'?")));
        DECODERS.forEach(keys::find);
        Optional<Keys> batch = keys.mapping("batch", "a batch");
        int most = Optional.ofNullable(model.latencies().get(card.profile().id()))
                .map(latency -> latency.mostItems())
                .orElse(1);
        int items = batch.map(stated -> stated.optional("items", Quantities.count("8"), most))
                .orElse(most);
        long delay = batch.map(stated -> stated.optional("delay", Quantities.DURATION, USUAL_DELAY_NANOS))
                .orElse(USUAL_DELAY_NANOS);
        batch.ifPresent(Keys::done);
        if (!model.latencies().containsKey(card.profile().id())) {
            reading.problems()
                    .report(
                            keys.at(),
                            "no times of %s are known on %s; there are those on %s."
                                    .formatted(
                                            model.id(),
                                            card.profile().id(),
                                            String.join(", ", model.latencies().keySet())),
                            Optional.of("Maybe state your own under 'batchModels'."));
            return Optional.empty();
        }
        return reading.problems()
                .build(keys.at(), () -> new BatchReplicaSpec(id, site, model, card.profile(), items, delay));
    }

    /** The model of that name, where it is one that takes whole batches. */
    static Optional<BatchModel> find(Keys keys, Reading reading) {
        return keys.find("model", Format.TEXT)
                .map(name -> reading.catalog().batchModels().get(name));
    }
}
