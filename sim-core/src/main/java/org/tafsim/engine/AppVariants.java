package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Scenario;

/**
 * What requests without a lawful place become: redacted ones have another class, degraded ones ask for another model. The law
 * sees such a variant as an application of its own, numbered after those of the scenario.
 */
final class AppVariants {

    private final Scenario lawful;
    private final int[] variantOfApp;

    AppVariants(Scenario scenario) {
        List<App> further = new ArrayList<>();
        variantOfApp = new int[scenario.apps().size()];
        for (int app = 0; app < variantOfApp.length; app++) {
            Optional<App> variant = variant(scenario.apps().get(app));
            variantOfApp[app] = variant.isEmpty() ? app : variantOfApp.length + further.size();
            variant.ifPresent(further::add);
        }
        lawful = scenario.withApps(further);
    }

    private static Optional<App> variant(App app) {
        OnInfeasible action = app.terms().onInfeasible();
        if (action instanceof OnInfeasible.Degrade degrade) {
            return Optional.of(app.variant(app.id() + "/degraded", degrade.modelId(), app.dataClass()));
        }
        if (action instanceof OnInfeasible.Redact redact) {
            return Optional.of(app.variant(app.id() + "/redacted", app.modelId(), redact.to()));
        }
        return Optional.empty();
    }

    /** The scenario as the law sees it: with the variants. */
    Scenario lawfulScenario() {
        return lawful;
    }

    /** Number of an application's variant; its own where it has none. */
    int of(int app) {
        return variantOfApp[app];
    }

    /** The model that requests of the variant ask for. */
    String modelOf(int app) {
        return lawful.apps().get(variantOfApp[app]).modelId();
    }
}
