package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Pipeline;
import org.tafsim.model.Scenario;

/**
 * What requests become on their way: each stage of a pipeline asks for a model of its own; without a lawful place, redacted ones have
 * another class, degraded ones ask for another model. The law sees all of these as applications of their own, numbered after those of
 * the scenario, the stages first.
 */
final class AppVariants {

    private final Scenario lawful;
    private final int[] firstStepOfApp;
    private final int[] variantOfApp;
    private final int[] originOfApp;

    AppVariants(Scenario scenario) {
        List<App> further = new ArrayList<>();
        int apps = scenario.apps().size();
        firstStepOfApp = new int[apps];
        for (int app = 0; app < apps; app++) {
            App plain = scenario.apps().get(app);
            firstStepOfApp[app] = apps + further.size();
            plain.pipeline().then().forEach(step -> further.add(stage(plain, step)));
        }
        variantOfApp = new int[apps + further.size()];
        for (int app = 0; app < variantOfApp.length; app++) {
            Optional<App> variant = app < apps ? variant(scenario.apps().get(app)) : Optional.empty();
            variantOfApp[app] = variant.isEmpty() ? app : apps + further.size();
            variant.ifPresent(further::add);
        }
        lawful = scenario.withApps(further);
        originOfApp = new int[apps + further.size()];
        for (int app = 0; app < apps; app++) {
            originOfApp[app] = app;
            originOfApp[variantOfApp[app]] = app;
            for (int stage = 1; stage < stagesOf(app); stage++) {
                originOfApp[ofStage(app, stage)] = app;
            }
        }
    }

    private static App stage(App app, Pipeline.Step step) {
        return app.variant(app.id() + "/" + step.stage().id(), step.modelId(), app.dataClass());
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

    /** Applications and stages of their pipelines: all that places are asked for. */
    int asked() {
        return variantOfApp.length;
    }

    /** Stages of an application, at least one. */
    int stagesOf(int app) {
        return 1 + lawful.apps().get(app).pipeline().then().size();
    }

    /** Number as which a stage of an application is asked for; the application's own for the first. */
    int ofStage(int app, int stage) {
        return stage == 0 ? app : firstStepOfApp[app] + stage - 1;
    }

    /** The model that a stage of an application asks for. */
    String modelOfStage(int app, int stage) {
        return lawful.apps().get(ofStage(app, stage)).modelId();
    }

    /** Number of an application's variant; its own where it has none, as stages have none. */
    int of(int app) {
        return variantOfApp[app];
    }

    /** The application that a number, of whatever it becomes, belongs to. */
    int originOf(int lawApp) {
        return originOfApp[lawApp];
    }

    /** The model that requests of the variant ask for. */
    String modelOf(int app) {
        return lawful.apps().get(variantOfApp[app]).modelId();
    }
}
