package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.RequestTerms;
import org.tafsim.model.Slo;

/** Writes an application, as {@link AppSection} reads it. */
final class AppWriter {

    private static final Map<Class<? extends ArrivalSpec>, Function<ArrivalSpec, Entry>> ARRIVALS = arrivals();

    private AppWriter() {}

    static String yaml(App app, PipelineWriter pipelines) {
        Entry entry = new Entry().word("id", app.id());
        pipelines.model(app, entry);
        entry.word("class", app.dataClass().name())
                .word("sector", app.sector())
                .raw("arrivals", arrivals(app.arrivals()).toString());
        app.profile().ifPresent(profile -> entry.raw("profile", RecipeWriter.profile(profile)));
        if (!(app.arrivals() instanceof ArrivalSpec.Trace)) { // a trace brings its own lengths
            pipelines.lengths(app, entry);
        }
        entry.raw("payload", payload(app.payload()));
        CellWriter.ways(entry, app.payload());
        entry.raw("slo", slo(app.slo()));
        requestTerms(entry, app.requestTerms());
        return entry.words("populations", app.populationIds())
                .raw("data", TermsWriter.yaml(app.terms()))
                .toString();
    }

    /** Said only where they differ, as files older than they have no such keys. */
    private static void requestTerms(Entry entry, RequestTerms terms) {
        if (terms.priority() != RequestTerms.DEFAULT.priority()) {
            entry.number("priority", terms.priority());
        }
        bound(entry, "timeout", terms.timeoutNanos());
        terms.session().ifPresent(session -> entry.raw("session", SessionWriter.yaml(session)));
        terms.retries().ifPresent(retries -> entry.raw("retries", FaultsWriter.retries(retries)));
    }

    private static String payload(App.Payload payload) {
        return new Entry()
                .raw("request", payload.requestBytes() + " B")
                .quantity("promptToken", payload.promptTokenBytes(), "B")
                .quantity("outputToken", payload.outputTokenBytes(), "B")
                .toString();
    }

    private static String slo(Slo slo) {
        Entry entry = new Entry();
        bound(entry, "ttft", slo.timeToFirstTokenNanos());
        bound(entry, "tpot", slo.timePerOutputTokenNanos());
        bound(entry, "endToEnd", slo.endToEndNanos());
        return entry.toString();
    }

    private static void bound(Entry entry, String key, OptionalLong nanos) {
        nanos.ifPresent(bound -> entry.duration(key, bound));
    }

    static Entry arrivals(ArrivalSpec spec) {
        Function<ArrivalSpec, Entry> writer = ARRIVALS.get(spec.getClass());
        if (writer == null) {
            throw new IllegalStateException("No way to write %s.".formatted(spec));
        }
        return writer.apply(spec);
    }

    private static Map<Class<? extends ArrivalSpec>, Function<ArrivalSpec, Entry>> arrivals() {
        Map<Class<? extends ArrivalSpec>, Function<ArrivalSpec, Entry>> writers = new LinkedHashMap<>();
        add(
                writers,
                ArrivalSpec.Poisson.class,
                poisson -> new Entry().word("type", "poisson").quantity("rate", poisson.requestsPerSecond(), "/s"));
        add(
                writers,
                ArrivalSpec.Renewal.class,
                renewal -> new Entry()
                        .word("type", renewal.family().name().toLowerCase(Locale.ROOT))
                        .quantity("rate", renewal.requestsPerSecond(), "/s")
                        .number("variation", renewal.variation()));
        add(
                writers,
                ArrivalSpec.OnOff.class,
                onOff -> new Entry()
                        .word("type", "on-off")
                        .quantity("onRate", onOff.onPerSecond(), "/s")
                        .quantity("offRate", onOff.offPerSecond(), "/s")
                        .duration("onTime", onOff.onMeanNanos())
                        .duration("offTime", onOff.offMeanNanos()));
        add(
                writers,
                ArrivalSpec.Clients.class,
                clients -> new Entry()
                        .word("type", "clients")
                        .raw("clients", YamlText.list(clients.clients(), AppWriter::client)));
        add(writers, ArrivalSpec.Trace.class, trace -> {
            Entry entry =
                    new Entry().word("type", "trace").word("path", trace.path()).number("speed", trace.speed());
            trace.sha256().ifPresent(hash -> entry.word("sha256", hash));
            trace.spreadNanos().ifPresent(spread -> entry.duration("spread", spread));
            return entry;
        });
        return writers;
    }

    private static String client(ArrivalSpec.Clients.Client client) {
        Entry entry = new Entry().word("family", client.family().name().toLowerCase(Locale.ROOT));
        if (!client.hasWindows()) {
            ArrivalSpec.Clients.Window always = client.windows().get(0);
            return entry.quantity("rate", always.requestsPerSecond(), "/s")
                    .number("variation", always.variation())
                    .toString();
        }
        return entry.duration("window", client.windowNanos())
                .raw(
                        "rates",
                        YamlText.list(client.windows(), window -> YamlText.number(window.requestsPerSecond()) + " /s"))
                .raw("variations", YamlText.list(client.windows(), window -> YamlText.number(window.variation())))
                .toString();
    }

    private static <A extends ArrivalSpec> void add(
            Map<Class<? extends ArrivalSpec>, Function<ArrivalSpec, Entry>> writers,
            Class<A> type,
            Function<A, Entry> writer) {
        writers.put(type, spec -> writer.apply(type.cast(spec)));
    }
}
