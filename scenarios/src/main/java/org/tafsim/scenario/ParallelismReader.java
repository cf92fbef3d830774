package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads how the accelerators of a replica share its model. */
final class ParallelismReader {
    static final String TENSOR = "tensorParallel";
    static final String PIPELINE = "pipelineParallel";
    static final String EXPERT = "expertParallel";

    /** What only replicas that decode have. */
    static final List<String> KEYS = List.of(TENSOR, PIPELINE, EXPERT);

    private final Reading reading;

    ParallelismReader(Reading reading) {
        this.reading = reading;
    }

    /** Empty where that cannot be, which has been told. */
    Optional<Parallelism> read(Keys keys, ModelProfile model, CardKind card) {
        int tensor = keys.optional(TENSOR, Quantities.count("2"), 1);
        int pipeline = keys.optional(PIPELINE, Quantities.count("2"), 1);
        boolean isExpertParallel = keys.optional(EXPERT, Format.FLAG, false);
        int before = reading.problems().count();
        checkLinks(keys, card, tensor, pipeline);
        checkModel(keys, model, pipeline);
        if (isExpertParallel) {
            checkExperts(keys, model, tensor);
        }
        return reading.problems().count() > before
                ? Optional.empty()
                : reading.problems()
                        .build(keys.at(PIPELINE), () -> new Parallelism(tensor, pipeline, isExpertParallel));
    }

    private void checkLinks(Keys keys, CardKind card, int tensor, int pipeline) {
        if (card.mostParallel() >= card.units()) {
            return;
        }
        long all = (long) tensor * pipeline;
        if (tensor > card.mostParallel()) {
            report(keys, TENSOR, unlinked(card, tensor, "cannot share a layer"), "");
        } else if (all > card.mostParallel()) {
            report(keys, PIPELINE, unlinked(card, all, "cannot be a pipeline"), "");
        }
    }

    private static String unlinked(CardKind card, long parts, String what) {
        return "%d parts of %s %s: parts of a card have no link to each other%s."
                .formatted(
                        parts,
                        card.name(),
                        what,
                        card.mostParallel() == 1 ? "" : ", and the site has %d of it".formatted(card.mostParallel()));
    }

    private void checkModel(Keys keys, ModelProfile model, int pipeline) {
        if (pipeline > model.layers()) {
            report(
                    keys,
                    PIPELINE,
                    "%d stages are more than %s has layers (%d).".formatted(pipeline, model.id(), model.layers()),
                    "Maybe '%s: 2'?".formatted(PIPELINE));
        }
    }

    private void checkExperts(Keys keys, ModelProfile model, int tensor) {
        int experts = model.feedForward().experts();
        if (!model.feedForward().isSparse()) {
            report(keys, EXPERT, "%s has no experts to spread.".formatted(model.id()), "Maybe leave it out.");
        } else if (tensor == 1) {
            report(
                    keys,
                    EXPERT,
                    "experts are spread over the cards that share a layer, and there is one.",
                    "Maybe '%s: 2'?".formatted(TENSOR));
        } else if (tensor > experts) {
            report(
                    keys,
                    TENSOR,
                    "%d cards are more than %s has experts to spread (%d).".formatted(tensor, model.id(), experts),
                    "");
        }
    }

    private void report(Keys keys, String key, String what, String hint) {
        reading.problems().report(keys.at(key), what, hint.isEmpty() ? Optional.empty() : Optional.of(hint));
    }
}
