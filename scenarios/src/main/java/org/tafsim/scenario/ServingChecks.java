package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.scenario.AppSection.PlannedApp;
import org.tafsim.scenario.PipelineReader.PlannedStage;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.serving.KvCapacity;
import org.tafsim.serving.ServingSystem;

/** Checks that need meaning: models fit their accelerators, and every request fits its model and some KV cache. */
final class ServingChecks {

    private final Reading reading;

    ServingChecks(Reading reading) {
        this.reading = reading;
    }

    /**
     * Checks.
     *
     * @param isComplete whether these are all replicas, so that a model that none serves is served nowhere
     */
    void check(List<PlannedApp> apps, List<PlannedReplica> replicas, boolean isComplete) {
        Set<String> served = new LinkedHashSet<>();
        replicas.forEach(replica -> served.add(replica.spec().model().id()));
        if (isComplete) {
            apps.forEach(app -> isServed(app, served));
        }
        alike(replicas).forEach(group -> fits(group, apps));
    }

    private void isServed(PlannedApp app, Set<String> served) {
        app.stages().forEach(stage -> isServed(stage.modelId(), stage.at(), served));
        findLesserModel(app).ifPresent(model -> {
            isServed(model, app.dataAt(), served);
            isAlike(app, model);
        });
    }

    /** Prompts are no input of what takes whole batches. */
    private void isAlike(PlannedApp app, String lesser) {
        PlannedStage first = app.stages().get(0);
        if (reading.catalog().batchModels().containsKey(lesser) != first.isBatch()) {
            reading.problems()
                    .report(
                            app.dataAt(),
                            "%s cannot take over from %s: one decodes, the other takes whole batches."
                                    .formatted(lesser, first.modelId()));
        }
    }

    /** The model that takes over where the one asked for has no lawful place. */
    private static Optional<String> findLesserModel(PlannedApp app) {
        return app.app().terms().onInfeasible() instanceof OnInfeasible.Degrade degrade
                ? Optional.of(degrade.modelId())
                : Optional.empty();
    }

    private void isServed(String model, Place at, Set<String> served) {
        if (!served.contains(model)) {
            reading.problems()
                    .report(at, "no site serves the model '%s'.".formatted(model), Suggestions.maybe(model, served));
        }
    }

    /** A replica that decodes, and where the file speaks of it. */
    private record Decoder(ReplicaSpec spec, Place at) {}

    /** Replicas that differ in name and site alone, together: what is wrong with them is told once. */
    private static Collection<List<Decoder>> alike(List<PlannedReplica> replicas) {
        Map<List<Object>, List<Decoder>> groups = new LinkedHashMap<>();
        for (PlannedReplica replica : replicas) {
            if (replica.spec() instanceof ReplicaSpec spec) {
                List<Object> kind =
                        List.of(spec.model(), spec.accelerator(), spec.parallelism(), spec.precision(), spec.limits());
                groups.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Decoder(spec, replica.at()));
            }
        }
        return groups.values();
    }

    private void fits(List<Decoder> group, List<PlannedApp> apps) {
        Decoder first = group.get(0);
        ReplicaSpec spec = first.spec();
        OptionalLong capacity = reading.problems()
                .build(first.at(), () -> OptionalLong.of(kvTokens(spec)))
                .orElse(OptionalLong.empty());
        for (PlannedApp app : apps) {
            OptionalLong longest = longestAt(app, spec.model().id());
            if (longest.isPresent() && fitsContext(app, longest.getAsLong(), spec)) {
                capacity.ifPresent(tokens -> fitsCache(app, longest.getAsLong(), group, tokens));
            }
        }
    }

    /** Longest request that an application sends to a model (tokens); empty where it sends none. */
    private static OptionalLong longestAt(PlannedApp app, String model) {
        boolean isLesser = findLesserModel(app).filter(model::equals).isPresent();
        return app.stages().stream()
                .filter(stage -> isLesser || stage.modelId().equals(model))
                .mapToLong(PlannedStage::longestRequest)
                .max();
    }

    private boolean fitsContext(PlannedApp app, long longest, ReplicaSpec spec) {
        int context = spec.limits().rules().contextOf(spec.model());
        if (longest > context) {
            boolean isModels = context == spec.model().contextTokens();
            String owner = isModels ? spec.model().id() : spec.id();
            report(app, longest, "the context of %s (%d tokens).".formatted(owner, context));
            return false;
        }
        return true;
    }

    private void fitsCache(PlannedApp app, long longest, List<Decoder> group, long tokens) {
        if (longest > tokens) {
            ReplicaSpec spec = group.get(0).spec();
            String others = group.size() > 1 ? " and %d like it".formatted(group.size() - 1) : "";
            report(
                    app,
                    longest,
                    "the KV cache of %s on %d x %s (%d tokens; %s%s)."
                            .formatted(
                                    spec.model().id(),
                                    spec.accelerators(),
                                    spec.accelerator().id(),
                                    tokens,
                                    spec.id(),
                                    others));
        }
    }

    private void report(PlannedApp app, long longest, String owner) {
        reading.problems()
                .report(
                        app.at(),
                        "the longest request (%d tokens, prompt and output) does not fit %s".formatted(longest, owner));
    }

    /** Capacity of its KV cache (tokens); refuses a replica whose model does not fit. */
    private static long kvTokens(ReplicaSpec spec) {
        ServingSystem.requireServable(spec);
        return (long) KvCapacity.of(spec).blocks() * spec.limits().blockTokens();
    }
}
