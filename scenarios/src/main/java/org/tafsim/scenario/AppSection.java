package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.App;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.Population;
import org.tafsim.model.RequestTerms;
import org.tafsim.model.SessionSpec;
import org.tafsim.model.Slo;
import org.tafsim.scenario.PipelineReader.PlannedStage;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads the applications. */
final class AppSection {

    private static final Format<Long> PRIORITY = Quantities.whole(Integer.MIN_VALUE, Integer.MAX_VALUE, "1");

    private final Reading reading;
    private final ArrivalSection arrivals;
    private final Ids ids;
    private final UsersReader users;

    AppSection(Reading reading, List<Population> populations, Format<String> populationReference) {
        this.reading = reading;
        this.arrivals = new ArrivalSection(reading);
        this.ids = new Ids("app", reading.problems());
        this.users = new UsersReader(reading, populations, populationReference);
    }

    /**
     * An application, and what checks ask of it.
     *
     * @param stages its requests go through
     * @param traceSpanNanos from the first to the last request of its trace, as replayed
     */
    record PlannedApp(App app, List<PlannedStage> stages, OptionalLong traceSpanNanos, Place at, Place dataAt) {

        /** The longest replay of all (ns). */
        static OptionalLong longestSpan(List<PlannedApp> apps) {
            return apps.stream()
                    .map(PlannedApp::traceSpanNanos)
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .max();
        }
    }

    List<PlannedApp> read(Keys scenario) {
        List<Node> items = scenario.items("apps");
        if (items.isEmpty()) {
            reading.problems().report(scenario.at("apps"), "a scenario needs at least one app under 'apps'.");
        }
        List<PlannedApp> apps = new ArrayList<>();
        items.forEach(item -> app(item).ifPresent(apps::add));
        return apps;
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }

    private Optional<PlannedApp> app(Node item) {
        Keys keys = reading.keys(item, "an app");
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        DataClass dataClass = keys.required("class", Format.oneOf("a data class", dataClasses()));
        String sector = keys.optional("sector", Format.TEXT, "consumer");
        ArrivalSection.Arrivals arriving = arrivals.read(keys);
        Optional<DiurnalProfile> profile =
                keys.mapping("profile", "a daily profile").flatMap(shape -> DailyProfileReader.read(shape, reading));
        if (keys.has("profile") && arriving.haveOwnDay()) {
            reading.problems()
                    .report(
                            keys.at("profile"),
                            "the arrivals have their own shape over the day; 'profile' has no place here.");
        }
        Optional<PipelineReader.Plan> plan = new PipelineReader(reading).read(keys, arriving);
        App.Payload payload = new PayloadReader(reading).read(keys);
        Slo slo = slo(keys);
        List<String> populations = users.read(keys);
        DataTerms terms = new TermsReader(reading).read(keys, dataClass);
        Optional<SessionSpec> session = new SessionReader(reading).read(keys, arriving, plan);
        RequestTerms requestTerms = requestTerms(keys, session, plan);
        keys.done();
        if (arriving.spec().isEmpty() || plan.isEmpty() || populations.isEmpty()) {
            return Optional.empty();
        }
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new App(
                                id,
                                plan.get().stages().get(0).modelId(),
                                dataClass,
                                sector,
                                arriving.spec().get(),
                                profile,
                                plan.get().prompt(),
                                plan.get().output(),
                                payload,
                                slo,
                                populations,
                                terms,
                                requestTerms,
                                plan.get().pipeline()))
                .map(app -> new PlannedApp(
                        app, stages(plan.get(), session), arriving.spanNanos(), keys.at(), keys.at("data")));
    }

    private RequestTerms requestTerms(Keys app, Optional<SessionSpec> session, Optional<PipelineReader.Plan> plan) {
        long priority = app.optional("priority", PRIORITY, (long) RequestTerms.DEFAULT.priority());
        return new RequestTerms(
                (int) priority, bound(app, "timeout"), session, new RetryReader(reading).read(app, plan));
    }

    /** Further turns of a session end where they do not fit; its first must fit, with the instructions. */
    private static List<PlannedStage> stages(PipelineReader.Plan plan, Optional<SessionSpec> session) {
        return session.isEmpty()
                ? plan.stages()
                : List.of(plan.stages().get(0).longerBy(session.get().systemTokens()));
    }

    private Slo slo(Keys app) {
        return app.mapping("slo", "an SLO")
                .map(keys -> {
                    Slo slo = new Slo(bound(keys, "ttft"), bound(keys, "tpot"), bound(keys, "endToEnd"));
                    keys.done();
                    return slo;
                })
                .orElse(Slo.NONE);
    }

    private static OptionalLong bound(Keys keys, String key) {
        return keys.find(key, Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Data classes by name. */
    static Map<String, DataClass> dataClasses() {
        Map<String, DataClass> classes = new LinkedHashMap<>();
        for (DataClass dataClass : DataClass.values()) {
            classes.put(dataClass.name(), dataClass);
        }
        return classes;
    }
}
