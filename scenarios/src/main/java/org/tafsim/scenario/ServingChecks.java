package org.tafsim.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.scenario.AppSection.PlannedApp;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.serving.KvCapacity;

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
        replicas.forEach(replica -> fits(replica, apps));
    }

    private void isServed(PlannedApp app, Set<String> served) {
        String model = app.app().modelId();
        if (!served.contains(model)) {
            reading.problems()
                    .report(
                            app.modelAt(),
                            "no site serves the model '%s'.".formatted(model),
                            Suggestions.maybe(model, served));
        }
    }

    private void fits(PlannedReplica replica, List<PlannedApp> apps) {
        ReplicaSpec spec = replica.spec();
        long capacity =
                reading.problems().build(replica.at(), () -> kvTokens(spec)).orElse(Long.MAX_VALUE);
        for (PlannedApp app : apps) {
            if (app.app().modelId().equals(spec.model().id())) {
                takes(
                        app,
                        spec.model().contextTokens(),
                        "the context of " + spec.model().id());
                String owner = "the KV cache of %s on %d x %s at site %s"
                        .formatted(
                                spec.model().id(),
                                spec.tensorParallel(),
                                spec.accelerator().id(),
                                spec.siteId());
                takes(app, capacity, owner);
            }
        }
    }

    /** Capacity of its KV cache (tokens); refuses a replica whose model does not fit. */
    private static long kvTokens(ReplicaSpec spec) {
        return (long) KvCapacity.of(spec).blocks() * spec.limits().blockTokens();
    }

    private void takes(PlannedApp app, long tokens, String owner) {
        if (app.longestRequest() > tokens) {
            reading.problems()
                    .report(
                            app.at(),
                            "app %s: its longest request (%d tokens, prompt and output) does not fit %s (%d tokens)."
                                    .formatted(app.app().id(), app.longestRequest(), owner, tokens));
        }
    }
}
