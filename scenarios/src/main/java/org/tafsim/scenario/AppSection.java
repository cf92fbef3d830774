package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.App;
import org.tafsim.model.DataClass;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Population;
import org.tafsim.model.Slo;
import org.tafsim.scenario.catalog.LengthReader;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.trace.TraceSummary;

/** Reads the applications. */
final class AppSection {

    private final Reading reading;
    private final ArrivalSection arrivals;
    private final Ids ids;
    private final List<Population> populations;
    private final Format<String> populationReference;

    AppSection(Reading reading, List<Population> populations, Format<String> populationReference) {
        this.reading = reading;
        this.arrivals = new ArrivalSection(reading);
        this.ids = new Ids("app", reading.problems());
        this.populations = populations;
        this.populationReference = populationReference;
    }

    /**
     * An application, and what checks ask of it.
     *
     * @param longestRequest prompt and output of one request together, at most (tokens)
     * @param traceSpanNanos from the first to the last request of its trace, as replayed
     */
    record PlannedApp(App app, long longestRequest, OptionalLong traceSpanNanos, Place at, Place modelAt) {}

    List<PlannedApp> read(Keys scenario) {
        List<Node> items = scenario.items("apps");
        if (items.isEmpty()) {
            reading.problems().report(scenario.at("apps"), "a scenario needs at least one app under 'apps'.");
        }
        List<PlannedApp> apps = new ArrayList<>();
        items.forEach(item -> app(item).ifPresent(apps::add));
        return apps;
    }

    private Optional<PlannedApp> app(Node item) {
        Keys keys = reading.keys(item, "an app");
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        String model = keys.required("model", Format.TEXT.named("the id of a model", "llama-3.1-8b"));
        DataClass dataClass = keys.required("class", Format.oneOf("a data class", dataClasses()));
        String sector = keys.optional("sector", Format.TEXT, "consumer");
        Optional<ArrivalSection.Arrivals> arriving =
                keys.require("arrivals", "{rate: 5 /s}").flatMap(arrivals::read);
        Optional<TraceSummary> trace = arriving.flatMap(ArrivalSection.Arrivals::trace);
        Optional<DiurnalProfile> profile =
                keys.mapping("profile", "a daily profile").flatMap(this::profile);
        Optional<LengthSpec> prompt = length(keys, "prompt", trace.map(TraceSummary::longestPrompt));
        Optional<LengthSpec> output = length(keys, "output", trace.map(TraceSummary::longestOutput));
        App.Payload payload = payload(keys);
        Slo slo = slo(keys);
        List<String> users = users(keys);
        keys.done();
        if (arriving.isEmpty() || prompt.isEmpty() || output.isEmpty() || users.isEmpty()) {
            return Optional.empty();
        }
        long longest = trace.map(held -> (long) held.longestRequest())
                .orElseGet(() -> (long) prompt.get().maxTokens() + output.get().maxTokens());
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new App(
                                id,
                                model,
                                dataClass,
                                sector,
                                arriving.get().spec(),
                                profile,
                                prompt.get(),
                                output.get(),
                                payload,
                                slo,
                                users))
                .map(app -> new PlannedApp(app, longest, TraceSpan.of(arriving.get()), keys.at(), keys.at("model")));
    }

    /** A trace brings its own lengths: they are bounded by its longest. */
    private Optional<LengthSpec> length(Keys keys, String key, Optional<Integer> longestInTrace) {
        Optional<Node> stated = keys.find(key);
        if (longestInTrace.isPresent()) {
            stated.ifPresent(node -> reading.problems()
                    .report(node.at(), "a trace brings its own lengths; '%s' has no place here.".formatted(key)));
            return Optional.of(new LengthSpec.Fixed(longestInTrace.get()));
        }
        if (stated.isEmpty() && hasTrace(keys)) {
            return Optional.empty();
        }
        return keys.require(key, "512")
                .flatMap(node -> LengthReader.read(node, reading.catalog().lengths(), reading.problems()));
    }

    private static boolean hasTrace(Keys keys) {
        return keys.find("arrivals")
                .filter(node -> node instanceof Node.Fields fields
                        && fields.find("type")
                                .filter(field -> field.value() instanceof Node.Text type
                                        && type.text().equals("trace"))
                                .isPresent())
                .isPresent();
    }

    private Optional<DiurnalProfile> profile(Keys keys) {
        Map<String, List<Double>> presets = reading.catalog().profiles();
        Optional<List<Double>> preset = keys.find("preset", Format.oneOf("a daily profile of the catalog", presets));
        List<Double> hours = preset.orElseGet(() -> keys.list("hours", Quantities.NATURAL_NUMBER));
        if (preset.isPresent() && keys.has("hours")) {
            reading.problems().report(keys.at("hours"), "'hours' and 'preset' do not go together.");
        }
        double start = keys.optional("startHour", Quantities.NATURAL_NUMBER.named("an hour of the day", "9"), 0.0);
        keys.done();
        return reading.problems().build(keys.at(), () -> new DiurnalProfile(hours, start));
    }

    private App.Payload payload(Keys app) {
        App.Payload text = App.Payload.TEXT;
        return app.mapping("payload", "a payload")
                .map(keys -> {
                    App.Payload payload = new App.Payload(
                            keys.optional("request", Quantities.SIZE, text.requestBytes()),
                            keys.optional("promptToken", Quantities.FINE_SIZE, text.promptTokenBytes()),
                            keys.optional("outputToken", Quantities.FINE_SIZE, text.outputTokenBytes()));
                    keys.done();
                    return payload;
                })
                .orElse(text);
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

    /** {@code all}, a list of ids, or those in some countries. */
    private List<String> users(Keys app) {
        Optional<Node> stated = app.find("populations");
        if (stated.isPresent() && stated.get() instanceof Node.Items) {
            return app.list("populations", populationReference);
        }
        if (stated.isPresent() && stated.get() instanceof Node.Fields) {
            Keys keys = reading.keys(stated.get(), "the populations of an app");
            List<String> countries = reading.countries(keys, "countries");
            keys.done();
            List<String> chosen = populations.stream()
                    .filter(population -> countries.contains(population.countryCode()))
                    .map(Population::id)
                    .toList();
            if (chosen.isEmpty()) {
                reading.problems().report(keys.at(), "no population lives in these countries.");
            }
            return chosen;
        }
        app.optional("populations", Format.word("'all', a list of ids, or {countries: [...]}", List.of("all")), "all");
        return populations.stream().map(Population::id).toList();
    }

    private static Map<String, DataClass> dataClasses() {
        Map<String, DataClass> classes = new LinkedHashMap<>();
        for (DataClass dataClass : DataClass.values()) {
            classes.put(dataClass.name(), dataClass);
        }
        return classes;
    }
}
